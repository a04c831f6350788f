/** What an address of an embed or an oEmbed asks for. */
import type {ArticleSummary} from '../../content/model.ts'
import {THEMES, type Theme} from '../../publishers/web/style.ts'
import type {Edition} from '../site/edition.ts'

const BY_SLUG = new WeakMap<Edition, ReadonlyMap<string, readonly ArticleSummary[]>>()

const bySlug = (edition: Edition): ReadonlyMap<string, readonly ArticleSummary[]> => {
  const known = BY_SLUG.get(edition)
  if (known !== undefined) return known
  const made = Map.groupBy(edition.summaries, ({slug}) => slug)
  BY_SLUG.set(edition, made)
  return made
}

/** Without a language the site's own, else the first there is. Retracted ones are found too. */
export const chooseArticle = (
  edition: Edition,
  slug: string,
  language: string | undefined,
): ArticleSummary | undefined => {
  const found = bySlug(edition).get(slug) ?? []
  if (language !== undefined) {
    return found.find((each) => each.language.toLowerCase() === language.toLowerCase())
  }
  return found.find((each) => each.language === edition.site.defaultLanguage) ?? found[0]
}

/** The one that a reader's system asks for when it is none of ours. */
export const chooseTheme = (theme: string | undefined): Theme =>
  THEMES.find((each) => each === theme) ?? 'auto'

/** Without one, the site's own. */
export const chooseCountry = ({site}: Edition, country: string | undefined): string =>
  country === undefined || country === '' ? site.defaultCountry : country.toUpperCase()
