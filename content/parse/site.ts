import type {Site} from '../model.ts'
import {country, email, language, listId} from './codes.ts'
import {identity} from './identity.ts'
import {image} from './image.ts'
import type {Lookup} from './lookup.ts'
import {array, object, type Reader} from './reader.ts'
import {gsm7Line, line, text} from './text.ts'
import {distinct} from './topics.ts'
import {httpsOrigin} from './urls.ts'

const mailbox = object((fields) => ({
  name: fields.required('name', line({max: 78})),
  address: fields.required('address', email),
}))

export const site = (lookup: Pick<Lookup, 'image'>): Reader<Site> =>
  object((fields) => {
    const replyTo = fields.optional('replyTo', email)
    const logo = fields.optional('logo', image(lookup))
    const fallbacks = fields.optional('noticeFallbackLanguages', distinct(array(language)))
    return {
      ...identity(fields),
      name: fields.required('name', line({max: 110})),
      url: fields.required('url', httpsOrigin),
      smsName: fields.required('smsName', gsm7Line({max: 11})),
      postalAddress: fields.required('postalAddress', text({max: 500})),
      mailFrom: fields.required('mailFrom', mailbox),
      ...(replyTo !== undefined && {replyTo}),
      listId: fields.required('listId', listId),
      defaultCountry: fields.required('defaultCountry', country),
      defaultLanguage: fields.required('defaultLanguage', language),
      partnerAttribution: fields.required('partnerAttribution', text({max: 500})),
      ...(logo !== undefined && {logo}),
      noticeFallbackLanguages: fallbacks ?? [],
    }
  })
