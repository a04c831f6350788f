/** Rules for words that end in a text message. */
import {outsideGsm7, septets} from '../gsm7.ts'
import {advise, firstOf, type Verdict} from '../verdict.ts'
import {line} from './text.ts'

/** No text message is longer; the limits below are far shorter. */
const onOneLine = line(1600)

const fits = (text: string, limit: number): Verdict => {
  const used = septets(text)
  if (used === undefined) {
    const strange = outsideGsm7(text).slice(0, 8).join(' ')
    return advise(
      `A text message cannot carry ${strange} in its short alphabet. Use plain letters, straight quotes and hyphens.`,
    )
  }
  return used <= limit
    ? true
    : advise(`This takes ${used} of ${limit} places in the text message. Shorten it.`)
}

/** One line of the GSM 7-bit alphabet within `limit` septets. */
export const gsm7 =
  (limit: number) =>
  (text: string | undefined): Verdict =>
    text === undefined ? true : firstOf([onOneLine(text), fits(text, limit)])

/** One line within `limit` septets of GSM 7-bit, or, in any other script, `units` UCS-2 units. */
export const anyScript =
  (limit: number, units: number) =>
  (text: string | undefined): Verdict => {
    if (text === undefined) return true
    if (septets(text) !== undefined) return gsm7(limit)(text)
    const strange = outsideGsm7(text).slice(0, 5).join(' ')
    return firstOf([
      onOneLine(text),
      text.length <= units
        ? true
        : advise(
            `This takes ${text.length} of ${units} places, because ${strange} need the longer alphabet of text messages. Shorten it, or leave those characters out.`,
          ),
    ])
  }
