/**
 * A MIME writer of our own: publishers also run in the browser (the Studio's previews), where
 * nodemailer's composer, which stands on Node built-ins, cannot. It writes the one shape a
 * newsletter needs: multipart/alternative (RFC 2046 5.1.4), plain text first, then HTML, both UTF-8.
 */
import {base64, base64Length} from './base64.ts'
import {contentHash} from './hash.ts'
import {quoted} from './quoted-printable.ts'

const CRLF = '\r\n'

interface MailParts {
  /** Whole header fields, folded, without MIME's own. */
  readonly headers: readonly string[]
  readonly text: string
  readonly html: string
}

/** A part's body, in the shorter encoding: base64 where most letters are not Latin. */
const encode = (text: string) => {
  const {body, octets} = quoted(text)
  return body.length <= base64Length(octets)
    ? {name: 'quoted-printable', body, octets}
    : {name: 'base64', body: base64(text), octets}
}

const part = (type: string, {name, body}: {readonly name: string; readonly body: string}): string =>
  [
    `Content-Type: text/${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${name}`,
    '',
    body,
  ].join(CRLF)

/** A message, and the octets of its HTML once decoded. */
export interface Message {
  readonly message: string
  readonly htmlOctets: number
}

/** The same parts give the same bytes: the boundary is made of their content. */
export const measuredAlternative = ({headers, text, html}: MailParts): Message => {
  // Neither quoted-printable (where = comes before hex digits or a line's end) nor base64 can
  // hold "=_", so no body holds the boundary (RFC 2045 6.7).
  const boundary = `=_${contentHash(text, '\0', html)}`
  const encoded = encode(html)
  const message = [
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    part('plain', encode(text)),
    `--${boundary}`,
    part('html', encoded),
    `--${boundary}--`,
    '',
  ].join(CRLF)
  return {message, htmlOctets: encoded.octets}
}

export const multipartAlternative = (parts: MailParts): string => measuredAlternative(parts).message
