/** Whatever a dataset holds: a value of the model, or problems; never another exception. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createJoin} from '../../content/join.ts'
import {isObject} from '../../content/json-object.ts'
import {needsOf} from '../../content/needs.ts'
import {PROBLEM_CODES} from '../../content/problem-codes.ts'
import {
  article,
  contributor,
  dataset,
  digest,
  helpline,
  notice,
  type RawDocument,
  section,
  site,
  source,
  TODAY,
  warning,
} from './documents.ts'

const joinOf = (documents: readonly RawDocument[]) => {
  const byId = new Map(documents.map((document) => [document._id, document]))
  return createJoin({
    today: TODAY,
    typeOf: (id) => byId.get(id)?._type,
    document: (id) => ({ok: true, value: byId.get(id)}),
    image: () => ({ok: true, value: {url: 'assets/0.png'}}),
  })
}

/** Values that come near to being right are more of a danger than noise. */
const almost: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    fc.constantFrom('block', 'span', 'citation', 'link', 'en', 'US', '988', '2026-11-23', 'strong'),
    fc.constantFrom('https://x.example', 'javascript:x', '\u202e', '\ud800', '', '__proto__', null),
    fc.jsonValue({maxDepth: 1}),
    fc.array(tie('value'), {maxLength: 4}),
    fc.record({
      _type: fc.constant('reference'),
      _ref: fc.constantFrom('section-a', 'source-a', 'x'),
    }),
    fc.dictionary(
      fc.constantFrom('_type', '_key', '_ref', 'children', 'marks', 'markDefs', 'text', 'level'),
      tie('value'),
      {maxKeys: 5},
    ),
    fc.record(
      {
        _type: fc.constantFrom('block', 'figure', 'table', 'warningRef', 'helplineRef'),
        _key: fc.constant('k'),
        children: tie('value'),
        rows: tie('value'),
        helpline: tie('value'),
        image: tie('value'),
        listItem: tie('value'),
      },
      {requiredKeys: ['_type']},
    ),
  ),
})).value

const VALID = [
  site(),
  contributor(),
  helpline(),
  notice(),
  source(),
  warning(),
  section(),
  article(),
  digest(),
]

/** A valid document with some of its fields spoiled, or others put in. */
const spoiled: fc.Arbitrary<RawDocument> = fc
  .constantFrom(...VALID)
  .chain((document) =>
    fc
      .dictionary(
        fc.oneof(
          fc.constantFrom(...Object.keys(document).filter((name) => !/^_(?:id|type)$/.test(name))),
          fc.constantFrom(
            'opening',
            'body',
            'bio',
            'intro',
            'heroImage',
            'relatedArticles',
            'hours',
            'retraction',
          ),
        ),
        almost,
        {maxKeys: 4},
      )
      .map((fields) => ({...document, ...fields})),
  )

const READS = ['site', 'notice', 'helpline', 'summary', 'article', 'digest'] as const

describe('any dataset', () => {
  it('becomes the model or problems of listed codes', () => {
    let refused = 0
    let read = 0
    fc.assert(
      fc.property(fc.array(spoiled, {minLength: 1, maxLength: 4}), (documents) => {
        const all = dataset(...documents)
        const join = joinOf(all)
        for (const {_id} of all) {
          for (const name of READS) {
            const result = join[name](_id)
            if (result.ok) {
              read++
              expect(Object.isFrozen(result.value)).toBe(true)
            } else {
              refused++
              expect(result.problems.length).toBeGreaterThan(0)
              for (const {code} of result.problems) expect(PROBLEM_CODES).toHaveProperty(code)
            }
          }
        }
      }),
      {numRuns: 300},
    )
    // both ways out were taken
    expect(refused).toBeGreaterThan(100)
    expect(read).toBeGreaterThan(100)
  })

  it('of anything at all is walked for what it needs', () => {
    fc.assert(
      fc.property(fc.anything({withNullPrototype: true, withBigInt: true}), (value) => {
        const {references, images} = needsOf(value)
        expect(Array.isArray(references) && Array.isArray(images)).toBe(true)
      }),
      {numRuns: 300},
    )
    expect(needsOf({a: [{_ref: 'x'}], b: {c: {_ref: 'y'}}}).references.toSorted()).toEqual([
      'x',
      'y',
    ])
    expect(isObject([])).toBe(false)
  })
})
