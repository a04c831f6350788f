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

/** `A, B, and C`. */
export const listOf = (items: readonly string[], language: string): string => {
  const [first = ''] = items
  return items.length < 2 ? first : listsIn(language).format(items)
}
