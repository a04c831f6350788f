/** Names of countries, languages and lists, from the runtime's CLDR data. */
import {perLanguage} from './per-language.ts'

const regionsIn = perLanguage(
  (language) => new Intl.DisplayNames([language], {type: 'region', fallback: 'code'}),
)

const languagesIn = perLanguage(
  (language) => new Intl.DisplayNames([language], {type: 'language', fallback: 'code'}),
)

const listsIn = perLanguage(
  (language) => new Intl.ListFormat(language, {style: 'long', type: 'conjunction'}),
)

/** `GB` is `United Kingdom`; the code itself when CLDR has no name. */
export const countryName = (country: string, language: string): string =>
  regionsIn(language).of(country) ?? country

/** `es` in `en` is `Spanish`, in `es` is `español`. */
export const languageName = (tag: string, language: string): string =>
  languagesIn(language).of(tag) ?? tag

/** More lists of names than articles have authors in common. */
const MOST = 1000

const writtenIn = perLanguage(() => new Map<string, string>())

/** `A, B, and C`. Kept, since several channels ask for it, and Intl takes 10 us. */
export const listOf = (items: readonly string[], language: string): string => {
  const [first = ''] = items
  if (items.length < 2) return first
  const written = writtenIn(language)
  const key = JSON.stringify(items)
  const known = written.get(key)
  if (known !== undefined) return known
  const list = listsIn(language).format(items)
  if (written.size >= MOST) written.clear()
  written.set(key, list)
  return list
}
