import type {Warning} from '../model.ts'
import {identity} from './identity.ts'
import type {Lookup} from './lookup.ts'
import {nonEmpty, portableText} from './portable-text.ts'
import {object, oneOf, type Reader} from './reader.ts'
import {gsm7Line, line} from './text.ts'

export const warning = (lookup: Lookup): Reader<Warning> => {
  const body = portableText(lookup, {citations: true, warnings: 'nested'})
  return object((fields) => {
    const smsText = fields.optional('smsText', gsm7Line({max: 70}))
    return {
      ...identity(fields),
      title: fields.required('title', line({max: 110})),
      severity: fields.required('severity', oneOf(['info', 'caution', 'danger'])),
      body: fields.required('body', nonEmpty(body)),
      ...(smsText !== undefined && {smsText}),
    }
  })
}
