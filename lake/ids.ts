/** Sanity's document ids: https://www.sanity.io/docs/content-lake/ids */

const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'
const VERSION = /^versions\.([^.]+)\.(.+)$/
/** Letters, digits, `.`, `_` and `-`, neither `-` nor `.` first, no `..`, at most 128. */
const ID = /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

export const isValidId = (id: string): boolean => ID.test(id) && !id.endsWith('.')

export const isDraftId = (id: string): boolean => id.startsWith(DRAFTS)

export const isVersionId = (id: string): boolean => VERSION.test(id)

export const isPublishedId = (id: string): boolean => !isDraftId(id) && !id.startsWith(VERSIONS)

/** The id that a document, its draft and its versions share. */
export const publishedId = (id: string): string =>
  isDraftId(id) ? id.slice(DRAFTS.length) : (VERSION.exec(id)?.[2] ?? id)

export const draftId = (id: string): string => `${DRAFTS}${publishedId(id)}`

export const versionId = (release: string, id: string): string =>
  `${VERSIONS}${release}.${publishedId(id)}`

/** `rSpring` of `versions.rSpring.article`; undefined for drafts and published documents. */
export const releaseOf = (id: string): string | undefined => VERSION.exec(id)?.[1]

/** What `perspective` calls the document: `published`, `drafts` or the name of its release. */
export const layerOf = (id: string): string =>
  isDraftId(id) ? 'drafts' : (releaseOf(id) ?? 'published')
