/** Text as it is compared: one digit one way, nothing invisible, white space as one space. */

const ZERO_WIDTH = /[\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}]/gu

/** Digits of other scripts in ASCII: Unicode keeps each ten together, from zero. */
const asciiDigit = (digit: string): string => {
  const point = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value++
  return String(value)
}

/** Not collapsed, so that pieces can be put together. */
export const plainPiece = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(ZERO_WIDTH, '')
    .replace(/[^\P{Nd}0-9]/gu, asciiDigit)
    .replace(/[‐-―−]/g, '-')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[ \t\r\f\u{a0}\u{2000}-\u{200a}\u{202f}]+/gu, ' ')

/** An address as it was meant; as it is where its escapes are broken. */
export const decodedUri = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** For names and sentences: letter case does not matter either. */
export const plainWords = (text: string): string =>
  plainPiece(text).replace(/\s+/g, ' ').trim().toLowerCase()
