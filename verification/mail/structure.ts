/**
 * The shape of a mail, from its characters: two parts, text then HTML, and nothing that a client
 * could show in their place. Nested parts, attachments and repeated headers are refused unread.
 */

/** Octets of the whole message as encoded. */
const MESSAGE_LIMIT = 100 * 1024
/** RFC 5322 section 2.1.1, without the CRLF. */
const LINE_LIMIT = 998

const NEEDED = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type']
const PARTS = ['text/plain', 'text/html'] as const

/** Header names in lower case with their values, unfolded; the order is kept. */
const headersOf = (head: string): readonly (readonly [string, string])[] =>
  head
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    })

const headReason = (names: readonly string[]): string | undefined => {
  const missing = NEEDED.find((name) => !names.includes(name))
  if (missing !== undefined) return `the header ${missing} is missing`
  const again = names.find((name, index) => names.indexOf(name) !== index)
  if (again !== undefined) return `the header ${again} is there twice`
  const malformed = names.find((name) => !/^[!-9;-~]+$/.test(name))
  return malformed === undefined ? undefined : 'a line of the head is no header'
}

/** RFC 2046 section 5.1.4: the last part a client knows is shown, so each must do by itself. */
const partsReason = (body: string, type: string): string | undefined => {
  const boundary = /^multipart\/alternative; boundary="([^"]+)"$/.exec(type)?.[1]
  if (boundary === undefined) return 'it is not multipart/alternative'
  const [before, text = '', html = '', after, ...more] = `\r\n${body}`.split(`\r\n--${boundary}`)
  if (before !== '' || after !== '--\r\n' || more.length > 0) return 'it has not two parts alone'
  const wrong = [text, html].findIndex((part, index) => {
    const [head = ''] = part.split('\r\n\r\n', 1)
    const [line, ...headers] = headersOf(head)
    const {'content-type': kind, 'content-transfer-encoding': encoding} =
      Object.fromEntries(headers)
    return (
      line?.[1] !== '' ||
      headers.length !== 2 ||
      kind?.toLowerCase() !== `${PARTS[index]}; charset=utf-8` ||
      !/^(?:7bit|base64|quoted-printable)$/.test(encoding ?? '')
    )
  })
  return wrong === -1 ? undefined : `part ${wrong + 1} is not plainly ${PARTS[wrong]} in utf-8`
}

export const structureReason = (message: string): string | undefined => {
  if (message.length > MESSAGE_LIMIT) return `the message is longer than ${MESSAGE_LIMIT} octets`
  if (/[^\t\r\n -~]/.test(message)) return 'it holds octets that are not ASCII'
  const lines = message.split('\r\n')
  if (lines.some((line) => /[\r\n]/.test(line))) return 'a line does not end in CRLF'
  if (lines.some((line) => line.length > LINE_LIMIT)) {
    return `a line is longer than ${LINE_LIMIT} octets`
  }
  const end = message.indexOf('\r\n\r\n')
  const headers = headersOf(message.slice(0, end))
  return (
    headReason(headers.map(([name]) => name)) ??
    partsReason(message.slice(end + 4), Object.fromEntries(headers)['content-type'] ?? '')
  )
}
