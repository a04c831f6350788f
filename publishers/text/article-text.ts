/** A whole article in plain text: for the text part of a mail and the partner's `text`. */
import {referenceText} from '../../content/ama/reference.ts'
import {citationNumbers} from '../../content/citations.ts'
import type {Article, Source} from '../../content/model.ts'
import {noticeText} from '../../crisis-notice/lines.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import {formatDate} from '../phrases/dates.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {phrases} from '../phrases.ts'
import {aboutLines} from './about.ts'
import {blocksText, warningText} from './blocks.ts'
import type {TextOptions} from './options.ts'
import {prefixed, wrap} from './wrap.ts'

/**
 * The same source is cited by many articles, and shown in each of them by several channels. The lines are
 * kept by their width, of which there are as many as lengths of a number.
 */
const wrappedReferences = perFrozen((source: Source) => ({
  text: referenceText(source),
  lines: new Map<number, readonly string[]>(),
}))

const referenceLines = (source: Source, width: number): readonly string[] => {
  const {text, lines} = wrappedReferences(source)
  const known = lines.get(width)
  if (known !== undefined) return known
  const made = wrap(text, width)
  lines.set(width, made)
  return made
}

/** One function an article, so that what was made with it is known again. */
const numbersOf = perFrozen((article: Article) => citationNumbers(article))

/** What `blocksText` needs for this publication's blocks. */
export const textOptions = (
  {article, notice, site}: Publication,
  {width = Infinity}: {readonly width?: number} = {},
): Required<TextOptions> => ({
  language: article.language,
  noticeLanguage: notice.language,
  numbers: numbersOf(article),
  origin: site.url,
  width,
})

type Options = Required<TextOptions>

/** `# Heading`, with as many signs as its level. */
const heading = (level: number, text: string, {width}: Options): string =>
  prefixed(wrap(text, width), `${'#'.repeat(level)} `, '')

const paragraph = (text: string, {width}: Options): string => wrap(text, width).join('\n')

const item = (sign: string, text: string, {width}: Options): string =>
  prefixed(wrap(text, width - sign.length), sign, ' '.repeat(sign.length))

const retractionText = ({retraction, language}: Article, options: Options): readonly string[] =>
  retraction === undefined
    ? []
    : [
        paragraph(
          `${phrases(language).retracted} (${formatDate(retraction.date, language)}): ${retraction.reason}`,
          options,
        ),
      ]

const keyPointsText = ({keyPoints, language}: Article, options: Options): readonly string[] =>
  keyPoints.length === 0
    ? []
    : [
        heading(2, phrases(language).keyPoints, options),
        keyPoints.map((point) => item('- ', point, options)).join('\n'),
      ]

/** `[1] Okafor N. A trial …`, a line each; addresses are never broken. */
export const referencesText = (article: Article, options: Options): readonly string[] =>
  article.references.length === 0
    ? []
    : [
        heading(2, phrases(article.language).references, options),
        article.references
          .map(({number, source}) => {
            const sign = `[${number}] `
            const lines = referenceLines(source, options.width - sign.length)
            return prefixed(lines, sign, ' '.repeat(sign.length))
          })
          .join('\n'),
      ]

const correctionsText = ({corrections, language}: Article, options: Options): readonly string[] =>
  corrections.length === 0
    ? []
    : [
        heading(2, phrases(language).corrections, options),
        corrections
          .map(({date, note}) => item('- ', `${formatDate(date, language)}: ${note}`, options))
          .join('\n'),
      ]

/** Heading and body of one section; `body` when it is at hand, as `blocksText` gives it. */
export const sectionText = (
  section: Article['sections'][number],
  options: Options,
  body: string = blocksText(section.body, options),
): string => [heading(2, section.heading, options), body].filter((part) => part !== '').join('\n\n')

/**
 * The notice first, its lines unwrapped so that they stay exactly those of `noticeText`; then title,
 * summary, by-lines, dates, key points, opening, warnings, sections, references, corrections. Images become
 * their descriptions, bold and italics are lost. No final line break. Throws UnknownBlockError.
 * `bodies` are the sections' own, in order and for the same layout, for who has them already.
 */
export const articleText = (
  publication: Publication,
  layout: {readonly width?: number} = {},
  bodies: readonly string[] = [],
): string => {
  const {article, notice} = publication
  const options = textOptions(publication, layout)
  const parts = [
    noticeText(notice),
    heading(1, article.title, options),
    ...retractionText(article, options),
    paragraph(article.summary, options),
    aboutLines(article).join('\n'),
    ...keyPointsText(article, options),
    blocksText(article.opening, options),
    ...article.warnings.map((warning) => warningText(warning, options)),
    ...article.sections.map((section, index) => sectionText(section, options, bodies[index])),
    ...referencesText(article, options),
    ...correctionsText(article, options),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}
