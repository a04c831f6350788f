/** FNV-1a, 32 bits, over UTF-16 code units: to tell texts apart, not to protect them. */

const PRIME = 0x01000193
const OFFSET_BASIS = 0x811c9dc5

const fnv1a = (text: string, basis: number): number => {
  let hash = basis
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), PRIME)
  }
  return hash >>> 0
}

const hex = (number: number): string => number.toString(16).padStart(8, '0')

/** 16 hexadecimal digits: two runs from different starts. */
export const contentHash = (text: string): string =>
  hex(fnv1a(text, OFFSET_BASIS)) + hex(fnv1a(text, ~OFFSET_BASIS))
