/** HTML read by its outline, as the gate does, and whole by parse5 with every check: two verdicts. */
import type {Expectation} from '../../verification/expectation.ts'
import {type Expected, expectedNotice} from '../../verification/expected.ts'
import {parseFully} from '../../verification/html/dom.ts'
import {FRAGMENT, type Kind, MAIL, PAGE} from '../../verification/html/kinds.ts'
import {readOutline} from '../../verification/html/outline/read.ts'
import {pageReason} from '../../verification/html/page.ts'
import {readFully} from '../../verification/html/read.ts'
import type {Read} from '../../verification/html/reading.ts'
import {AUDIENCE, book as handBook, mailHtml, noticeElement, page} from './artefacts.ts'
import {book, real} from './example.ts'
import {pieces} from './strict-html.ts'

export interface Sample {
  readonly name: string
  readonly html: string
  readonly kind: Kind
  readonly expected: Expected
  readonly expectation: Expectation
}

type Reader = (html: string, expected: Expected, kind: Kind) => Read | string
/** What is held to the whole reading; for the tests of the tests, another one. */
export type Quick = (html: string, expected: Expected, kind: Kind) => Read | undefined

const byParse5: Reader = (html, expected, kind) => readFully(html, expected, kind, parseFully)

/** All that anybody learns of it: why it is refused, or where the notice is. */
const verdictOf = ({html, kind, expected, expectation}: Sample, reader: Reader): string => {
  if (kind === PAGE) {
    // Of crisis topics the notice must be there again.
    const reasons = [expectation.topics, ['depression']].map((topics) =>
      pageReason(html, expected, {...expectation, topics}, reader),
    )
    return JSON.stringify(reasons)
  }
  const read = reader(html, expected, kind)
  return typeof read === 'string' ? JSON.stringify([read]) : `[null,${read.notice.endIndex}]`
}

export interface Comparison {
  readonly byOutline: boolean
  readonly isRefused: boolean
  /** '' when both say the same. */
  readonly difference: string
}

export const compare = (sample: Sample, quick: Quick = readOutline): Comparison => {
  const {html, kind, expected} = sample
  const read = quick(html, expected, kind)
  const fast = verdictOf(sample, (...asked) => read ?? readFully(...asked))
  const full = verdictOf(sample, byParse5)
  return {
    byOutline: read !== undefined,
    isRefused: !full.startsWith('[null'),
    difference: fast === full ? '' : `${fast} for ${full}`,
  }
}

const audienceOf = (path: string): Expectation => {
  const outputs = [...real('page'), ...real('mail'), ...real('partnerArticle')]
  const found = outputs.find(({output}) => output.path === path)
  if (found === undefined) throw new RangeError(`The example has no ${path}`)
  return found.expectation
}

const exampleSamples: readonly Sample[] = pieces.map(({path, html, doctype}) => {
  const expectation = audienceOf(path)
  const kind = !doctype ? FRAGMENT : path.endsWith('.eml') ? MAIL : PAGE
  return {name: path, html, kind, expected: expectedNotice(book, expectation), expectation}
})

/** Of the notice that hand-made artefacts carry. */
export const byHand = (name: string, html: string, kind: Kind): Sample => {
  const expectation = {audience: AUDIENCE, topics: ['sleep']}
  return {name, html, kind, expected: expectedNotice(handBook, expectation), expectation}
}

const SKIP =
  '.skip{position:absolute;inset-inline-start:-999rem}.stuck{position:sticky;top:0}.tall{height:900px}'

/** Small ones, so that a change is likely to be at a place that matters. */
const handMade: readonly Sample[] = [
  byHand('page', page(), PAGE),
  byHand('page twice', page(undefined, {after: noticeElement()}), PAGE),
  byHand(
    'page with a skip link',
    page(undefined, {css: SKIP, after: '<div><p class="stuck">x</p></div>'}).replace(
      '<body>',
      '<body><a class="skip" href="#a">x</a><header><a href="/"><img src="x" alt=""></a></header>',
    ),
    PAGE,
  ),
  byHand(
    'page with footers',
    page(undefined, {
      after: `${noticeElement()}<footer><section><p>a</p></section></footer><section><p>b</p></section>`,
    }),
    PAGE,
  ),
  byHand('page of tables', page(`<table><tr><td>${noticeElement()}</td></tr></table>`), PAGE),
  byHand('mail', mailHtml().replace('lang="en">', 'lang="en" dir="ltr">'), MAIL),
  byHand('fragment', `${noticeElement()}<p>a</p><section><h2>b</h2></section>`, FRAGMENT),
  byHand('fragment in one', `<article>${noticeElement()}<p>a</p></article>`, FRAGMENT),
]

export const samples: readonly Sample[] = [...exampleSamples, ...handMade]

/** As often one of the small ones as one of the example. */
export const sampleOf = (seed: number): Sample => {
  const pool = seed % 2 === 0 ? exampleSamples : handMade
  const sample = pool[Math.floor(seed / 2) % pool.length]
  if (sample === undefined) throw new RangeError('There is nothing to read')
  return sample
}
