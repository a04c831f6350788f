/** Embeds past the gate, each made once for as long as its publication is the same. */
import type {Publication} from '../../crisis-notice/policy.ts'
import {NoticeMissingError} from '../../errors.ts'
import {absentEmbedOutput, embedOutput} from '../../publishers/web/embed/embed-page.ts'
import type {Theme} from '../../publishers/web/style.ts'
import {Prepared} from '../api/prepared.ts'
import {type Edition, isRefusal} from '../site/edition.ts'
import {chooseArticle, chooseCountry, chooseTheme} from './choose.ts'

/** As they stand in the address. */
export interface EmbedRequest {
  readonly slug: string
  readonly country?: string | undefined
  readonly language?: string | undefined
  readonly theme?: string | undefined
}

type Status = 200 | 404 | 410 | 422 | 503

const TYPE = 'text/html; charset=utf-8'

/** Asked for again each time, as the site's own pages are: a new helpline is there at once. */
const CACHE_CONTROL = 'no-cache'

type Made<Key> = Map<Key, Promise<Prepared>>

const EMBEDS = new WeakMap<Publication, Made<Theme>>()
const ABSENT = new WeakMap<Edition, Made<string>>()

/** What failed is made anew when it is asked for again. */
const once = <Owner extends object, Key>(
  kept: WeakMap<Owner, Made<Key>>,
  owner: Owner,
  key: Key,
  make: () => Promise<Prepared>,
): Promise<Prepared> => {
  const made: Made<Key> = kept.get(owner) ?? new Map()
  kept.set(owner, made)
  const known = made.get(key)
  if (known !== undefined) return known
  const making = make()
  made.set(key, making)
  making.catch(() => made.delete(key))
  return making
}

const embed = async (
  edition: Edition,
  publication: Publication,
  theme: Theme,
): Promise<Prepared> => {
  const {audience, article, notice} = publication
  const expectation = {audience, topics: article.topics}
  const output = await edition.pass(embedOutput(publication, theme), expectation)
  return Prepared.verified(output, {
    type: TYPE,
    status: article.retraction === undefined ? 200 : 410,
    surrogates: [`article-${article.id}`, `notice-${notice.id}`, 'site'],
    cacheControl: CACHE_CONTROL,
    isPage: true,
  })
}

/** With the notice of the site's own country: whoever came to read may need it. */
const absent = (edition: Edition, theme: Theme, status: Status): Promise<Prepared> =>
  once(ABSENT, edition, `${status} ${theme}`, async () => {
    const {defaultCountry} = edition.site
    const output = await edition.compose(defaultCountry, (site) => absentEmbedOutput(site, theme))
    return Prepared.verified(output, {
      type: TYPE,
      status,
      surrogates: ['site'],
      cacheControl: CACHE_CONTROL,
      isPage: true,
    })
  })

const REFUSED = new WeakMap<Edition, Set<string>>()

/** Whoever asks again and again fills no log. */
const isNews = (edition: Edition, id: string): boolean => {
  const told = REFUSED.get(edition) ?? new Set()
  REFUSED.set(edition, told)
  return !told.has(id) && told.add(id).size > 0
}

/**
 * 200, or 410 for an article that was retracted. 404 for one that is not there, 422 for a country without a
 * notice in its language, 503 for one that may not be shown now: those are pages with a notice as well.
 */
export const findEmbed = async (
  edition: Edition,
  {slug, country, language, theme: asked}: EmbedRequest,
  onProblem: (problem: string) => void,
): Promise<Prepared> => {
  const theme = chooseTheme(asked)
  const summary = chooseArticle(edition, slug, language)
  if (summary === undefined) return absent(edition, theme, 404)
  try {
    const readers = chooseCountry(edition, country)
    const publication = await edition.publication(summary.id, readers)
    if (publication === undefined) return absent(edition, theme, 404)
    return await once(EMBEDS, publication, theme, () => embed(edition, publication, theme))
  } catch (error) {
    if (error instanceof NoticeMissingError) return absent(edition, theme, 422)
    if (!isRefusal(error)) throw error
    if (isNews(edition, summary.id)) onProblem(`/embed/${slug}: ${error.message}`)
    return absent(edition, theme, 503)
  }
}
