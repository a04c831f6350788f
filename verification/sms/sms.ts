/** A digest of SMS: each message must do by itself. */
import type {EncodedMessage} from '../../publishers/publisher.ts'
import type {Expected} from '../expected.ts'
import {decode, type Decoded, encode} from './decode.ts'

/** contracts.md: a line holding only this stands between messages. */
const SEPARATOR = '\n%%\n'

/** Words that end at white space: 988 must not become 9881. */
const holds = (message: string, notice: string): boolean => {
  const spaced = ` ${message} `
  for (let at = spaced.indexOf(notice); at !== -1; at = spaced.indexOf(notice, at + 1)) {
    const around = spaced.charAt(at - 1) + spaced.charAt(at + notice.length)
    if (around.trim() === '') return true
  }
  return false
}

const messageReason = (
  {units: said}: EncodedMessage,
  {text, units, limit}: Decoded,
  notice: string,
): string | undefined => {
  if (units !== said) return `it says ${said} units, and uses ${units}`
  if (units > limit) return `it takes ${units} of ${limit} units: more than one SMS`
  return holds(text, notice) ? undefined : 'the notice is not whole in it'
}

/** `messages` are the octets to be sent; without them (a file) the text is encoded here. */
export const smsReason = (
  text: string,
  messages: readonly EncodedMessage[] | undefined,
  expected: Expected,
): string | undefined => {
  const texts = text.replace(/\n$/, '').split(SEPARATOR)
  const encoded = messages ?? texts.map(encode)
  if (encoded.length !== texts.length) return 'its octets are of other messages than its text'
  for (const [index, message] of encoded.entries()) {
    const decoded = decode(message)
    const reason =
      decoded === undefined || decoded.text !== texts[index]
        ? 'its octets say something else than its text'
        : messageReason(message, decoded, expected.notice.smsText)
    if (reason !== undefined) return `in message ${index + 1} ${reason}`
  }
  return undefined
}
