/** Whether readers of an article or digest get a crisis notice, and where. */
import type {DocumentBadgeDescription} from 'sanity'
import {itemsOf, textOf, type Fields} from '../../schemas/shapes.ts'
import {countryName, languageName} from '../newsroom/audiences.ts'
import {noticeLanguageFor} from '../where-used/carried.ts'

/** What the badge is made from; documents as editors see them, drafts before published ones. */
export interface Served {
  readonly site: Fields
  readonly notices: readonly Fields[]
}

const LISTED = 4

/** Countries whose readers get a notice in `language`, or one that stands in for it; in the order of their names. */
export const countriesServed = (language: string, {site, notices}: Served): readonly string[] => {
  const fallbacks = itemsOf(site['noticeFallbackLanguages']).map(textOf)
  const byCountry = Map.groupBy(notices, (notice) => textOf(notice['country']))
  return [...byCountry]
    .flatMap(([country, own]) => {
      const languages = own.map((notice) => textOf(notice['language']))
      const found = noticeLanguageFor(language, {languages, fallbacks})
      return country === '' || found === undefined ? [] : [country]
    })
    .toSorted((one, other) => countryName(one).localeCompare(countryName(other)))
}

const listed = (countries: readonly string[]): string =>
  countries.length <= LISTED
    ? countries.join(', ')
    : `${countries.slice(0, LISTED).join(', ')} +${countries.length - LISTED}`

/** Nothing until the document has a language. */
export const noticeBadge = (document: Fields, served: Served): DocumentBadgeDescription | null => {
  const language = textOf(document['language'])
  if (language === '') return null
  const countries = countriesServed(language, served)
  const home = textOf(served.site['defaultCountry'])
  if (countries.length === 0) {
    return {
      label: 'No crisis notice',
      color: 'danger',
      title: `There is no crisis notice in ${languageName(language)}, so this is published nowhere. Write one under "Crisis notices".`,
    }
  }
  const names = countries.map(countryName).join(', ')
  if (home !== '' && !countries.includes(home)) {
    return {
      label: `Notice: not for ${home}`,
      color: 'danger',
      title: `There is no crisis notice in ${languageName(language)} for ${countryName(home)}, the site's own country; there are some for ${names}.`,
    }
  }
  return {
    label: `Notice: ${listed([...new Set([home, ...countries])].filter((each) => each !== ''))}`,
    color: 'success',
    title: `Readers get a crisis notice in ${names}.`,
  }
}
