/**
 * What every publisher promises, whatever it makes. Call `testPublisher` from the channel's own test
 * file.
 */
import {isBuiltin} from 'node:module'
import {describe, expect, it} from 'vitest'
import type {PortableNode} from '../../content/model.ts'
import {Publication} from '../../crisis-notice/policy.ts'
import {UnknownBlockError} from '../../errors.ts'
import {pageUrl} from '../../publishers/paths.ts'
import type {Output, Publisher} from '../../publishers/publisher.ts'
import type {Expectation} from '../../verification/expectation.ts'
import {createGate, VerifiedOutput} from '../../verification/gate.ts'
import * as make from '../support/model.ts'
import {importGraph} from './import-graph.ts'
import {book, ORIGIN, publications} from './publications.ts'

const gate = createGate(book, {origin: ORIGIN})

/** Nodes that no schema has, past the types as a newer Studio would send them. */
const unknown = (node: object): readonly PortableNode[] => JSON.parse(JSON.stringify([node]))

const UNKNOWN: Readonly<Record<string, object>> = {
  'a block': {_type: 'video', _key: 'v', url: 'https://other.example/'},
  'a block named like a method of objects': {_type: 'constructor', _key: 'v'},
  'a style': {...make.block('x'), style: 'h1'},
  'a list': {...make.block('x'), listItem: 'checkbox', level: 1},
  'a mark': {
    ...make.block('x'),
    children: [{_type: 'span', _key: 's', text: 'x', marks: ['underline']}],
  },
  'a mark named like a method of objects': {
    ...make.block('x'),
    children: [{_type: 'span', _key: 's', text: 'x', marks: ['toString']}],
  },
  'an inline object': {
    ...make.block('x'),
    children: [{_type: 'emoji', _key: 'e', code: 'wave'}],
  },
}

export interface PublisherContract {
  /** Of the publisher, for its import graph. */
  readonly module: URL
  /** Whether its artefacts hold an article's text at all; SMS does not. True when absent. */
  readonly rendersText?: boolean
}

const siteExpectation = (): Expectation => {
  const {entries, audience} = make.sitePublication()
  const items = entries.flatMap(({article, notice}) => {
    const wanted = {audience: notice.audience, topics: article.topics}
    return [
      [article.id, wanted],
      [pageUrl(make.site(), article), wanted],
    ] as const
  })
  return {audience, topics: [], items: new Map(items)}
}

const digestExpectation = (): Expectation => {
  const {audience, topics} = make.digestPublication()
  return {audience, topics}
}

export const testPublisher = (
  publisher: Publisher,
  {module, rendersText = true}: PublisherContract,
): void => {
  const all = (): readonly Output[] => [
    ...Object.values(publications).flatMap((publication) => publisher.article(publication)),
    ...publisher.digest(make.digestPublication()),
    ...publisher.site(make.sitePublication()),
  ]

  describe(`the publisher contract: ${publisher.channel}`, () => {
    it('makes something', () => {
      expect(all().length).toBeGreaterThan(0)
    })

    it('hands out frozen outputs of its own channel', () => {
      for (const output of all()) {
        expect(Object.isFrozen(output), output.path).toBe(true)
        expect(output.channel).toBe(publisher.channel)
      }
    })

    it('puts them below its own folder, each name once a run', () => {
      for (const {path} of all()) {
        expect(path).toMatch(
          new RegExp(String.raw`^${publisher.channel}/(?:[\w-]+/)*[\w-]+(?:\.[\w-]+)+$`),
        )
      }
      const site = [
        ...publisher.article(make.publication()),
        ...publisher.digest(make.digestPublication()),
        ...publisher.site(make.sitePublication()),
      ].map(({path}) => path)
      expect(new Set(site).size).toBe(site.length)
    })

    it('makes the same bytes from the same publication', () => {
      expect(all()).toEqual(all())
    })

    it('names the document and revision behind each artefact', () => {
      for (const publication of Object.values(publications)) {
        for (const output of publisher.article(publication)) {
          expect(output.documentId).toBe(publication.article.id)
          expect(output.revision).toBe(publication.article.revision)
          expect(output.audience).toEqual(publication.audience)
        }
      }
    })

    for (const [name, publication] of Object.entries(publications)) {
      it(`passes the gate: ${name}`, async () => {
        const {audience, article} = publication
        for (const output of publisher.article(publication)) {
          const passed = await gate.pass(output, {audience, topics: article.topics})
          expect(VerifiedOutput.is(passed)).toBe(true)
        }
        expect(publication.notice.audience).toEqual(audience)
      })
    }

    it('passes the gate: digest and site', async () => {
      for (const output of publisher.digest(make.digestPublication())) {
        expect(VerifiedOutput.is(await gate.pass(output, digestExpectation()))).toBe(true)
      }
      for (const output of publisher.site(make.sitePublication())) {
        expect(VerifiedOutput.is(await gate.pass(output, siteExpectation()))).toBe(true)
      }
      expect(make.site().url).toBe(ORIGIN)
    })

    it('and the gate would refuse the same artefacts without the emergency number', async () => {
      for (const output of publisher.article(make.publication())) {
        const wanted = {audience: output.audience, topics: make.article().topics}
        const {messages: _none, ...spoiled} = {
          ...output,
          text: output.text.replaceAll('988', '989'),
        }
        await expect(gate.pass(spoiled, wanted), output.path).rejects.toThrow('notice is not there')
      }
      expect(publisher.article(make.publication()).length).toBeGreaterThan(0)
    })

    for (const [name, node] of Object.entries(rendersText ? UNKNOWN : {})) {
      it(`throws at what it does not know: ${name}`, () => {
        const article = make.article({
          sections: [make.section('What it is', [make.block('Known.'), ...unknown(node)])],
        })
        const publication = Publication.create({
          site: make.site(),
          book,
          article,
          country: 'US',
          translations: [],
        })
        expect(() => publisher.article(publication)).toThrow(UnknownBlockError)
      })
    }

    it('runs in a browser: no Node built-ins anywhere below it', async () => {
      const {files, packages} = await importGraph(module)
      expect(packages.filter((name) => isBuiltin(name))).toEqual([])
      // The walk went somewhere.
      expect(files.length).toBeGreaterThan(5)
      expect(files.some((file) => file.endsWith('content/direction.ts'))).toBe(true)
    })

    it('and the walk would find one', async () => {
      const {packages} = await importGraph(new URL('import-graph.ts', import.meta.url))
      expect(packages.filter((name) => isBuiltin(name))).not.toEqual([])
    })
  })
}
