import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {planReplacement} from '../../../studio/actions/replace-helpline.ts'
import {referencesIn} from '../../../studio/where-used/references.ts'
import {publishedId, type Stored, storedOf} from '../../../studio/where-used/stored.ts'
import {type Document, example, ref} from '../where-used/dataset.ts'
import {applied} from './apply.ts'

const DATE = '2026-11-23'

const revised = (documents: readonly Document[]): readonly Document[] =>
  documents.map((document, index) => ({_rev: `r${index}`, ...document}))

const pick = (all: readonly Stored[], id: string) =>
  all.filter((each) => publishedId(each._id) === id)

const refersTo = (document: unknown, id: string): boolean =>
  referencesIn(document).some((each) => publishedId(each.ref) === id)

interface Case {
  readonly from?: string
  readonly to?: string
  readonly smsTexts?: ReadonlyMap<string, string>
}

const planOf = (
  documents: readonly Document[],
  {from = 'old', to = 'new', smsTexts}: Case = {},
) => {
  const all = storedOf(revised(documents))
  return planReplacement({
    old: pick(all, from),
    next: pick(all, to),
    holders: all.filter(({fields}) => refersTo(fields, from)),
    date: DATE,
    ...(smsTexts !== undefined && {smsTexts}),
  })
}

const replaced = (documents: readonly Document[], options: Case = {}): readonly Document[] => {
  const plan = planOf(documents, options)
  if (!plan.ok) throw new Error(plan.reasons.join(' '))
  return applied(revised(documents), plan.mutations)
}

const line = (id: string, over: object = {}): Document => ({
  _id: id,
  _type: 'helpline',
  name: id,
  country: 'US',
  ...over,
})

const item = (key: string, id: string) => ({_key: key, ...ref(id)})

const byId = (documents: readonly Document[], id: string): Document => {
  const found = documents.find(({_id}) => _id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('planReplacement', () => {
  test('retires the old line, published and draft, and names its replacement', () => {
    const after = replaced([line('old'), line('drafts.old', {name: 'Old, renamed'}), line('new')])
    for (const id of ['old', 'drafts.old']) {
      expect(byId(after, id)).toMatchObject({retiredAt: DATE, replacedBy: {_ref: 'new'}})
    }
    expect(byId(after, 'drafts.old')).toMatchObject({name: 'Old, renamed'})
  })

  test('a line that already stands in the list does not stand there twice', () => {
    const after = replaced([
      line('old'),
      line('new'),
      {
        _id: 'crisisNotice-US-en',
        _type: 'crisisNotice',
        helplines: [item('a', 'old'), item('b', 'other'), item('c', 'new')],
        topicHelplines: [
          {_key: 't', topic: 'grief', helplines: [item('d', 'new'), item('e', 'old')]},
        ],
      },
    ])
    expect(byId(after, 'crisisNotice-US-en')).toMatchObject({
      helplines: [item('a', 'new'), item('b', 'other')],
      topicHelplines: [{_key: 't', topic: 'grief', helplines: [item('d', 'new')]}],
    })
  })

  test('pairs are kept together', () => {
    const after = replaced([
      line('old', {pairedWith: ref('pair')}),
      line('pair', {pairedWith: ref('old')}),
      line('new'),
    ])
    expect(byId(after, 'pair')).toMatchObject({pairedWith: {_ref: 'new'}})
    expect(byId(after, 'new')).toMatchObject({pairedWith: {_ref: 'pair'}})
  })

  test('a line that takes over from its own pair is not paired with itself', () => {
    const after = replaced([
      line('old', {pairedWith: ref('new')}),
      line('new', {pairedWith: ref('old')}),
      line('older', {retiredAt: '2020-01-01', replacedBy: ref('old')}),
    ])
    expect(byId(after, 'new')).not.toHaveProperty('pairedWith')
    expect(byId(after, 'older')).toMatchObject({replacedBy: {_ref: 'new'}})
  })

  test('the text message of a notice changes with it, in draft and published', () => {
    const notice = {_type: 'crisisNotice', smsText: 'Call 1', helplines: [item('a', 'old')]}
    const after = replaced(
      [
        line('old'),
        line('new'),
        {_id: 'crisisNotice-US-en', ...notice},
        {_id: 'drafts.crisisNotice-US-en', ...notice},
      ],
      {smsTexts: new Map([['crisisNotice-US-en', 'Call 2']])},
    )
    expect(after.slice(2).map(({smsText}) => smsText)).toEqual(['Call 2', 'Call 2'])
  })

  test('every mutation is guarded by the revision it was planned for', () => {
    const plan = planOf(example, {
      from: 'helpline-us-samhsa',
      to: 'helpline-us-domestic-violence',
    })
    if (!plan.ok) throw new Error(plan.reasons.join(' '))
    expect(plan.mutations.length).toBeGreaterThan(2)
    for (const {patch} of plan.mutations) {
      expect(patch.ifRevisionID).toBe(byId(revised(example), patch.id)['_rev'])
    }
    const changed = revised(example).map((each) =>
      each._id === 'crisisNotice-US-en' ? {...each, _rev: 'later'} : each,
    )
    expect(() => applied(changed, plan.mutations)).toThrow(/changed meanwhile/)
  })

  test.each([
    ['itself', [line('old')], 'old', /from itself/],
    ['nobody', [line('old')], 'new', /Choose the line/],
    ['a draft', [line('old'), line('drafts.new')], 'new', /not published/],
    ['a retired line', [line('old'), line('new', {retiredAt: '2026-01-01'})], 'new', /retired/],
    ['a line of another country', [line('old'), line('new', {country: 'CA'})], 'new', /line of CA/],
    [
      'a line whose draft retires it',
      [line('old'), line('new'), line('drafts.new', {retiredAt: '2026-01-01'})],
      'new',
      /retired/,
    ],
  ])('%s cannot take over', (_who, documents, to, reason) => {
    const plan = planOf(documents, {to})
    expect(plan.ok).toBe(false)
    expect(plan.ok ? '' : plan.reasons.join(' ')).toMatch(reason)
  })
})

/** Written on its own: what a document is to be afterwards. */
const expected = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(expected)
    const isNew = (each: unknown) =>
      typeof each === 'object' && each !== null && '_ref' in each && each._ref === 'new'
    const wasMoved = JSON.stringify(value) !== JSON.stringify(items)
    return wasMoved
      ? items.filter((each, at) => !isNew(each) || items.findIndex(isNew) === at)
      : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) =>
      name === '_ref' && each === 'old' ? [name, 'new'] : [name, expected(each)],
    ),
  )
}

const id = fc.constantFrom('old', 'new', 'other')

const reference = fc.record({_type: fc.constant('reference'), _ref: id})

/** Distinct keys within a list, as Sanity makes them; or none at all. */
const keyed = (items: fc.Arbitrary<object>) =>
  fc
    .tuple(fc.array(items, {maxLength: 5}), fc.boolean())
    .map(([list, withKeys]) =>
      list.map((each, index) => (withKeys ? {_key: `k${index}`, ...each} : each)),
    )

const holder = fc.record({
  text: fc.string(),
  helpline: reference,
  helplines: keyed(reference),
  topicHelplines: keyed(fc.record({topic: fc.string(), helplines: keyed(reference)})),
  body: keyed(
    fc.oneof(
      fc.record({_type: fc.constant('helplineRef'), helpline: reference}),
      fc.record({_type: fc.constant('block'), children: keyed(fc.record({text: fc.string()}))}),
    ),
  ),
})

describe('whatever refers to the old line', () => {
  test('refers to the new one afterwards, in drafts too, and all else is as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(holder, fc.boolean()), {maxLength: 4}), (holders) => {
        const documents: readonly Document[] = [
          line('old'),
          line('new'),
          line('other'),
          ...holders.map(([fields, isDraft], index) => ({
            _id: isDraft ? `drafts.d${index}` : `d${index}`,
            _type: 'custom',
            ...fields,
          })),
        ]
        const after = replaced(documents)
        after.slice(1).forEach((document, index) => {
          expect(refersTo(document, 'old'), document._id).toBe(false)
          expect(document).toEqual(
            JSON.parse(JSON.stringify(expected(revised(documents)[index + 1]))),
          )
        })
      }),
      {numRuns: 150},
    )
  })

  test('any line of the example may take over from any other of its country', () => {
    const lines = example.filter(({_type}) => _type === 'helpline')
    const pairs = lines.flatMap((from) =>
      lines.flatMap((to) => (from !== to && from['country'] === to['country'] ? [{from, to}] : [])),
    )
    expect(pairs.length).toBeGreaterThan(5)
    for (const {from, to} of pairs) {
      const drafts = example
        .filter((each) => refersTo(each, from._id))
        .map((each) => ({...each, _id: `drafts.${each._id}`}))
      const all = [...example, ...drafts]
      const after = replaced(all, {from: from._id, to: to._id})
      for (const each of after) {
        if (publishedId(each._id) !== from._id) expect(refersTo(each, from._id)).toBe(false)
      }
    }
  })
})
