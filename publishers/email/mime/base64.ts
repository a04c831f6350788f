/** Base64 bodies (RFC 2045 6.8), in lines of 76 characters. */
import {utf8} from './utf8.ts'

const LINE = 76

/** Arguments that one call of String.fromCharCode takes safely in every engine. */
const SLICE = 8192

const binary = (octets: Uint8Array): string => {
  let out = ''
  for (let at = 0; at < octets.length; at += SLICE) {
    out += String.fromCharCode(...octets.subarray(at, at + SLICE))
  }
  return out
}

/** One line, for encoded-words. */
export const base64Word = (text: string): string => btoa(binary(utf8(text)))

/** `text` with its line breaks as CRLF, which is what they are on the wire (RFC 2046 4.1.1). */
export const base64 = (text: string): string => {
  const whole = base64Word(text.replace(/\r\n|\r|\n/g, '\r\n'))
  const lines: string[] = []
  for (let at = 0; at < whole.length; at += LINE) lines.push(whole.slice(at, at + LINE))
  return lines.join('\r\n')
}

/** Characters that `base64` takes for so many octets, its line breaks included. */
export const base64Length = (octets: number): number => {
  const whole = Math.ceil(octets / 3) * 4
  return whole + 2 * Math.max(0, Math.ceil(whole / LINE) - 1)
}
