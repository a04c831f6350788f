import fc from 'fast-check'
import {describe, expect, onTestFinished, test} from 'vitest'
import {openContent} from '../../../content/assemble.ts'
import {fileSource} from '../../../content/file-source.ts'
import {type Lookup, numberingsFor, numbersOf} from '../../../studio/citations/numbering.ts'
import {isWhole, sourceFields} from '../../../studio/citations/source-document.ts'
import {readReference} from '../../../studio/citations/read-reference.ts'
import {TODAY} from '../../content/documents.ts'
import {example, ref} from '../where-used/dataset.ts'

const FILE = new URL('../../../examples/health.ndjson', import.meta.url).pathname

const lookup: Lookup = (id) => example.find(({_id}) => _id === id)

describe('numbers in the editor', () => {
  test('are those of the published article, for every article of the example', async () => {
    const content = await openContent(fileSource(FILE), {today: TODAY})
    onTestFinished(() => content.close())
    const articles = example.filter(({_type}) => _type === 'article')
    expect(articles.length).toBeGreaterThan(10)
    for (const document of articles) {
      const {references} = await content.article(document._id)
      const [numbering] = numberingsFor(document, [], lookup)
      expect([...(numbering?.numbers ?? [])], document._id).toEqual(
        references.map(({source, number}) => [source.id, number]),
      )
    }
  })

  test('a section is numbered as in each article that shows it', () => {
    const body = (...ids: readonly string[]) => [
      {_type: 'block', children: [{_type: 'citation', sources: ids.map(ref)}]},
    ]
    const section = {_id: 'section', _type: 'section', body: body('b', 'c')}
    const opening = {_id: 'one', _type: 'article', title: 'B', opening: body('a', 'c')}
    const documents = new Map<string, Readonly<Record<string, unknown>>>([['section', section]])
    const find: Lookup = (id) => documents.get(id)
    const articles = [
      {...opening, sections: [ref('section')]},
      {_id: 'two', _type: 'article', title: 'A', sections: [ref('section')]},
    ]
    const numberings = numberingsFor(section, articles, find)
    expect(numberings.map((each) => [each.article?.title, numbersOf(['c', 'b'], each)])).toEqual([
      ['A', [1, 2]],
      ['B', [2, 3]],
    ])
  })

  test('a section that no article shows is numbered by itself', () => {
    const section = {
      _type: 'section',
      body: [{_type: 'block', children: [{_type: 'citation', sources: [ref('x'), ref('y')]}]}],
    }
    const [own] = numberingsFor(section, [], () => undefined)
    expect(own?.article).toBeUndefined()
    expect([...(own?.numbers ?? [])]).toEqual([
      ['x', 1],
      ['y', 2],
    ])
  })

  test('warnings that hold each other end', () => {
    const bodyOf = (id: string) => [
      {_type: 'warningRef', warning: ref(id)},
      {_type: 'block', children: [{_type: 'citation', sources: [ref(`source-${id}`)]}]},
    ]
    const documents: Readonly<Record<string, object>> = {
      a: {body: bodyOf('b')},
      b: {body: bodyOf('a')},
    }
    const find: Lookup = (id) => ({...documents[id]})
    const [own] = numberingsFor({_type: 'article', warnings: [ref('a')]}, [], find)
    expect([...(own?.numbers.keys() ?? [])]).toEqual(['source-a', 'source-b'])
  })

  test('whatever is half written is survived', () => {
    const some = fc.jsonValue({maxDepth: 4})
    fc.assert(
      fc.property(some, some, some, (opening, sections, body) => {
        const document = {_type: 'article', opening, sections}
        expect(numberingsFor(document, [], () => ({body}))).toHaveLength(1)
      }),
      {numRuns: 200},
    )
  })
})

describe('a source made of what was read', () => {
  test('has keys where lists need them, and the types of its parts', () => {
    const reading = readReference(
      'Poe D. A claim. Lancet. 1998;351(9103):637-641. doi:10.1016/x [Retracted: made up].',
    )
    expect(sourceFields(reading?.fields ?? {}, () => 'key')).toMatchObject({
      kind: 'journalArticle',
      authors: [{_key: 'key', _type: 'sourceAuthor', family: 'Poe', given: 'D.'}],
      retraction: {_type: 'sourceRetraction'},
    })
  })

  test.each([
    ['Poe D. A claim. Lancet. 1998;351(9103):637-641. doi:10.1016/x', true],
    ['Poe D, Roe R, Doe J, et al. A claim. Lancet. 1998;351(9103):637-641. doi:10.1016/x', false],
    ['A claim. Lancet. 1998;351(9103):637-641. doi:10.1016/x', false],
    ['Poe D. A claim. Lancet. 1998;351(9103):637-641.', false],
    ['10.1016/x', false],
  ])('%s is whole: %s', (text, whole) => {
    const reading = readReference(text)
    expect(reading !== undefined && isWhole(reading)).toBe(whole)
  })
})
