/** What Sanity's ids mean: https://www.sanity.io/docs/content-lake/ids */
const DRAFT = /^drafts\./
const VERSION = /^versions\.[^.]+\./

export type IdKind = 'published' | 'draft' | 'version' | 'invalid'

/** Letters, digits, `.`, `_` and `-`, not `-` or `.` first, at most 128. */
const ID = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

export const idKind = (id: string): IdKind => {
  if (!ID.test(id)) return 'invalid'
  if (DRAFT.test(id)) return 'draft'
  return VERSION.test(id) ? 'version' : 'published'
}
