/** Which format a file has, by the paths of contracts.md. */
import type {Format} from '../publishers/publisher.ts'

/** The first row that matches counts. */
const FORMATS: readonly (readonly [RegExp, Format | undefined])[] = [
  // an article may be called as a list is, or `manifest`
  [/(?:^|\/)articles\/(?:[^/]+\/)?[^/.]+\.json$/, 'partnerArticle'],
  [/(?:^|\/)manifest\.json$/, undefined],
  [/\.schema\.json$/, undefined],
  [/\.html$/, 'page'],
  [/\.eml$/, 'mail'],
  [/\.sms\.txt$/, 'sms'],
  [/(?:^|\/)sitemap(?:-\d+)?\.xml$/, 'sitemap'],
  [/\.xml$/, 'atom'],
  [/(?:^|\/)feed\.json$/, 'jsonFeed'],
  [/(?:^|\/)articles(?:\.\d+)?\.json$/, 'partnerArticles'],
  [/(?:^|\/)helplines\.json$/, 'partnerHelplines'],
  [/(?:^|\/)tombstones\.json$/, 'partnerTombstones'],
  [/\.json$/, 'partnerArticle'],
]

/** `undefined` for files that are no artefacts. `path` with `/` or `\`. */
export const formatOf = (path: string): Format | undefined => {
  const plain = path.replaceAll('\\', '/')
  return FORMATS.find(([pattern]) => pattern.test(plain))?.[1]
}
