import type {Contributor} from '../model.ts'
import {identity} from './identity.ts'
import type {Lookup} from './lookup.ts'
import {portableText} from './portable-text.ts'
import {object, oneOf, type Reader} from './reader.ts'
import {line} from './text.ts'
import {httpsUrl} from './urls.ts'

export const contributor = (lookup: Lookup): Reader<Contributor> => {
  const biography = portableText(lookup, {citations: false, warnings: 'misplaced'})
  return object((fields) => {
    const role = fields.optional('role', line({max: 120}))
    const credentials = fields.optional('credentials', line({max: 120}))
    const url = fields.optional('url', httpsUrl)
    return {
      ...identity(fields),
      kind: fields.required('kind', oneOf(['person', 'organization'])),
      name: fields.required('name', line({max: 120})),
      ...(role !== undefined && {role}),
      ...(credentials !== undefined && {credentials}),
      bio: fields.optional('bio', biography) ?? [],
      ...(url !== undefined && {url}),
    }
  })
}
