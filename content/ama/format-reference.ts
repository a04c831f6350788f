/**
 * References in the style of the AMA Manual of Style, 11th edition, chapter 3. Titles keep the
 * capitals that the document gives them. Always in English and left to right.
 */
import type {Source, SourceKind} from '../model.ts'
import {perFrozen} from '../per-frozen.ts'
import {formatAuthors} from './authors.ts'
import {availability, retractionNotice} from './availability.ts'
import {issueImprint, publisherImprint} from './imprint.ts'
import {italic, joined, plain, type ReferenceRun, type Sentence} from './run.ts'

const container = ({containerAbbreviation, containerTitle}: Source): string | undefined =>
  containerAbbreviation ?? containerTitle

const volume = ({volume: number}: Source): Sentence =>
  plain(number === undefined ? undefined : `Vol ${number}`)

/** `Published online 2018`, of what appeared in no issue. */
const online = (source: Source): string => {
  const {year, volume: number, issue, pages, articleNumber} = source
  const isNumbered = [number, issue, pages, articleNumber].some((part) => part !== undefined)
  return year === undefined || isNumbered ? issueImprint(source) : `Published online ${year}`
}

type Layout = (source: Source) => readonly Sentence[]

const journalArticle: Layout = (source) => [
  plain(source.title),
  italic(container(source)),
  plain(online(source)),
]

/** A chapter when it names the book that holds it. */
const book: Layout = (source) => {
  const whole = source.containerTitle
  const title =
    whole === undefined
      ? [italic(source.title)]
      : [plain(source.title), [...plain('In: '), ...italic(whole)]]
  return [...title, volume(source), plain(publisherImprint(source))]
}

const report: Layout = (source) => [italic(source.title), plain(publisherImprint(source))]

/** The site's name, else who publishes it. */
const webPage: Layout = (source) => [
  plain(source.title),
  plain(source.containerTitle ?? source.publisher),
  plain(source.year === undefined ? undefined : String(source.year)),
]

const dataset: Layout = (source) => [
  plain(source.title),
  italic(source.containerTitle),
  plain(source.publisher === undefined ? online(source) : publisherImprint(source)),
]

const LAYOUTS: Readonly<Record<SourceKind, Layout>> = {
  journalArticle,
  book,
  report,
  webPage,
  dataset,
}

/** The reference without its number. Made once a source: every channel of every article that cites it asks. */
export const formatReference: (source: Source) => readonly ReferenceRun[] = perFrozen((source) =>
  joined([
    plain(formatAuthors(source.authors)),
    ...LAYOUTS[source.kind](source),
    ...availability(source),
    retractionNotice(source),
  ]),
)
