import type {Digest} from '../model.ts'
import {country, datetime, language} from './codes.ts'
import {identity} from './identity.ts'
import type {Lookup} from './lookup.ts'
import {portableText} from './portable-text.ts'
import {array, object, oneOf, type Reader} from './reader.ts'
import {referenceId, reportRepeats} from './references.ts'
import {pageSlug} from './slug.ts'
import {folded, line} from './text.ts'
import {distinct, topic} from './topics.ts'

const audience = object((fields) => ({
  countries: fields.optional('countries', distinct(array(country))) ?? [],
  topics: fields.optional('topics', distinct(array(topic))) ?? [],
}))

const channels = distinct(array(oneOf<'email' | 'sms'>(['email', 'sms']), {min: 1}))

export const digest = (lookup: Lookup): Reader<Digest> => {
  const intro = portableText(lookup, {citations: false, warnings: 'misplaced'})
  return object((fields) => {
    const preheader = fields.optional('preheader', folded({max: 100}))
    const scheduledAt = fields.optional('scheduledAt', datetime)
    const readers = fields.optional('audience', audience)
    const articles = fields.required(
      'articles',
      array(referenceId('article', lookup), {min: 1, max: 10}),
    )
    reportRepeats(articles, fields.place.field('articles'), 'reference')
    return {
      ...identity(fields),
      title: fields.required('title', line({max: 110})),
      slug: fields.required('slug', pageSlug),
      language: fields.required('language', language),
      subject: fields.required('subject', line({max: 78})),
      ...(preheader !== undefined && {preheader}),
      intro: fields.optional('intro', intro) ?? [],
      articles,
      channels: fields.required('channels', channels),
      ...(scheduledAt !== undefined && {scheduledAt}),
      ...(readers !== undefined && {audience: readers}),
    }
  })
}
