/** Where and when a work appeared: `2018;12(3):310-315`, `Oxford University Press; 2018:12-15`. */
import {formatPages} from '../../content/ama/pages.ts'
import type {ReferenceFields} from './reading.ts'
import {sentences} from './sentences.ts'

export interface Imprint {
  readonly before: string
  readonly fields: ReferenceFields
  readonly unread: readonly string[]
}

const LOCATION = String.raw`[\p{L}\d](?:[\p{L}\d.]*[\p{L}\d])?(?:\s?[-\u2010-\u2015]\s?[\p{L}\d]+)?(?:, ?[\p{L}\d]+(?:\s?[-\u2010-\u2015]\s?[\p{L}\d]+)?)*`

const ISSUE = new RegExp(
  String.raw`(?<=^|[.?!]["'”’)\]]*\s)(?<year>\d{4})(?<month> \p{L}{3,9}\.?(?: \d{1,2})?)?;\s?(?<volume>[^\s:;()]+(?: [Ss]uppl(?: \w+)?)?)?(?:\s?\((?<issue>[^()]+)\))?(?::\s?(?<location>${LOCATION}))?\.?$`,
  'u',
)

const PAGES_OF_YEAR = new RegExp(
  String.raw`(?<=[.?!]["'”’)\]]*\s)(?<year>\d{4}):\s?(?<location>${LOCATION})\.?$`,
  'u',
)

const ONLINE =
  /(?<=[.?!]["'”’)\]]*\s)(?:Published online|Epub)(?: ahead of print)?(?: \p{L}{3,9}\.?(?: \d{1,2},)?)? (?<year>\d{4})\.?$/iu

const PUBLISHED = new RegExp(
  String.raw`(?<=[.?!]["'”’)\]]*\s)(?<publisher>[^;]+);\s?(?<year>\d{4})(?::\s?(?<location>${LOCATION}))?\.?$`,
  'u',
)

/** `New York, NY: Oxford University Press`, as the tenth edition wrote it. */
const PLACE = /^([^:]+,\s?[^:]+|[^:]+): /u

/** `e1920622`, `20m13699`, `006`; `S12` is a page of a supplement. */
const ARTICLE_NUMBER = /^(?:0\d+|(?=.*\p{L})(?=.*\d)(?!S\d+$)[\p{L}\d.]+)$/u

/** A bare number may be a page or an article; printed it looks the same. */
const whereabouts = (location: string | undefined): ReferenceFields => {
  if (location === undefined) return {}
  return ARTICLE_NUMBER.test(location)
    ? {articleNumber: location}
    : {pages: formatPages(location.replace(/\s?[\u2010-\u2015]\s?/gu, '-'))}
}

/** In a journal; nothing when the text does not end so. */
export const issueImprint = (text: string): Imprint | undefined => {
  const match = ISSUE.exec(text) ?? PAGES_OF_YEAR.exec(text) ?? ONLINE.exec(text)
  if (match === null) return undefined
  const {year, month, volume, issue, location} = match.groups ?? {}
  const isPart = volume !== undefined || issue !== undefined || location !== undefined
  if (match[0].includes(';') && !isPart) return undefined
  return {
    before: text.slice(0, match.index).trimEnd(),
    fields: {
      kind: 'journalArticle',
      year: Number(year),
      ...(volume !== undefined && {volume}),
      ...(issue !== undefined && {issue}),
      ...whereabouts(location),
    },
    unread: month === undefined ? [] : [month.trim()],
  }
}

/** By a publisher; nothing when the text does not end so. */
export const publisherImprint = (text: string): Imprint | undefined => {
  const match = PUBLISHED.exec(text)
  const {publisher = '', year, location} = match?.groups ?? {}
  if (match === null || year === undefined) return undefined
  // the publisher is the last sentence before the year
  const last = sentences(publisher).at(-1) ?? publisher
  const start = match.index + publisher.length - last.length
  const place = PLACE.exec(last)?.[1]
  return {
    before: text.slice(0, start).trimEnd(),
    fields: {
      publisher: last.replace(PLACE, '').trim(),
      year: Number(year),
      ...whereabouts(location),
    },
    unread: place === undefined ? [] : [place],
  }
}
