import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createPublisher, type PublishEvent, type ThrowlinePublisher} from '../../publish.ts'
import {CHANNELS, type Format, type Output} from '../../publishers/publisher.ts'
import type {Expectation} from '../../verification/expectation.ts'
import {createGate, VerifiedOutput} from '../../verification/gate.ts'
import type {RawDocument} from '../content/documents.ts'
import {contentOf, datasets, TODAY} from './datasets.ts'
import {edited} from './edits.ts'
import {factsOf, lacks, readingsOf} from './third-reading.ts'

interface Run {
  readonly publisher: ThrowlinePublisher
  readonly events: readonly PublishEvent[]
  readonly outputs: readonly Output[]
}

const published = async (documents: readonly RawDocument[]): Promise<Run> => {
  const publisher = await createPublisher({content: await contentOf(documents), today: TODAY})
  const events: PublishEvent[] = []
  for await (const event of publisher.publish()) events.push(event)
  const outputs = events.flatMap((event) => {
    if (event.kind !== 'output') return []
    if (!VerifiedOutput.is(event.output)) throw new TypeError('No gate has seen this')
    return [event.output.output]
  })
  return {publisher, events, outputs}
}

const topicsOf = (document: RawDocument | undefined): readonly string[] => {
  const topics = document?.['topics']
  return Array.isArray(topics) ? topics.map(String) : []
}

const articlesOf = (documents: readonly RawDocument[]): readonly RawDocument[] =>
  documents.filter(({_type}) => _type === 'article')

/** By the number that ends an article's id and stands in its addresses. */
const articleAt = (documents: readonly RawDocument[], address: string): RawDocument | undefined =>
  articlesOf(documents).find(({_id}) => address.includes(_id.replace('article-', 'about-')))

/** What the dataset says the gate must find, worked out here. */
const expectationOf = (
  documents: readonly RawDocument[],
  {documentId, audience}: Output,
): Expectation => {
  // what was retracted is in no list, and the feed says that it is gone
  const listed = articlesOf(documents).filter(({retraction}) => retraction === undefined)
  const items = listed.flatMap((article) => {
    const {_id, language} = article
    const item = {
      audience: {country: 'US', language: String(language)},
      topics: topicsOf(article),
    }
    const folder = language === 'en' ? '' : `${String(language)}/`
    const url = `https://health.example/${folder}${_id.replace('article-', 'about-')}/`
    return [[_id, item] as const, [url, item] as const]
  })
  const own = documents.find(({_id}) => _id === documentId)
  const [first] = articlesOf(documents)
  const topics = own?._type === 'digest' ? topicsOf(first) : topicsOf(own)
  return {audience, topics, items: new Map(items)}
}

/** Shrinking a counterexample takes longer than finding none. */
const PATIENCE = 120_000

describe('any valid dataset', {timeout: PATIENCE}, () => {
  it('gives each article a verified output with its notice on each channel, or a refusal', async () => {
    const seen = {outputs: 0, formats: new Set<Format>(), codes: new Set<string>()}
    await fc.assert(
      fc.asyncProperty(datasets, async (documents) => {
        const {events, outputs} = await published(documents)
        for (const event of events) {
          if (event.kind !== 'refused') continue
          const {documentId, code, message, path} = event.problem
          expect(`${documentId} ${path} ${code} ${message}`).toMatch(/^\S+ \S* [A-Z_]+ .+\.$/su)
          seen.codes.add(code)
        }
        for (const output of outputs) {
          seen.outputs += 1
          seen.formats.add(output.format)
          for (const {about, text} of await readingsOf(output)) {
            const article = articleAt(documents, about)
            if (article === undefined) continue
            const facts = factsOf(documents, String(article['language']), topicsOf(article))
            const wanted = output.format === 'sms' ? facts.slice(0, 1) : facts.slice(1)
            expect(lacks(text, wanted), `${output.path}\n${text}`).toBe(undefined)
          }
        }
        for (const {_id, retraction} of articlesOf(documents)) {
          for (const channel of CHANNELS) {
            const done =
              outputs.some((each) => each.documentId === _id && each.channel === channel) ||
              events.some((event) => event.kind === 'refused' && event.documentId === _id)
            // A retracted article has a page that says so, and nothing elsewhere.
            const gone = retraction !== undefined && channel !== 'web'
            expect(done || gone, `${_id} on ${channel}`).toBe(true)
          }
        }
      }),
      {numRuns: 40},
    )
    expect(seen.outputs).toBeGreaterThan(200)
    expect(seen.formats.size).toBe(10)
    // forty datasets do not meet every fault that a helpline may have
    const codes = [...seen.codes]
    expect(codes).toContain('NOTICE_MISSING')
    expect(codes.some((code) => code.startsWith('HELPLINE_'))).toBe(true)
  })

  it('lets no notice through with one character changed', async () => {
    const changed = new Map<Format, number>()
    await fc.assert(
      fc.asyncProperty(datasets, fc.array(fc.nat(), {minLength: 2}), async (documents, seeds) => {
        const {publisher, outputs} = await published(documents)
        const gate = createGate(publisher.book, {origin: publisher.site.url})
        for (const {messages: _octets, ...output} of outputs) {
          const expectation = expectationOf(documents, output)
          await gate.inspect(output, expectation)
          const notice = publisher.book.notice(expectation.audience, expectation.topics)
          for (const seed of seeds) {
            const text = await edited(output, notice, seed)
            if (text === undefined) continue
            changed.set(output.format, (changed.get(output.format) ?? 0) + 1)
            const refusal = await gate
              .inspect({...output, text}, expectation)
              .then(() => `no refusal of ${output.path} by ${seed}`, String)
            expect(refusal).toContain('notice is not there')
          }
        }
      }),
      {numRuns: 15},
    )
    // A sitemap has addresses only.
    expect(changed.size).toBe(9)
  })
})
