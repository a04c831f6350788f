/** FNV-1a, 32 bits, over UTF-16 code units: to tell texts apart, not to protect them. */

const PRIME = 0x01000193
const OFFSET_BASIS = 0x811c9dc5

const hex = (number: number): string => (number >>> 0).toString(16).padStart(8, '0')

/**
 * 16 hexadecimal digits of the texts, one after the other: two runs from different starts. Side by side,
 * since each step waits for the multiplication before it: 0.05 ms for 40 KB, apart 0.26.
 */
export const contentHash = (...texts: readonly string[]): string => {
  let one = OFFSET_BASIS
  let other = ~OFFSET_BASIS
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      one = Math.imul(one ^ unit, PRIME)
      other = Math.imul(other ^ unit, PRIME)
    }
  }
  return hex(one) + hex(other)
}
