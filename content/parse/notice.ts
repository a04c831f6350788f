import type {NoticeDocument} from '../model.ts'
import {country, language} from './codes.ts'
import {identity} from './identity.ts'
import {phone} from './phone.ts'
import {array, type Fields, object, type Reader} from './reader.ts'
import {looseReferenceId, reportRepeats} from './references.ts'
import {line, smsLine} from './text.ts'
import {topic} from './topics.ts'

/** Whether the lines exist, and are this country's, the notice book tells. */
const helplines = (fields: Fields): readonly string[] => {
  const ids = fields.required('helplines', array(looseReferenceId, {min: 1}))
  reportRepeats(ids, fields.place.field('helplines'), 'reference')
  return ids
}

const topicHelplines = object((fields) => ({
  topic: fields.required('topic', topic),
  helplines: helplines(fields),
}))

export const notice: Reader<NoticeDocument> = object((fields) => {
  const own = identity(fields)
  const read = {
    country: fields.required('country', country),
    language: fields.required('language', language),
  }
  const expected = `crisisNotice-${read.country}-${read.language}`
  if (read.country !== '' && read.language !== '' && own.id !== expected) {
    fields.place
      .field('_id')
      .report(
        'ID_MISMATCH',
        `The notice for ${read.country} in ${read.language} has the _id ${own.id}. Create it anew as ${expected}, so that there is one notice for each audience.`,
      )
  }
  return {
    ...own,
    ...read,
    heading: fields.required('heading', line({max: 110})),
    lead: fields.required('lead', line({max: 200})),
    smsText: fields.required('smsText', smsLine({gsm7: 55, ucs2: 40})),
    emergency: fields.required('emergency', phone),
    helplines: helplines(fields),
    topicHelplines: fields.optional('topicHelplines', array(topicHelplines)) ?? [],
  }
})
