/** A source document made of what was read. */
import {isPrintable} from './missing.ts'
import type {ReferenceFields, ReferenceReading} from './reading.ts'

/** The fields of the document; list items get keys. */
export const sourceFields = (
  {authors, retraction, ...fields}: ReferenceFields,
  newKey: () => string,
): Readonly<Record<string, unknown>> => ({
  ...fields,
  ...(authors !== undefined && {
    authors: authors.map((author) => ({_key: newKey(), _type: 'sourceAuthor', ...author})),
  }),
  ...(retraction !== undefined && {retraction: {_type: 'sourceRetraction', ...retraction}}),
})

/** Whether readers can be given it at once; otherwise it stays a draft until somebody completes it. */
export const isWhole = ({fields, missing}: ReferenceReading): boolean =>
  isPrintable(fields) && missing.every(({field}) => field !== 'authors')

/** What somebody would take for the same work. */
export const SAME_SOURCE = `*[_type == "source" && (
  (defined($doi) && lower(doi) == lower($doi)) ||
  (defined($pmid) && pmid == $pmid) ||
  (defined($title) && lower(title) == lower($title))
)]{_id, _type, _rev, title, year, doi}`

export const sameSourceParams = ({doi, pmid, title}: ReferenceFields) => ({
  doi: doi ?? null,
  pmid: pmid ?? null,
  title: title ?? null,
})
