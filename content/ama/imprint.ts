/** What says where and when a source appeared: `2018;12(3):310-315`, `Oxford University Press; 2018`. */
import type {Source} from '../model.ts'
import {formatPages} from './pages.ts'

/** An article number takes the place of pages. */
const location = ({articleNumber, pages}: Source): string | undefined =>
  articleNumber ?? (pages === undefined ? undefined : formatPages(pages))

const after = (mark: string, text: string | undefined): string =>
  text === undefined ? '' : `${mark}${text}`

const yearOf = ({year}: Source): string | undefined =>
  year === undefined ? undefined : String(year)

/** `2018;12(3):310-315`; what is unknown is left out with its mark. */
export const issueImprint = (source: Source): string => {
  const {volume, issue} = source
  const number = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`
  const year = yearOf(source)
  const appeared = number === '' ? (year ?? '') : `${year === undefined ? '' : `${year};`}${number}`
  const where = location(source)
  return appeared === '' ? (where ?? '') : `${appeared}${after(':', where)}`
}

/** `Oxford University Press; 2018:12-15` */
export const publisherImprint = (source: Source): string => {
  const published = [source.publisher, yearOf(source)].filter((part) => part !== undefined)
  const imprint = published.join('; ')
  const where = location(source)
  return imprint === '' ? (where ?? '') : `${imprint}${after(':', where)}`
}
