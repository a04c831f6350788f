import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {pathText, referencesIn} from '../../../studio/where-used/references.ts'
import {reachOf} from '../../../studio/where-used/reach.ts'
import {type Document, ref, stored} from './dataset.ts'

const helpline: Document = {_id: 'line', _type: 'helpline', name: 'Old Line'}

const body = (...items: readonly object[]) => items

const sentence = (id: string) => ({_type: 'helplineRef', _key: 'k', helpline: ref(id)})

const CHAIN: readonly Document[] = [
  helpline,
  {_id: 'warning', _type: 'warning', title: 'Careful', body: body(sentence('line'))},
  {
    _id: 'section',
    _type: 'section',
    heading: 'Where to turn',
    body: body({_type: 'warningRef', _key: 'w', warning: ref('warning')}),
  },
  {_id: 'article', _type: 'article', title: 'Low mood', sections: [{_key: 's', ...ref('section')}]},
  {_id: 'digest', _type: 'digest', title: 'October', articles: [{_key: 'a', ...ref('article')}]},
  {
    _id: 'other',
    _type: 'article',
    title: 'Sleep',
    relatedArticles: [{_key: 'r', ...ref('article')}],
  },
]

const idsOf = (documents: readonly Document[], root: string): readonly string[] =>
  reachOf(stored(documents), root).map(({id}) => id)

describe('reachOf', () => {
  test('goes from a helpline through a warning and a section to articles and digests', () => {
    const found = reachOf(stored(CHAIN), 'line')
    expect(found.map(({id, through}) => [id, through])).toEqual([
      ['warning', []],
      ['section', ['warning']],
      ['article', ['warning', 'section']],
      ['digest', ['warning', 'section', 'article']],
    ])
  })

  test('an article that links to another does not show what is in it', () => {
    expect(idsOf(CHAIN, 'line')).not.toContain('other')
    expect(idsOf(CHAIN, 'article')).toEqual(['digest', 'other'])
  })

  test('says which states hold the reference, and takes the title of the draft', () => {
    const draft = {...CHAIN[1], _id: 'drafts.warning', _type: 'warning', title: 'Take care'}
    const published = {_id: 'warning', _type: 'warning', title: 'Careful', body: []}
    const found = reachOf(stored([helpline, draft, published]), 'line')
    expect(found).toMatchObject([{id: 'warning', title: 'Take care', states: ['draft']}])
  })

  test('a pair reaches notices, and nothing else', () => {
    const documents: readonly Document[] = [
      helpline,
      {_id: 'pair', _type: 'helpline', name: 'Text', pairedWith: ref('line')},
      {_id: 'crisisNotice-US-en', _type: 'crisisNotice', helplines: [{_key: 'h', ...ref('pair')}]},
      {_id: 'section', _type: 'section', heading: 'Text them', body: body(sentence('pair'))},
    ]
    expect(idsOf(documents, 'line')).toEqual(['pair', 'crisisNotice-US-en'])
  })

  test('cycles end', () => {
    const documents: readonly Document[] = [
      {_id: 'a', _type: 'section', heading: 'A', body: [{_key: 'x', to: ref('b')}]},
      {_id: 'b', _type: 'section', heading: 'B', body: [{_key: 'x', to: ref('a')}]},
    ]
    expect(idsOf(documents, 'a')).toEqual(['b'])
  })

  test('nothing is used nowhere', () => {
    expect(idsOf([helpline], 'line')).toEqual([])
  })

  test('finds exactly what a closure by hand finds', () => {
    const edges = fc.array(fc.tuple(fc.nat({max: 9}), fc.nat({max: 9})), {maxLength: 25})
    fc.assert(
      fc.property(edges, (pairs) => {
        const documents = Array.from({length: 10}, (_, index) => ({
          _id: index % 2 === 0 ? `d${index}` : `drafts.d${index}`,
          _type: 'section',
          heading: `${index}`,
          body: pairs.flatMap(([from, to], at) =>
            from === index ? [{_key: `k${at}`, to: ref(`d${to}`)}] : [],
          ),
        }))
        const closure = new Set([0])
        for (let round = 0; round < 10; round += 1) {
          for (const [from, to] of pairs) if (closure.has(to)) closure.add(from)
        }
        const expected = [...closure].filter((each) => each !== 0).map((each) => `d${each}`)
        expect(idsOf(documents, 'd0').toSorted()).toEqual(expected.toSorted())
      }),
      {numRuns: 200},
    )
  })
})

describe('referencesIn', () => {
  test('names places as patches do', () => {
    const found = referencesIn({
      pairedWith: ref('a'),
      helplines: [{_key: 'k"1', ...ref('b')}, ref('c')],
      topicHelplines: [{_key: 't', helplines: [{_key: 'h', ...ref('d')}]}],
    })
    expect(found.map((each) => [each.ref, pathText(each.path)])).toEqual([
      ['a', 'pairedWith'],
      ['b', String.raw`helplines[_key=="k\"1"]`],
      ['c', 'helplines[1]'],
      ['d', 'topicHelplines[_key=="t"].helplines[_key=="h"]'],
    ])
  })
})
