/**
 * All notices of a dataset. The only place that answers "which notice for whom": the publishers'
 * policy and the gate both ask here, each on its own.
 */
import {baseLanguage} from '../content/direction.ts'
import type {Helpline, NoticeDocument, Site} from '../content/model.ts'
import {NoticeMissingError, type Problem} from '../errors.ts'
import {joinNotice, type JoinedNotice} from './join.ts'
import type {Audience, CrisisNotice} from './notice.ts'
import {orderHelplines} from './order.ts'
import {staleness} from './staleness.ts'

const noticeId = ({country, language}: Audience): string => `crisisNotice-${country}-${language}`

const key = (country: string, language: string): string =>
  // Stryker disable next-line MethodExpression: any one case will do
  `${country.toUpperCase()} ${language.toLowerCase()}`

export interface NoticeBookContents {
  readonly site: Pick<Site, 'noticeFallbackLanguages'>
  readonly notices: readonly NoticeDocument[]
  readonly helplines: readonly Helpline[]
  /** YYYY-MM-DD: decides what is stale or retired. */
  readonly today: string
}

/** Notices that are remembered; beyond, all are forgotten. */
const MOST_MADE = 500

export class NoticeBook {
  /** Every reason why some notice cannot be used. */
  readonly problems: readonly Problem[]
  /** Helplines past their verification date, not yet twice. */
  readonly warnings: readonly Problem[]
  readonly #joined: ReadonlyMap<string, JoinedNotice>
  readonly #fallbacks: readonly string[]
  /** Thousands of articles ask for the same few. */
  readonly #made = new Map<string, CrisisNotice>()

  constructor({site, notices, helplines, today}: NoticeBookContents) {
    const byId = new Map(helplines.map((helpline) => [helpline.id, helpline]))
    const joined = notices.map((document) => joinNotice(document, byId, today))
    this.#joined = new Map(joined.map((notice) => [key(notice.country, notice.language), notice]))
    this.#fallbacks = site.noticeFallbackLanguages
    this.problems = Object.freeze(joined.flatMap((notice) => notice.problems))
    this.warnings = Object.freeze(
      helplines.flatMap((helpline) => {
        const problem = staleness(helpline, today)
        return problem?.code === 'HELPLINE_STALE' ? [problem] : []
      }),
    )
    Object.freeze(this)
  }

  /** The audiences some notice was written for, in the dataset's order, usable or not. */
  audiences(): readonly Audience[] {
    return [...this.#joined.values()].map(({country, language}) => ({country, language}))
  }

  /**
   * The notice for one audience, its helplines ordered for an article on `topics`.
   *
   * Lookup: the asked language, then its shorter forms (RFC 4647 section 3.4: `es-MX`, `es`), then
   * the site's fallback languages, always in the asked country; never another country's notice.
   * Throws NoticeMissingError when there is none or the one there is has problems.
   */
  notice(audience: Audience, topics: readonly string[]): CrisisNotice {
    const wanted = JSON.stringify([audience.country, audience.language, ...topics])
    const known = this.#made.get(wanted)
    if (known !== undefined) return known
    const made = this.#make(audience, topics)
    if (this.#made.size >= MOST_MADE) this.#made.clear()
    this.#made.set(wanted, made)
    return made
  }

  #make(audience: Audience, topics: readonly string[]): CrisisNotice {
    const found = this.#find(audience)
    if (found === undefined) throw new NoticeMissingError(this.#missing(audience))
    const [problem] = found.problems
    if (problem !== undefined) throw new NoticeMissingError(problem)
    const helplines = orderHelplines(found, topics)
    const {id, revision, language, heading, lead, smsText, emergency} = found
    return Object.freeze({
      id,
      revision,
      audience: Object.freeze({country: audience.country, language: audience.language}),
      language,
      heading,
      lead,
      smsText,
      emergency,
      helplines,
    })
  }

  #find({country, language}: Audience): JoinedNotice | undefined {
    const asked = [language, baseLanguage(language)]
    for (const candidate of [...asked, ...this.#fallbacks]) {
      const found = this.#joined.get(key(country, candidate))
      if (found !== undefined) return found
    }
    return undefined
  }

  #missing(audience: Audience): Problem {
    const id = noticeId(audience)
    const others = this.audiences().filter(({country}) => country === audience.country)
    const known = others.map(({language}) => language).join(', ')
    const hint =
      others.length === 0
        ? ''
        : ` (${audience.country} has one in: ${known}; the site's noticeFallbackLanguages may name a language that stands in)`
    return {
      documentId: id,
      path: '',
      code: 'NOTICE_MISSING',
      message: `No crisis notice for country ${audience.country} in language ${audience.language}. Create and publish the document ${id}${hint}.`,
    }
  }
}
