/** Text in headers: as it is where it may be, else as encoded-words (RFC 2047). */
import {base64Word} from './base64.ts'
import {triplets} from './quoted-printable.ts'

/** Room for encoded text: 75 characters less `=?utf-8?q?` and `?=`, less what stands before it. */
const WORD = 75
const AROUND = '=?utf-8?q??='.length

/** Longer words are encoded, since a header may only be folded at spaces. */
const LONGEST_PLAIN = 60

/** Printable US-ASCII words with one space between, nothing that looks like an encoded-word. */
export const isPlainText = (text: string): boolean =>
  /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) &&
  !text.includes('=?') &&
  text.split(' ').every((word) => word.length <= LONGEST_PLAIN)

/** RFC 2047 5 (3): what a Q word may hold as it is wherever it stands. */
const q = (character: string): string => {
  if (character === ' ') return '_'
  return /^[A-Za-z0-9!*+/-]$/.test(character) ? character : triplets(character)
}

/** Base64 length of so many octets. */
const bLength = (octets: number): number => Math.ceil(octets / 3) * 4

const octets = (character: string): number => triplets(character).length / 3

/**
 * `text` as encoded-words of at most 75 characters each, none of which divides a character. `used`
 * columns of the first line are taken. Q or B, whichever is shorter.
 */
export const encodedWords = (text: string, used: number): readonly string[] => {
  const characters = [...text]
  const asQ = characters.reduce((sum, character) => sum + q(character).length, 0)
  const asB = bLength(characters.reduce((sum, character) => sum + octets(character), 0))
  const useQ = asQ <= asB
  const cost = (word: string, character: string): number =>
    useQ
      ? [...word, character].reduce((sum, each) => sum + q(each).length, 0)
      : bLength([...word, character].reduce((sum, each) => sum + octets(each), 0))
  const words: string[] = []
  let word = ''
  for (const character of characters) {
    const room = WORD - AROUND - (words.length === 0 ? used : 0)
    if (word !== '' && cost(word, character) > room) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((each) =>
    useQ ? `=?utf-8?q?${[...each].map(q).join('')}?=` : `=?utf-8?b?${base64Word(each)}?=`,
  )
}
