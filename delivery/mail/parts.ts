/** A verified mail taken apart: its fields, and its two parts in their transfer encodings. */
import {MailError, UnverifiedOutputError} from '../../errors.ts'
import {VerifiedOutput} from '../../verification/gate.ts'

export interface Field {
  readonly name: string
  /** The whole field as it stands, folded, without its final CRLF. */
  readonly lines: string
  /** Unfolded, without blanks around it. */
  readonly value: string
}

export interface BodyPart {
  readonly encoding: 'quoted-printable' | 'base64'
  /** The part's own header fields, with the empty line that ends them. */
  readonly head: string
  /** Encoded; ASCII. */
  readonly body: string
}

export interface MailParts {
  readonly fields: readonly Field[]
  readonly boundary: string
  readonly text: BodyPart
  readonly html: BodyPart
}

const fieldOf = (lines: string): Field => {
  const colon = lines.indexOf(':')
  return {
    name: lines.slice(0, colon),
    lines,
    value: lines
      .slice(colon + 1)
      .replace(/\r\n(?=[ \t])/g, '')
      .trim(),
  }
}

const unlike = (path: string, what: string): MailError =>
  new MailError(
    'MAIL_SHAPE_UNKNOWN',
    `${path}: ${what}. Only mails that the email publisher writes can be compiled; publish again.`,
  )

const ENCODING = /^content-transfer-encoding: (quoted-printable|base64)$/im

const partOf = (path: string, part: string): BodyPart => {
  const end = part.indexOf('\r\n\r\n') + 4
  const head = part.slice(0, end)
  const encoding = ENCODING.exec(head)?.[1]
  if (encoding !== 'quoted-printable' && encoding !== 'base64') {
    throw unlike(path, 'a part is neither quoted-printable nor base64')
  }
  return {encoding, head, body: part.slice(end)}
}

/**
 * Throws UnverifiedOutputError for anything but what the gate returned, MailError
 * MAIL_SHAPE_UNKNOWN for an output that is no multipart/alternative of two parts.
 */
export const mailParts = (verified: VerifiedOutput): MailParts => {
  // the type alone would let a cast or a copy through
  if (!VerifiedOutput.is(verified)) throw new UnverifiedOutputError()
  const {format, text: message, path} = verified.output
  if (format !== 'mail') throw unlike(path, `it is a ${format} and no mail`)
  const [head = ''] = message.split('\r\n\r\n', 1)
  const fields = head.split(/\r\n(?![ \t])/).map(fieldOf)
  const type = fields.find(({name}) => name.toLowerCase() === 'content-type')?.value ?? ''
  const boundary = /^multipart\/alternative; boundary="([^"]+)"$/i.exec(type)?.[1]
  if (boundary === undefined) throw unlike(path, 'it is not multipart/alternative')
  const [before, text, html, after, ...more] = message
    .slice(head.length + 2)
    .split(`\r\n--${boundary}`)
  if (before !== '' || text === undefined || html === undefined || after === undefined) {
    throw unlike(path, 'it has not two parts')
  }
  if (more.length > 0) throw unlike(path, 'it has more than two parts')
  return {fields, boundary, text: partOf(path, text.slice(2)), html: partOf(path, html.slice(2))}
}
