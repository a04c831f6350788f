/** Readers of text. Lengths in UTF-16 units, as the Studio counts them. */
import {embeddingOrOverride, unclosedBidi} from '../bidi.ts'
import {cleanText, codePointName} from '../clean.ts'
import {outsideGsm7, septets} from '../gsm7.ts'
import type {Place} from './place.ts'
import {type Reader, reportType} from './reader.ts'

export interface TextLimits {
  readonly max?: number
}

/** Text as it may be shown anywhere; what is wrong with its characters is reported. */
export const checkedText: Reader<string> = (value, place) => {
  if (typeof value !== 'string') {
    reportType(value, place, 'text')
    return ''
  }
  if (!value.isWellFormed()) {
    place.report(
      'BROKEN_CHARACTER',
      'The text holds half of a character, which shows as a question mark. Type that character again.',
    )
  }
  return cleanText(value)
}

export const checkClosed = (text: string, place: Place): void => {
  const open = unclosedBidi(text)
  if (open === undefined) return
  place.report(
    'BIDI_UNCLOSED',
    `The direction character ${codePointName(open)} has no partner in this block, so it would turn the text around it. Remove it, or close it where its text ends.`,
  )
}

const checkLength = (text: string, max: number | undefined, place: Place): void => {
  if (max === undefined || text.length <= max) return
  place.report('TOO_LONG', `The text has ${text.length} characters. Shorten it to ${max}.`)
}

const present = (text: string, place: Place): void => {
  if (text.trim() !== '') return
  place.report('MISSING', 'There is nothing to read here. Fill it in.')
}

/** Line breaks allowed. */
export const text =
  ({max}: TextLimits = {}): Reader<string> =>
  (value, place) => {
    const clean = checkedText(value, place).trim()
    present(clean, place)
    checkLength(clean, max, place)
    checkClosed(clean, place)
    return clean
  }

/** One line: a line break could end a mail header, an override could turn the page around it. */
export const line =
  ({max}: TextLimits = {}): Reader<string> =>
  (value, place) => {
    const clean = checkedText(value, place).trim()
    present(clean, place)
    checkLength(clean, max, place)
    if (clean.includes('\n')) {
      place.report('NOT_ONE_LINE', 'The text holds a line break. Write it as one line.')
    }
    const turned = embeddingOrOverride(clean)
    if (turned === undefined) checkClosed(clean, place)
    else {
      place.report(
        'BIDI_CONTROL',
        `The text holds the direction character ${codePointName(turned)}, which can make it read as something else. Remove it; use U+2068 and U+2069 around the foreign words if they need it.`,
      )
    }
    return clean
  }

/** One line in the end: line breaks become spaces, as the editor's text box may have wrapped. */
export const folded = (limits: TextLimits = {}): Reader<string> => {
  const read = line(limits)
  return (value, place) =>
    read(typeof value === 'string' ? cleanText(value).replace(/\s*\n\s*/g, ' ') : value, place)
}

/** A line of the GSM 7-bit alphabet, measured in septets (3GPP TS 23.038). */
export const gsm7Line = ({max}: {readonly max: number}): Reader<string> => {
  const read = line()
  return (value, place) => {
    const clean = read(value, place)
    const length = septets(clean)
    if (length === undefined) {
      const strange = outsideGsm7(clean).map((each) => `${each} (${codePointName(each)})`)
      place.report(
        'NOT_GSM7',
        `SMS cannot carry ${strange.slice(0, 10).join(', ')} in its 7-bit alphabet. Write it with plain letters, straight quotes and hyphens.`,
      )
    } else if (length > max) {
      place.report('TOO_LONG', `The text takes ${length} septets. Shorten it to ${max}.`)
    }
    return clean
  }
}

/** A line that takes at most `gsm7` septets, or, in another script, `ucs2` UTF-16 units. */
export const smsLine = (limits: {readonly gsm7: number; readonly ucs2: number}): Reader<string> => {
  const read = line()
  return (value, place) => {
    const clean = read(value, place)
    const length = septets(clean)
    if (length === undefined && clean.length > limits.ucs2) {
      place.report(
        'TOO_LONG',
        `The text takes ${clean.length} of ${limits.ucs2} units, because ${outsideGsm7(clean).slice(0, 5).join(' ')} need SMS's 16-bit alphabet. Shorten it, or use only its 7-bit alphabet.`,
      )
    }
    if (length !== undefined && length > limits.gsm7) {
      place.report('TOO_LONG', `The text takes ${length} septets. Shorten it to ${limits.gsm7}.`)
    }
    return clean
  }
}

/** A table's cell: one line, and it may be empty. */
export const cell: Reader<string> = (value, place) => {
  const isEmpty = value === undefined || value === null || value === ''
  return isEmpty ? '' : line({max: 2000})(value, place)
}
