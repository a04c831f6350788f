/** A digest of SMS: each message must do by itself. */
import type {EncodedMessage} from '../../publishers/publisher.ts'
import type {Expected} from '../expected.ts'
import {decode, encode} from './decode.ts'

/** contracts.md: a line holding only this stands between messages. */
const SEPARATOR = '\n%%\n'

/** What may stand beside the notice without changing how it reads: 988 must not become 9881. */
const holds = (message: string, notice: string): boolean => {
  for (let at = message.indexOf(notice); at !== -1; at = message.indexOf(notice, at + 1)) {
    const before = message.slice(0, at)
    const after = message.slice(at + notice.length)
    const apart = (before === '' || /\s$/.test(before)) && (after === '' || /^\s/.test(after))
    if (apart) return true
  }
  return false
}

const messageReason = (message: EncodedMessage, text: string, notice: string) => {
  const decoded = decode(message)
  if (decoded === undefined) return 'its octets do not decode'
  if (decoded.text !== text) return 'its octets say something else than its text'
  if (decoded.units !== message.units)
    return `it says ${message.units} units, and uses ${decoded.units}`
  if (decoded.units > decoded.limit) {
    return `it takes ${decoded.units} of ${decoded.limit} units: more than one SMS`
  }
  return holds(decoded.text, notice) ? undefined : 'the notice is not whole in it'
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
    const reason = messageReason(message, texts[index] ?? '', expected.notice.smsText)
    if (reason !== undefined) return `in message ${index + 1} ${reason}`
  }
  return undefined
}
