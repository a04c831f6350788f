import type {Section} from '../model.ts'
import {identity} from './identity.ts'
import type {Lookup} from './lookup.ts'
import {nonEmpty, portableText} from './portable-text.ts'
import {object, type Reader} from './reader.ts'
import {slug} from './slug.ts'
import {line} from './text.ts'

export const section = (lookup: Lookup): Reader<Section> => {
  const body = portableText(lookup, {citations: true, warnings: 'allowed'})
  return object((fields) => ({
    ...identity(fields),
    heading: fields.required('heading', line({max: 200})),
    anchor: fields.required('anchor', slug),
    body: fields.required('body', nonEmpty(body)),
  }))
}
