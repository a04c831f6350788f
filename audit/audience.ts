/** Whose notice a page must show. */
import type {Site} from '../content/model.ts'
import type {Audience, CrisisNotice} from '../crisis-notice/notice.ts'
import type {NoticeBook} from '../crisis-notice/notice-book.ts'
import {NoticeMissingError} from '../errors.ts'

const localeOf = (tag: string | undefined): Intl.Locale | undefined => {
  try {
    return tag === undefined ? undefined : new Intl.Locale(tag.trim())
  } catch {
    return undefined
  }
}

export interface AudienceQuestion {
  /** What was asked for. */
  readonly country?: string
  readonly language?: string
  /** Of the article that the page is a copy of. */
  readonly articleLanguage?: string
  /** Of `<html lang>`. */
  readonly pageLanguage: string | undefined
}

/** A region in the page's language, as in `en-GB`, counts where there is a notice for it. */
export const audienceOf = (
  {country, language, articleLanguage, pageLanguage}: AudienceQuestion,
  site: Site,
  book: NoticeBook,
): Audience => {
  const locale = localeOf(pageLanguage)
  const region = book.audiences().find((each) => each.country === locale?.region)?.country
  return {
    country: country ?? region ?? site.defaultCountry,
    language: language ?? articleLanguage ?? locale?.language ?? site.defaultLanguage,
  }
}

/**
 * The notice for the audience; where nothing is written in its language, another one of its country,
 * whose numbers are the same. Throws NoticeMissingError.
 */
export const noticeFor = (
  book: NoticeBook,
  {country, language}: Audience,
  topics: readonly string[],
  site: Site,
): CrisisNotice => {
  const others = book.audiences().filter((each) => each.country === country)
  const languages = [language, site.defaultLanguage, ...others.map((each) => each.language)]
  let missing: NoticeMissingError | undefined
  for (const candidate of languages) {
    try {
      return book.notice({country, language: candidate}, topics)
    } catch (error) {
      const isMissing =
        error instanceof NoticeMissingError && error.problem.code === 'NOTICE_MISSING'
      if (!isMissing) throw error
      missing ??= error
    }
  }
  throw missing ?? new RangeError('no language was asked for')
}

/** One for each other country that has a usable one. */
export const foreignNotices = (
  book: NoticeBook,
  audience: Audience,
  topics: readonly string[],
  site: Site,
): readonly CrisisNotice[] => {
  const countries = new Set(book.audiences().map(({country}) => country))
  countries.delete(audience.country)
  return [...countries].flatMap((country) => {
    try {
      return [noticeFor(book, {country, language: audience.language}, topics, site)]
    } catch (error) {
      if (error instanceof NoticeMissingError) return []
      throw error
    }
  })
}
