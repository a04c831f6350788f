import type {Helpline, Hours, HoursSpan, Weekday} from '../model.ts'
import {clock, country, date, dial, language, timeZone} from './codes.ts'
import {identity} from './identity.ts'
import type {Lookup} from './lookup.ts'
import {phone} from './phone.ts'
import {array, integer, object, oneOf, type Reader} from './reader.ts'
import {referenceId} from './references.ts'
import {line} from './text.ts'
import {distinct, topics} from './topics.ts'
import {httpsUrl} from './urls.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies Weekday[]

const span: Reader<HoursSpan> = object((fields) => ({
  days: fields.required('days', distinct(array(oneOf<Weekday>(WEEKDAYS), {min: 1}))),
  opens: fields.required('opens', clock),
  closes: fields.required('closes', clock),
}))

const hours: Reader<Hours> = object<Hours>((fields) => {
  if (fields.raw('always') === true) return {always: true}
  return {
    always: false,
    timeZone: fields.required('timeZone', timeZone),
    spans: fields.required('spans', array(span, {min: 1})),
  }
})

/** The word to send; short, since it is typed on a phone by somebody in distress. */
const keyword = line({max: 20})

const sms = object((fields) => {
  const word = fields.optional('keyword', keyword)
  return {
    number: fields.required('number', dial),
    ...(word !== undefined && {keyword: word}),
  }
})

/** Half a year; services change their numbers rarely, but they do. */
const VERIFY_EVERY = 180

export const helpline = (lookup: Pick<Lookup, 'typeOf'>): Reader<Helpline> => {
  const otherLine = referenceId('helpline', lookup)
  return object((fields) => {
    const {place} = fields
    const call = fields.optional('phone', phone)
    const text = fields.optional('sms', sms)
    const chatUrl = fields.optional('chatUrl', httpsUrl)
    if (call === undefined && text === undefined && chatUrl === undefined) {
      place.report(
        'HELPLINE_UNREACHABLE',
        'The helpline has no phone, no sms and no chatUrl, so nobody can reach it. Add one of them.',
      )
    }
    const pairedWith = fields.optional('pairedWith', otherLine)
    const sourceUrl = fields.optional('sourceUrl', httpsUrl)
    const retiredAt = fields.optional('retiredAt', date)
    const replacedBy = fields.optional('replacedBy', otherLine)
    const own = identity(fields)
    if (pairedWith === own.id || replacedBy === own.id) {
      place
        .field(pairedWith === own.id ? 'pairedWith' : 'replacedBy')
        .report('REFERENCE_CYCLE', 'The helpline refers to itself. Reference the other line.')
    }
    return {
      ...own,
      name: fields.required('name', line({max: 120})),
      country: fields.required('country', country),
      languages: fields.required('languages', distinct(array(language, {min: 1}))),
      topics: fields.required('topics', topics),
      ...(call !== undefined && {phone: call}),
      ...(text !== undefined && {sms: text}),
      ...(chatUrl !== undefined && {chatUrl}),
      hours: fields.required('hours', hours),
      ...(pairedWith !== undefined && {pairedWith}),
      ...(sourceUrl !== undefined && {sourceUrl}),
      verifiedAt: fields.required('verifiedAt', date),
      verifyEvery: fields.optional('verifyEvery', integer({min: 1, max: 3650})) ?? VERIFY_EVERY,
      ...(retiredAt !== undefined && {retiredAt}),
      ...(replacedBy !== undefined && {replacedBy}),
    }
  })
}
