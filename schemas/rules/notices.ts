/** Rules for a crisis notice: one for each audience, with a number in its text message. */
import type {ValidationContext} from '@sanity/types'
import {fieldsOf, itemsOf, refsOf, textOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'
import {ask, publishedId} from './dataset.ts'

/** No dots: Sanity hides documents with dotted ids from readers without a token. */
export const noticeId = (country: string, language: string): string =>
  `crisisNotice-${country}-${language}`

const idOf = (document: unknown): string => publishedId(textOf(fieldsOf(document)['_id']))

const expectedId = (document: unknown): string | undefined => {
  const {country, language} = fieldsOf(document)
  return textOf(country) === '' || textOf(language) === ''
    ? undefined
    : noticeId(textOf(country), textOf(language))
}

/** Once a notice is the one for its audience, it stays so. */
export const hasItsAudience = (document: unknown): boolean =>
  expectedId(document) === idOf(document)

/** For the document: its `_id` says whose notice it is. */
export const ownAudience = (document: unknown): Verdict => {
  const expected = expectedId(document)
  return expected === undefined || expected === idOf(document)
    ? true
    : advise(
        `The notice for this country and language must have the id ${expected}, so that there is one for each audience. Copy the text, delete this one, and make it with "Add a notice" in the list of crisis notices.`,
      )
}

/** Its digits in a row, however they are spaced, and not within a longer number. */
const mentions = (text: string, number: string): boolean => {
  const digits = number.match(/\d/g) ?? []
  const spaced = digits.join(String.raw`[\s().-]*`)
  return digits.length > 0 && new RegExp(String.raw`(?<!\d)${spaced}(?!\d)`).test(text)
}

const NUMBERS = `*[_type == "helpline" && _id in $ids]{
  "own": [phone.dial, phone.display, sms.number],
  "pair": pairedWith->{"numbers": [phone.dial, phone.display, sms.number]}.numbers
}`

/** For `smsText`: a reader of the text message must be able to call or text somebody. */
export const namesANumber = async (
  text: string | undefined,
  context: ValidationContext,
): Promise<Verdict> => {
  const {helplines, topicHelplines} = fieldsOf(context.document)
  const byTopic = itemsOf(topicHelplines).flatMap((entry) => refsOf(fieldsOf(entry)['helplines']))
  const ids = [...refsOf(helplines), ...byTopic]
  if (textOf(text) === '' || ids.length === 0) return true
  const lines = itemsOf(await ask(context, NUMBERS, {ids})).map(fieldsOf)
  const all = lines.flatMap(({own, pair}) => [...itemsOf(own), ...itemsOf(pair)]).map(textOf)
  const numbers = [...new Set(all)].filter((number) => number !== '')
  return lines.length === 0 || numbers.some((number) => mentions(textOf(text), number))
    ? true
    : advise(`Write a number of one of the helplines into this text: ${numbers.join(', ')}.`)
}

/** For `topicHelplines`: two entries for one topic would leave the order open. */
export const topicsOnce = (entries: unknown): Verdict => {
  const topics = itemsOf(entries).map((entry) => textOf(fieldsOf(entry)['topic']))
  const twice = topics.find((topic, index) => topic !== '' && topics.indexOf(topic) < index)
  return twice === undefined
    ? true
    : advise(`The topic ${twice} stands here twice. Put its lines into one entry.`)
}
