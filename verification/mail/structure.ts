/**
 * The shape of a mail, from its characters: two parts, text then HTML, and nothing that a client
 * could show in their place. Nested parts, attachments and repeated headers are refused unread.
 */

/** Octets of the whole message as encoded. */
export const MESSAGE_LIMIT = 100 * 1024
/** RFC 5322 section 2.1.1, without the CRLF. */
export const LINE_LIMIT = 998

export const NEEDED = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
]

/** One for each algorithm (RFC 8463 section 3); no client shows it. */
export const MAY_REPEAT = 'dkim-signature'

/** RFC 5322 section 3.6.8. */
const FIELD_NAME = /^[!-9;-~]+(?=:)/

const headReason = (head: string): string | undefined => {
  const names = head.split('\r\n').map((line) => FIELD_NAME.exec(line)?.[0].toLowerCase())
  if (names.includes(undefined)) return 'a line of the head is no header'
  const missing = NEEDED.find((name) => !names.includes(name))
  if (missing !== undefined) return `the header ${missing} is missing`
  const again = names.find((name, index) => names.indexOf(name) !== index && name !== MAY_REPEAT)
  return again === undefined ? undefined : `the header ${again} is there twice`
}

const BOUNDARY = /^content-type: multipart\/alternative; boundary="([^"]+)"$/im

const partHead = (type: string): RegExp =>
  new RegExp(
    `^\r\ncontent-type: ${type}; charset=utf-8\r\ncontent-transfer-encoding: (?:7bit|base64|quoted-printable)\r\n\r\n`,
    'i',
  )

const TEXT_PART = partHead('text/plain')
const HTML_PART = partHead('text/html')

/** RFC 2046 section 5.1.4: the last part a client knows is shown, so each must do by itself. */
const partsReason = (head: string, body: string): string | undefined => {
  const boundary = BOUNDARY.exec(head)?.[1]
  if (boundary === undefined) return 'it is not multipart/alternative'
  const parts = body.split(`\r\n--${boundary}`)
  // Stryker disable next-line StringLiteral: both are there when `after` is; the type asks
  const [before, text = '', html = '', after, ...more] = parts
  if (before !== '' || after !== '--\r\n' || more.length > 0) return 'it has not two parts alone'
  if (!TEXT_PART.test(text)) return 'its first part is not plainly text'
  return HTML_PART.test(html) ? undefined : 'its second part is not plainly HTML'
}

/** `undefined` for a mail that every client takes apart in the same way. */
export const structureReason = (message: string): string | undefined => {
  if (message.length > MESSAGE_LIMIT) return `the message is longer than ${MESSAGE_LIMIT} octets`
  if (/[^\t\r\n -~]/.test(message)) return 'it holds octets that are not ASCII'
  const lines = message.split('\r\n')
  if (lines.some((line) => /[\r\n]/.test(line))) return 'a line does not end in CRLF'
  if (lines.some((line) => line.length > LINE_LIMIT)) {
    return `a line is longer than ${LINE_LIMIT} octets`
  }
  const folded = message.replace(/\r\n\r\n.*/s, '')
  const head = folded.replace(/\r\n(?=[ \t])/g, '')
  return headReason(head) ?? partsReason(head, message.slice(folded.length + 2))
}
