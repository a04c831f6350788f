/** Unicode's explicit direction characters (UAX 9, section 2): closed, or refused. */

const EMBEDDING_OR_OVERRIDE = /[\u{202a}-\u{202e}]/u

export const embeddingOrOverride = (text: string): string | undefined =>
  EMBEDDING_OR_OVERRIDE.exec(text)?.[0]

/** Opens → what closes it. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['\u202a', '\u202c'], // LEFT-TO-RIGHT EMBEDDING, POP DIRECTIONAL FORMATTING
  ['\u202b', '\u202c'], // RIGHT-TO-LEFT EMBEDDING
  ['\u202d', '\u202c'], // LEFT-TO-RIGHT OVERRIDE
  ['\u202e', '\u202c'], // RIGHT-TO-LEFT OVERRIDE
  ['\u2066', '\u2069'], // LEFT-TO-RIGHT ISOLATE, POP DIRECTIONAL ISOLATE
  ['\u2067', '\u2069'], // RIGHT-TO-LEFT ISOLATE
  ['\u2068', '\u2069'], // FIRST STRONG ISOLATE
])

const EXPLICIT = /[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu

/** Whether any stands in the text, closed or not. */
export const hasExplicitBidi = (text: string): boolean => text.search(EXPLICIT) !== -1

/** The first character that opens without being closed, or closes without having been opened. */
export const unclosedBidi = (text: string): string | undefined => {
  if (!hasExplicitBidi(text)) return undefined
  const open: string[] = []
  for (const [character] of text.matchAll(EXPLICIT)) {
    if (CLOSERS.has(character)) open.push(character)
    else {
      const opener = open.pop()
      if (opener === undefined || CLOSERS.get(opener) !== character) return opener ?? character
    }
  }
  return open[0]
}
