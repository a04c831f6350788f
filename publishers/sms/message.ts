/**
 * One message is one single SMS: `name: notice headline link stop`. The notice stands as the editor
 * wrote it. Only the headline may be shortened, at last left out; if the rest does not fit,
 * there is no message.
 *
 * What is tried, first fit wins: the headline whole, then without its pictures, then ever shorter; and
 * for each the long words for STOP before the short ones, which only UCS-2 may fall back on. A
 * headline in another script thus makes the message UCS-2 where that fits; where not, a shorter
 * headline or none can bring it back to GSM 7-bit.
 */
import type {Article, ArticleSummary, Site} from '../../content/model.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {PublisherError} from '../../errors.ts'
import {pageUrl} from '../paths.ts'
import {CAPACITY, type Encoding, encode, foreignCharacter, unitsOf} from './encode.ts'
import {headlineForms} from './headline.ts'
import {stopWords} from './stop-words.ts'
import {transliterate} from './transliterate.ts'

export type PartName = 'name' | 'notice' | 'headline' | 'link' | 'stop'

/** The parts' texts, one after the other, are the message; each brings the space before it. */
export interface SmsPart {
  readonly name: PartName
  readonly text: string
  /** Septets or UCS-2 units. */
  readonly units: number
}

export interface SmsMessage {
  readonly text: string
  readonly encoding: Encoding
  /** Lower-case hex, as `EncodedMessage` has it. */
  readonly hex: string
  /** Septets of 160, or UCS-2 units of 70. */
  readonly units: number
  readonly parts: readonly SmsPart[]
  /** The first character that GSM 7-bit cannot carry, and whose it is. */
  readonly forcedBy?: {readonly part: PartName; readonly character: string}
}

/** How a message is filled, without its words. */
export interface SmsShape extends Pick<SmsMessage, 'encoding' | 'units' | 'forcedBy'> {
  readonly parts: readonly Pick<SmsPart, 'name' | 'units'>[]
}

export const shapeOf = ({encoding, units, parts, forcedBy}: SmsMessage): SmsShape => ({
  encoding,
  units,
  parts: parts.map((part) => ({name: part.name, units: part.units})),
  ...(forcedBy && {forcedBy}),
})

/** What a message is about: an article, or an article of a digest. */
export interface SmsContent {
  readonly site: Site
  readonly article: Article | ArticleSummary
  readonly notice: CrisisNotice
  /** BCP 47, of the words for STOP. */
  readonly language: string
  /** Where to report a message that cannot be. */
  readonly report: {readonly documentId: string; readonly path: string}
}

type Texts = readonly (readonly [name: PartName, text: string])[]

const measure = (texts: Texts): SmsMessage => {
  const text = texts.map(([, part]) => part).join('')
  const {encoding, hex, units} = encode(text)
  const parts = texts.map(([name, part]) =>
    Object.freeze({name, text: part, units: unitsOf(part, encoding)}),
  )
  const [forcedBy] = texts.flatMap(([part, partText]) => {
    const character = foreignCharacter(partText)
    return character === undefined ? [] : [{part, character}]
  })
  const message = {text, encoding, hex, units, parts: Object.freeze(parts)}
  return Object.freeze(forcedBy === undefined ? message : {...message, forcedBy})
}

const tooLong = (smallest: SmsMessage, {article, report}: SmsContent): PublisherError => {
  const {encoding, units, parts, forcedBy} = smallest
  const unit = encoding === 'gsm7' ? 'septets' : 'UCS-2 units'
  const sizes = parts.map((part) => `${part.name} ${part.units}`).join(', ')
  const why =
    forcedBy === undefined
      ? ''
      : ` "${forcedBy.character}" in the ${forcedBy.part} makes it UCS-2, which holds 70.`
  return new PublisherError({
    ...report,
    code: 'SMS_TOO_LONG',
    message: `Even without its headline the SMS for "${article.slug}" takes ${units} of ${CAPACITY[encoding]} ${unit} (${sizes}).${why} Shorten the slug, the notice's smsText or the site's smsName, or publish below a shorter domain.`,
  })
}

const headlineOf = (article: Article | ArticleSummary): string =>
  transliterate(article.smsSummary ?? article.title)

/** Throws PublisherError SMS_TOO_LONG, with the size of each part, when no form fits. */
export const smsMessageFor = (content: SmsContent): SmsMessage => {
  const {site, article, notice, language} = content
  const start: Texts = [
    ['name', `${site.smsName}: `],
    ['notice', notice.smsText],
  ]
  // Without the final slash, which a web server adds by itself: one unit more for the headline.
  const link = pageUrl(site, article).replace(/\/$/, '')
  const [long, short] = stopWords(language)

  const withHeadline = (headline: string, stop: string): SmsMessage => {
    const middle: Texts = headline === '' ? [] : [['headline', ` ${headline}`]]
    return measure([...start, ...middle, ['link', ` ${link}`], ['stop', ` ${stop}`]])
  }
  const fits = ({encoding, units}: SmsMessage): boolean => units <= CAPACITY[encoding]

  for (const headline of headlineForms(headlineOf(article), article.language)) {
    const helpful = withHeadline(headline, long)
    if (fits(helpful)) return helpful
    const terse = withHeadline(headline, short)
    if (terse.encoding === 'ucs2' && fits(terse)) return terse
  }
  const whole = withHeadline('', long)
  throw tooLong(whole.encoding === 'gsm7' ? whole : withHeadline('', short), content)
}
