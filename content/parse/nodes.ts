/** Blocks other than text, a type a row. */
import type {Figure, HelplineRef, PortableNode, Table, WarningRef} from '../model.ts'
import {reportPartner, reportUnusable} from './helpline-use.ts'
import {imageWith} from './image.ts'
import {keyOf} from './keys.ts'
import type {Lookup} from './lookup.ts'
import {array, boolean, object, type Reader} from './reader.ts'
import {referenced} from './references.ts'
import {cell, folded} from './text.ts'

const figure = (lookup: Lookup): Reader<Figure> =>
  object((fields) => {
    const alt = fields.required('alt', folded({max: 500}))
    const caption = fields.optional('caption', folded({max: 1000}))
    return {
      _type: 'figure',
      _key: keyOf(fields),
      image: fields.required('image', imageWith(alt, lookup)),
      alt,
      ...(caption !== undefined && {caption}),
    }
  })

const warningRef = (lookup: Lookup): Reader<WarningRef> =>
  object((fields) => ({
    _type: 'warningRef',
    _key: keyOf(fields),
    warning: fields.required('warning', referenced(lookup.warnings, lookup)),
  }))

const helplineRef = (lookup: Lookup): Reader<HelplineRef> =>
  object((fields) => {
    const helpline = fields.required('helpline', referenced(lookup.helplines, lookup))
    const place = fields.place.field('helpline')
    reportUnusable(helpline, lookup.today, place)
    reportPartner(helpline, lookup, place)
    return {_type: 'helplineRef', _key: keyOf(fields), helpline}
  })

const row = object((fields) => ({cells: fields.required('cells', array(cell, {min: 1}))}))

const table = (): Reader<Table> =>
  object((fields) => {
    const caption = fields.optional('caption', folded({max: 1000}))
    return {
      _type: 'table',
      _key: keyOf(fields),
      rows: fields.required('rows', array(row, {min: 1})),
      header: fields.optional('header', boolean) ?? false,
      ...(caption !== undefined && {caption}),
    }
  })

export const NODES: ReadonlyMap<string, (lookup: Lookup) => Reader<PortableNode>> = new Map<
  string,
  (lookup: Lookup) => Reader<PortableNode>
>([
  ['figure', figure],
  ['warningRef', warningRef],
  ['helplineRef', helplineRef],
  ['table', table],
])
