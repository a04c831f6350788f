/**
 * A mail that is plain enough for one reading, many times faster than by a parser that takes all mails:
 * the same two texts, or none at all. The tests hold both readings side by side.
 */
import {MESSAGE_LIMIT} from '../structure.ts'
import {base64Text} from './base64.ts'
import {plainBoundary} from './head.ts'
import {quotedPrintableText} from './quoted-printable.ts'

/** The texts of the two parts. */
export interface Parts {
  readonly text: string
  readonly html: string
}

/** RFC 2045 section 6; nothing that we send is 7bit. `room` is for what is decoded on the way. */
const DECODINGS: readonly (readonly [
  name: string,
  decode: (encoded: Uint8Array, room: Uint8Array) => string | undefined,
])[] = [
  ['quoted-printable', quotedPrintableText],
  ['base64', base64Text],
]

const headsOf = (type: string) =>
  DECODINGS.map(([name, decode]) => ({
    head: `\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${name}\r\n\r\n`,
    decode,
  }))

const TEXT_HEADS = headsOf('text/plain')
const HTML_HEADS = headsOf('text/html')

const encoder = new TextEncoder()

// One mail is read at a time, and to its end: new ones of 100 KiB each would have to be zeroed and collected.
const sent = new Uint8Array(MESSAGE_LIMIT)
const room = new Uint8Array(MESSAGE_LIMIT)

/** Good until the next message. `undefined` of one that is too long, or not of US-ASCII alone. */
const octetsOf = (message: string): Uint8Array | undefined => {
  const {read, written} = encoder.encodeInto(message, sent)
  const isWhole = read === message.length
  // Then each octet is where its character is.
  // Stryker disable next-line ConditionalExpression: neither head nor decoders take other characters
  const isAscii = written === read
  return isWhole && isAscii ? sent.subarray(0, written) : undefined
}

interface Mail {
  readonly message: string
  readonly octets: Uint8Array
  /** RFC 2046 section 5.1.1: the line break before it is its own. */
  readonly delimiter: string
}

/** The part whose delimiter ends at `at`. `end`: where the next delimiter begins. */
const partAt = (
  {message, octets, delimiter}: Mail,
  at: number,
  heads: ReturnType<typeof headsOf>,
): {readonly text: string; readonly end: number} | undefined => {
  const kind = heads.find(({head}) => message.startsWith(head, at))
  if (kind === undefined) return undefined
  const start = at + kind.head.length
  // A delimiter may begin with the line break that ends the part's head: then it has no body.
  const end = message.indexOf(delimiter, start - 2)
  const text = end < start ? undefined : kind.decode(octets.subarray(start, end), room)
  return text === undefined ? undefined : {text, end}
}

/** `undefined` for whatever readers take apart in more than one way, or repair. Never throws. */
export const readStrictly = (message: string): Parts | undefined => {
  const octets = octetsOf(message)
  if (octets === undefined) return undefined
  const headEnd = message.indexOf('\r\n\r\n')
  // Stryker disable next-line ConditionalExpression,UnaryOperator: no head, no boundary; saves reading the whole as one
  const boundary = headEnd === -1 ? undefined : plainBoundary(message.slice(0, headEnd))
  if (boundary === undefined) return undefined
  const mail = {message, octets, delimiter: `\r\n--${boundary}`}
  const first = headEnd + 2
  if (!message.startsWith(mail.delimiter, first)) return undefined
  const text = partAt(mail, first + mail.delimiter.length, TEXT_HEADS)
  if (text === undefined) return undefined
  const html = partAt(mail, text.end + mail.delimiter.length, HTML_HEADS)
  if (html === undefined) return undefined
  const end = `${mail.delimiter}--\r\n`
  const endsHere = html.end + end.length === message.length && message.endsWith(end)
  return endsHere ? {text: text.text, html: html.text} : undefined
}
