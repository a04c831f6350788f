/** What the publishers make of the example dataset, and what the gate must find in it. */
import {fileURLToPath} from 'node:url'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {DigestPublication, Publication, SitePublication} from '../../crisis-notice/policy.ts'
import {pageUrl} from '../../publishers/paths.ts'
import type {Format, Output} from '../../publishers/publisher.ts'
import {publishers} from '../../publishers/publishers.ts'
import type {Expectation} from '../../verification/expectation.ts'
import {retractions} from '../../site-lists.ts'
import {createGate} from '../../verification/gate.ts'

const today = '2026-11-23'
const file = fileURLToPath(new URL('../../examples/health.ndjson', import.meta.url))
const content = await openContent(fileSource(file), {today})
const site = await content.site()
const helplines = (await content.helplines()).items
const notices = (await content.notices()).items
const summaries = (await content.summaries()).items
const digests = (await content.digests()).items
const articles = await Promise.all(summaries.map(({id}) => content.article(id)))
await content.close()

export const book = new NoticeBook({site, notices, helplines, today})
export const gate = createGate(book, {origin: site.url})

export interface Real {
  readonly output: Output
  readonly expectation: Expectation
}

const country = site.defaultCountry
const topicsById = new Map(summaries.map(({id, topics}) => [id, topics]))

export const publications: readonly Publication[] = articles.map((article) =>
  Publication.create({site, book, article, country, translations: []}),
)

const rendered = (): readonly Output[] => {
  const listed = publications.filter(({article}) => article.retraction === undefined)
  const whole = SitePublication.create({
    site,
    book,
    country,
    entries: listed.map(({article, notice}) => ({article, notice})),
    latest: listed,
    helplines,
    tombstones: retractions(summaries),
  })
  const letters = digests.map((digest) => {
    const named = digest.articles.flatMap((id) => summaries.filter((each) => each.id === id))
    return DigestPublication.create({site, book, digest, articles: named, country})
  })
  return publishers.flatMap((publisher) => [
    ...publications.flatMap((publication) => publisher.article(publication)),
    ...letters.flatMap((letter) => publisher.digest(letter)),
    ...publisher.site(whole),
  ])
}

const items = new Map(
  summaries.flatMap((summary) => {
    if (summary.retraction !== undefined) return []
    const item = {audience: {country, language: summary.language}, topics: summary.topics}
    return [[summary.id, item] as const, [pageUrl(site, summary), item] as const]
  }),
)

/** Rendered here, without a gate: whether they pass is for the tests to say. */
const outputs: readonly Real[] = rendered().map((output) => {
  const {documentId, audience} = output
  const digest = digests.find(({id}) => id === documentId)
  const ids = digest === undefined ? [documentId] : digest.articles
  const topics = [...new Set(ids.flatMap((id) => topicsById.get(id) ?? []))]
  return {output, expectation: {audience, topics, items}}
})

export const real = (format: Format): readonly Real[] =>
  outputs.filter(({output}) => output.format === format)

/** Why the gate refuses `text` in place of the output's own; '' when it does not. */
export const refusalOf = async ({output, expectation}: Real, text: string): Promise<string> => {
  try {
    await gate.inspect({path: output.path, format: output.format, text}, expectation)
  } catch (error) {
    if (error instanceof Error && error.name === 'NoticeLostError') return error.message
    throw error
  }
  return ''
}

/** A notice for another country than the reader's, in their language where there is one. */
export const foreignNotice = ({expectation: {audience: who, topics}}: Real) => {
  const own = book.notice(who, topics)
  const others = book
    .audiences()
    .filter((other) => other.country !== who.country)
    .map((other) => book.notice(other, topics))
    // The United States and Canada have one number for both.
    .filter(({smsText}) => smsText !== own.smsText)
  const other = others.find(({language}) => language === own.language) ?? others[0]
  if (other === undefined) throw new Error('The example has one country only')
  return other
}
