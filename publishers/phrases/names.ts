/** Names of countries, languages and lists, from the runtime's CLDR data. */

/** `GB` is `United Kingdom`; the code itself when CLDR has no name. */
export const countryName = (country: string, language: string): string =>
  new Intl.DisplayNames([language], {type: 'region', fallback: 'code'}).of(country) ?? country

/** `es` in `en` is `Spanish`, in `es` is `español`. */
export const languageName = (tag: string, language: string): string =>
  new Intl.DisplayNames([language], {type: 'language', fallback: 'code'}).of(tag) ?? tag

/** `A, B, and C`. */
export const listOf = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(language, {style: 'long', type: 'conjunction'}).format(items)
