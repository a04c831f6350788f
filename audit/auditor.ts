/** Partner pages, one by one: fetched, read, and held against the notice that their readers need. */
import type {Helpline, Site} from '../content/model.ts'
import type {Audience} from '../crisis-notice/notice.ts'
import type {NoticeBook} from '../crisis-notice/notice-book.ts'
import {AuditError} from '../errors.ts'
import {ArticleIndex, type AuditArticle} from './article.ts'
import {audienceOf, foreignNotices, noticeFor} from './audience.ts'
import {asFailure} from './fetch/failure.ts'
import type {Fetched, Fetcher} from './fetch/fetcher.ts'
import {type Judgement, judge} from './judge/judge.ts'
import {type RetiredLine, retiredLines} from './judge/outdated.ts'
import {notPage} from './not-page.ts'
import {readPage} from './read-page.ts'
import type {PageView} from './read/view.ts'
import type {RenderedView, Renderer} from './render/renderer.ts'
import type {AuditResult, Finding, Verdict} from './result.ts'
import type {Target} from './targets.ts'

/** What is published today. */
export interface AuditSource {
  readonly site: Site
  readonly book: NoticeBook
  readonly articles: readonly AuditArticle[]
  /** Retired ones included. */
  readonly helplines: readonly Helpline[]
  /** YYYY-MM-DD. */
  readonly today: string
  /** Where our own pages and embeds are served, the site's first. */
  readonly origins: readonly string[]
}

export interface AuditOptions {
  readonly fetcher: Fetcher
  /** Asked when scripts could change what a reader sees; absent where there is no browser. */
  readonly renderer?: Renderer
  /** Every page in the browser, not only those whose HTML is not right by itself. */
  readonly isAlwaysRendered?: boolean
  /** ISO 3166-1 alpha-2; else of the page's language, else the site's. */
  readonly country?: string
  readonly language?: string
}

interface Judged extends Judgement {
  readonly article: AuditArticle | undefined
  readonly audience: Audience
}

/** From the worst to the best. */
const WORST: readonly Verdict[] = ['outdated', 'missing', 'hidden', 'incomplete', 'current']

export class Auditor {
  readonly #source: AuditSource
  readonly #options: AuditOptions
  readonly #index: ArticleIndex
  readonly #retired: readonly RetiredLine[]

  constructor(source: AuditSource, options: AuditOptions) {
    this.#source = source
    this.#options = options
    this.#index = new ArticleIndex(source.articles, source.origins, source.site.defaultLanguage)
    this.#retired = retiredLines(source.helplines, source.today)
  }

  /** Whether `URL=name` names an article of ours. */
  knows(name: string): boolean {
    return this.#index.named(name) !== undefined
  }

  /** Throws NoticeMissingError when there is no notice to look for; whatever is wrong with the page is a verdict. */
  async audit({url, article}: Target): Promise<AuditResult> {
    let fetched: Fetched
    try {
      fetched = await this.#options.fetcher.page(url)
    } catch (error) {
      const {verdict, message} = asFailure(error)
      return result({url: url.href, verdict, findings: [pageFinding(message)]})
    }
    const moved = fetched.url.href === url.href ? {} : {finalUrl: fetched.url.href}
    const found = {url: url.href, status: fetched.status, ...moved}
    const wrong = notPage(url, fetched)
    if (wrong !== undefined) {
      return result({...found, verdict: wrong.verdict, findings: [pageFinding(wrong.message)]})
    }
    const {judged, isRendered} = await this.#read(fetched, article)
    const {id, slug, language} = judged.article ?? {}
    return result({
      ...found,
      verdict: judged.verdict,
      findings: judged.findings,
      ...(id !== undefined &&
        slug !== undefined &&
        language !== undefined && {article: {id, slug, language}}),
      audience: judged.audience,
      seen: judged.seen,
      isRendered,
    })
  }

  async #read(
    fetched: Fetched,
    named: string | undefined,
  ): Promise<{readonly judged: Judged; readonly isRendered: boolean}> {
    const {fetcher, renderer, isAlwaysRendered = false} = this.#options
    const {view, notes} = await readPage(fetched, fetcher, this.#index)
    const judged = this.#judge(view, named)
    const plain = {...judged, findings: [...judged.findings, ...notes]}
    const isAsked = isAlwaysRendered || (view.hasScripts && judged.verdict !== 'current')
    if (!isAsked) return {judged: plain, isRendered: false}
    if (renderer === undefined) return {judged: unscripted(plain, NO_BROWSER), isRendered: false}
    const views = await rendered(renderer, fetched, isAlwaysRendered)
    if (typeof views === 'string') return {judged: unscripted(plain, views), isRendered: false}
    const all = views.map(({screen, view: shown}) => ({screen, ...this.#judge(shown, named)}))
    return {judged: worst(all), isRendered: true}
  }

  #judge(view: PageView, named: string | undefined): Judged {
    const {site, book} = this.#source
    const {country, language} = this.#options
    const article = named === undefined ? this.#index.of(view) : this.#index.named(named)
    const audience = audienceOf(
      {
        ...(country !== undefined && {country}),
        ...(language !== undefined && {language}),
        ...(article !== undefined && {articleLanguage: article.language}),
        pageLanguage: view.language,
      },
      site,
      book,
    )
    const topics = article?.topics ?? []
    const judgement = judge({
      pieces: view.pieces,
      notice: noticeFor(book, audience, topics, site),
      others: foreignNotices(book, audience, topics, site),
      retired: this.#retired,
    })
    return {...retracted(judgement, article), article, audience}
  }
}

const pageFinding = (message: string): Finding => ({kind: 'page', message: sentence(message)})

const sentence = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${message.endsWith('.') ? '' : '.'}`

const NO_BROWSER = 'there is no browser to run them in; see --render'

/** The views, or why there are none. */
const rendered = async (
  renderer: Renderer,
  fetched: Fetched,
  isRequired: boolean,
): Promise<readonly RenderedView[] | string> => {
  try {
    return await renderer.render(fetched)
  } catch (error) {
    // a browser that does not start is no fault of the page
    if (!(error instanceof Error) || (isRequired && error instanceof AuditError)) throw error
    return error.message.replace(/\n.*/s, '')
  }
}

const unscripted = (judged: Judged, why: string): Judged => ({
  ...judged,
  findings: [...judged.findings, pageFinding(`Its scripts were not run: ${why}`)],
})

/** A copy of what was taken back is wrong, whatever notice stands on it. */
const retracted = (judgement: Judgement, article: AuditArticle | undefined): Judgement => {
  const date = article?.retraction?.date
  if (date === undefined) return judgement
  const finding = pageFinding(
    `The article was retracted on ${date}; ask for the copy to be taken down`,
  )
  return {...judgement, verdict: 'outdated', findings: [finding, ...judgement.findings]}
}

/** Of several screens the one on which a reader fares worst. */
const worst = (all: readonly (Judged & {readonly screen: string})[]): Judged => {
  const [first, ...others] = all.toSorted(
    (a, b) => WORST.indexOf(a.verdict) - WORST.indexOf(b.verdict),
  )
  if (first === undefined) throw new RangeError('a page was shown on no screen')
  const {screen, ...judged} = first
  const isSame = others.every(({verdict}) => verdict === judged.verdict)
  if (isSame) return judged
  const where = pageFinding(`So it is on a ${screen === 'phone' ? 'phone' : 'wide screen'}`)
  return {...judged, findings: [...judged.findings, where]}
}

const result = (
  parts: Pick<AuditResult, 'url' | 'verdict' | 'findings'> & Partial<AuditResult>,
): AuditResult =>
  Object.freeze({
    seen: [],
    isRendered: false,
    ...parts,
    findings: Object.freeze([...parts.findings]),
  })
