/** What the publishers make of the example dataset, and what the gate must find in it. */
import {fileURLToPath} from 'node:url'
import {expectations} from '../../cli/expectations.ts'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import type {Format, Output} from '../../publishers/publisher.ts'
import {createPublisher} from '../../publish.ts'
import type {Expectation} from '../../verification/expectation.ts'
import {createGate} from '../../verification/gate.ts'

const TODAY = '2026-11-23'
const file = fileURLToPath(new URL('../../examples/health.ndjson', import.meta.url))
const content = await openContent(fileSource(file), {today: TODAY})
const {site, book, publish} = await createPublisher({content, today: TODAY})
const audience = {country: site.defaultCountry, language: site.defaultLanguage}
const wanted = await expectations(content, site, audience)

export {book}
export const gate = createGate(book, {origin: site.url})

export interface Real {
  readonly output: Output
  readonly expectation: Expectation
}

const published = async (): Promise<readonly Real[]> => {
  const all: Real[] = []
  for await (const event of publish()) {
    if (event.kind !== 'output') continue
    const {output} = event.output
    const {path, format, channel, documentId, revision, audience: who} = output
    const artefact = {path, channel, documentId, revision, ...who, noticeId: '', noticeRevision: ''}
    const expectation = wanted.of({...artefact, sha256: '', bytes: 0}, format)
    all.push({output, expectation})
  }
  return all
}

const outputs = await published()
await content.close()

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
    .filter(({country}) => country !== who.country)
    .map((other) => book.notice(other, topics))
    // The United States and Canada have one number for both.
    .filter(({smsText}) => smsText !== own.smsText)
  const other = others.find(({language}) => language === own.language) ?? others[0]
  if (other === undefined) throw new Error('The example has one country only')
  return other
}
