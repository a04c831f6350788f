/** What a key opens, and for whom. */
import {NoticeMissingError} from '../../../errors.ts'
import type {Scope} from '../../../delivery/partners/partner.ts'
import type {Edition} from '../../site/edition.ts'
import {ApiProblem} from '../problems.ts'

const isOpen = (all: readonly string[], one: string): boolean =>
  all.length === 0 || all.includes(one)

export const opensArticle = (
  {topics, languages}: Scope,
  article: {readonly topics: readonly string[]; readonly language: string},
): boolean =>
  isOpen(languages, article.language) &&
  (topics.length === 0 || article.topics.some((topic) => topics.includes(topic)))

/** Countries with a notice in the language, among those that the key is for. */
export const countriesOf = (
  edition: Edition,
  {countries}: Scope,
  language: string,
): readonly string[] => {
  const all = [...new Set(edition.notices.map(({country}) => country))]
  return all.filter((country) => {
    if (!isOpen(countries, country)) return false
    try {
      edition.notice({country, language}, [])
      return true
    } catch (error) {
      if (error instanceof NoticeMissingError) return false
      throw error
    }
  })
}

export const noticeMissing = (
  edition: Edition,
  scope: Scope,
  {country, language}: {readonly country: string; readonly language: string},
): ApiProblem =>
  new ApiProblem(
    'NOTICE_MISSING',
    `There is no crisis notice for readers in ${country} of a text in ${language}.`,
    {members: {countries: countriesOf(edition, scope, language)}},
  )

/** The country asked for, else the partner's own, else the site's. Throws ApiProblem COUNTRY_CLOSED. */
export const countryFor = ({site}: Edition, scope: Scope, asked: string | undefined): string => {
  if (asked === undefined) return scope.countries[0] ?? site.defaultCountry
  if (isOpen(scope.countries, asked)) return asked
  throw new ApiProblem('COUNTRY_CLOSED', `This key is not for readers in ${asked}.`, {
    members: {countries: scope.countries},
  })
}
