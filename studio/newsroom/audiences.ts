/** For whom a document of one language is published. */
import {baseLanguage} from '../../content/direction.ts'
import type {Audience} from '../../crisis-notice/notice.ts'
import type {Desk} from './newsroom.ts'

/**
 * The site's own country always, notice or not: without one nothing goes out there. Beside it every
 * country that somebody wrote a notice for in this language, or in one that may stand in.
 */
export const audiencesFor = (
  {site, book}: Pick<Desk, 'site' | 'book'>,
  language: string,
): readonly Audience[] => {
  const asked = [language, baseLanguage(language), ...site.noticeFallbackLanguages]
  const wanted = new Set(asked.map((each) => each.toLowerCase()))
  const served = book
    .audiences()
    .filter((audience) => wanted.has(audience.language.toLowerCase()))
    .map(({country}) => country)
    .toSorted()
  const countries = new Set([site.defaultCountry, ...served])
  return [...countries].map((country) => ({country, language}))
}

/** An audience as editors say it: `United States (English)`. */
export const audienceName = ({country, language}: Audience): string =>
  `${countryName(country)} (${languageName(language)})`

const named = (type: 'region' | 'language', code: string): string => {
  try {
    return new Intl.DisplayNames('en', {type}).of(code) ?? code
  } catch {
    // a code that no list has is shown as it stands
    return code
  }
}

/** `GB`: `United Kingdom`. */
export const countryName = (code: string): string => named('region', code)

/** `es`: `Spanish`. */
export const languageName = (code: string): string => named('language', code)
