/** Articles as bodies: made, read back by the gate and prepared once for as long as a publication is the same. */
import type {Publication} from '../../../crisis-notice/policy.ts'
import {
  articleMarkdownOutput,
  articleOutput,
  articlePageOutput,
  articleTextOutput,
  retractedMarkdownOutput,
  retractedOutput,
  retractedTextOutput,
} from '../../../publishers/partner/selection.ts'
import type {Output} from '../../../publishers/publisher.ts'
import {webPublisher} from '../../../publishers/web/web-publisher.ts'
import type {VerifiedOutput} from '../../../verification/gate.ts'
import type {Edition} from '../../site/edition.ts'
import type {Media} from '../negotiate.ts'
import {Prepared} from '../prepared.ts'
import {ApiProblem, problemMembers} from '../problems.ts'

/** With the charset where the type has none of its own (RFC 8259 section 11: JSON is UTF-8). */
const TYPES: Readonly<Record<Media, string>> = {
  'application/json': 'application/json',
  'text/html': 'text/html; charset=utf-8',
  'text/plain': 'text/plain; charset=utf-8',
  'text/markdown': 'text/markdown; charset=utf-8; variant=CommonMark',
}

type Form = (publication: Publication, publicUrl: string) => Output

const WHOLE: Readonly<Record<Media, Form>> = {
  'application/json': (publication) => articleOutput(publication),
  'text/html': articlePageOutput,
  'text/plain': articleTextOutput,
  'text/markdown': articleMarkdownOutput,
}

/** The site's own page says that and why it was retracted, and carries the notice. */
const retractedPage = (publication: Publication): Output => {
  const [page] = webPublisher.article(publication)
  if (page === undefined) throw new Error(`${publication.article.id} has no page`)
  return page
}

const GONE: Readonly<Record<Media, Form>> = {
  'application/json': (publication, publicUrl) => {
    const path = `/api/v1/articles/${publication.article.slug}`
    const problem = new ApiProblem('ARTICLE_RETRACTED', '')
    return retractedOutput(publication, problemMembers(problem, {publicUrl, path}))
  },
  'text/html': retractedPage,
  'text/plain': retractedTextOutput,
  'text/markdown': retractedMarkdownOutput,
}

export interface Body {
  readonly output: VerifiedOutput
  readonly prepared: Prepared
}

export const surrogatesOf = ({article, notice}: Publication): readonly string[] => [
  `article-${article.id}`,
  `notice-${notice.id}`,
]

export interface Making {
  readonly edition: Pick<Edition, 'pass'>
  readonly publicUrl: string
}

const passed = (edition: Pick<Edition, 'pass'>, publication: Publication, output: Output) =>
  edition.pass(output, {audience: publication.audience, topics: publication.article.topics})

const make = async (
  publication: Publication,
  media: Media,
  {edition, publicUrl}: Making,
): Promise<Body> => {
  const isGone = publication.article.retraction !== undefined
  const form = (isGone ? GONE : WHOLE)[media]
  const output = await passed(edition, publication, form(publication, publicUrl))
  const isProblem = isGone && media === 'application/json'
  const prepared = Prepared.verified(output, {
    type: isProblem ? 'application/problem+json' : TYPES[media],
    surrogates: [...surrogatesOf(publication), 'site'],
    ...(isGone && {status: 410}),
  })
  return {output, prepared}
}

const BODIES = new WeakMap<Publication, Map<Media, Promise<Body>>>()

/** Rejects with what refuses the article: NoticeLostError, PublisherError. */
export const wholeBody = (
  publication: Publication,
  media: Media,
  making: Making,
): Promise<Body> => {
  const bodies = BODIES.get(publication) ?? new Map<Media, Promise<Body>>()
  BODIES.set(publication, bodies)
  const known = bodies.get(media)
  if (known !== undefined) return known
  const body = make(publication, media, making)
  bodies.set(media, body)
  // the next request tries again
  body.catch(() => bodies.delete(media))
  return body
}

/** Some of the fields; for a retracted article what stands in its place. */
export const chosenBody = async (
  publication: Publication,
  asked: ReadonlySet<string>,
  making: Making,
): Promise<Body> => {
  if (publication.article.retraction !== undefined) {
    return wholeBody(publication, 'application/json', making)
  }
  const output = await passed(making.edition, publication, articleOutput(publication, asked))
  const prepared = Prepared.verified(output, {
    type: TYPES['application/json'],
    surrogates: [...surrogatesOf(publication), 'site'],
  })
  return {output, prepared}
}
