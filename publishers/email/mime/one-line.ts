/** The last check before a value becomes part of a header. */
import {PublisherError} from '../../../errors.ts'

/** Controls (a line break would start a header of the attacker's) and bidi embeddings and overrides. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e]/u

/**
 * `text` without blanks around it. Throws PublisherError HEADER_INJECTION for a line break, another
 * control, or a bidi override; content/parse refuses them before, this is the wall behind it.
 */
export const oneLine = (
  text: string,
  {documentId, path}: {readonly documentId: string; readonly path: string},
): string => {
  const [found] = FORBIDDEN.exec(text) ?? []
  if (found === undefined) return text.trim()
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  throw new PublisherError({
    documentId,
    path,
    code: 'HEADER_INJECTION',
    message: `The text holds the character U+${code}, which may not stand in a mail header. Type the text again on one line, without control or direction characters.`,
  })
}
