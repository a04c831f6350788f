import type {Source, SourceAuthor, SourceKind} from '../model.ts'
import {date, doi, pmid} from './codes.ts'
import {identity} from './identity.ts'
import type {Place} from './place.ts'
import {array, integer, object, oneOf, type Reader} from './reader.ts'
import {folded, line} from './text.ts'
import {httpsUrl} from './urls.ts'

const KINDS = [
  'journalArticle',
  'book',
  'report',
  'webPage',
  'dataset',
] as const satisfies readonly SourceKind[]

const author: Reader<SourceAuthor> = object<SourceAuthor>((fields) => {
  const organization = fields.optional('organization', line({max: 300}))
  if (organization !== undefined) return {organization}
  const given = fields.optional('given', line({max: 120}))
  return {
    family: fields.required('family', line({max: 120})),
    ...(given !== undefined && {given}),
  }
})

/** A number or a short text: volumes are `12`, `12 suppl 1` and `XIV`. */
const label: Reader<string> = (value, place) =>
  line({max: 60})(typeof value === 'number' ? String(value) : value, place)

const retraction = object((fields) => {
  const on = fields.optional('date', date)
  return {
    ...(on !== undefined && {date: on}),
    note: fields.required('note', folded({max: 500})),
  }
})

const isFindable = (source: Source): boolean => {
  const {kind, authors, containerTitle, year, publisher} = source
  if (source.doi !== undefined || source.pmid !== undefined || source.url !== undefined) return true
  if (kind === 'journalArticle') return containerTitle !== undefined && year !== undefined
  return publisher !== undefined || authors.some((each) => 'organization' in each)
}

const reportUnfindable = ({kind}: Source, place: Place): void =>
  place.report(
    'SOURCE_UNFINDABLE',
    kind === 'journalArticle'
      ? 'A reader could not find this source. Add its doi, pmid or url, or containerTitle and year.'
      : 'A reader could not find this source. Add its doi, pmid or url, an organization as author, or a publisher.',
  )

export const source: Reader<Source> = object((fields) => {
  const containerTitle = fields.optional('containerTitle', folded({max: 500}))
  const containerAbbreviation = fields.optional('containerAbbreviation', line({max: 200}))
  const year = fields.optional('year', integer({min: 1000, max: 2100}))
  const volume = fields.optional('volume', label)
  const issue = fields.optional('issue', label)
  const pages = fields.optional('pages', label)
  const articleNumber = fields.optional('articleNumber', label)
  const publisher = fields.optional('publisher', line({max: 300}))
  const identifier = fields.optional('doi', doi)
  const pubmed = fields.optional('pmid', pmid)
  const url = fields.optional('url', httpsUrl)
  const accessedAt = fields.optional('accessedAt', date)
  const retracted = fields.optional('retraction', retraction)
  const read: Source = {
    ...identity(fields),
    kind: fields.required('kind', oneOf<SourceKind>(KINDS)),
    title: fields.required('title', folded({max: 1000})),
    authors: fields.optional('authors', array(author)) ?? [],
    ...(containerTitle !== undefined && {containerTitle}),
    ...(containerAbbreviation !== undefined && {
      containerAbbreviation: containerAbbreviation.replace(/\.$/, ''),
    }),
    ...(year !== undefined && {year}),
    ...(volume !== undefined && {volume}),
    ...(issue !== undefined && {issue}),
    ...(pages !== undefined && {pages}),
    ...(articleNumber !== undefined && {articleNumber}),
    ...(publisher !== undefined && {publisher}),
    ...(identifier !== undefined && {doi: identifier}),
    ...(pubmed !== undefined && {pmid: pubmed}),
    ...(url !== undefined && {url}),
    ...(accessedAt !== undefined && {accessedAt}),
    ...(retracted !== undefined && {retraction: retracted}),
  }
  if (!isFindable(read)) reportUnfindable(read, fields.place)
  return read
})
