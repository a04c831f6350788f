/**
 * The client's types are written by hand. Here they are held to the API's own document: whatever the
 * document allows passes the client's checks, and nothing passes that lacks a field of the document or
 * has another thing in its place.
 */
import {describe, expect, it} from 'vitest'
import {type Guard, isRecord, isString} from '../../client/guards.ts'
import {
  isArticle,
  isArticleWith,
  isChangePage,
  isHelplineList,
  isNotice,
  isNoticeAnswer,
  isPage,
} from '../../client/shapes.ts'
import {ARTICLE_FIELDS} from '../../publishers/partner/selection.ts'
import {apiDocument} from '../../server/api/document/document.ts'

const document: unknown = JSON.parse(
  JSON.stringify(apiDocument({siteName: 'Lantern Health', publicUrl: 'https://health.example'})),
)

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inside, name) => (isRecord(inside) ? inside[name] : undefined), value)

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const component = (name: string): unknown => at(document, 'components', 'schemas', name)

/** Values that the schema allows: each alternative of each of its parts at least once. */
const samples = (schema: unknown): readonly unknown[] => {
  const reference = at(schema, '$ref')
  if (isString(reference)) return samples(component(reference.split('/').at(-1) ?? ''))
  const choices = list(at(schema, 'enum'))
  if (choices.length > 0) return choices
  const alternatives = [...list(at(schema, 'anyOf')), ...list(at(schema, 'oneOf'))]
  if (alternatives.length > 0) return alternatives.flatMap(samples)
  // how the document's generator writes "this, or null"
  const [whole, nullable] = list(at(schema, 'allOf'))
  if (list(at(nullable, 'type')).includes('null')) return [...samples(whole), null]
  const type = at(schema, 'type')
  if (Array.isArray(type)) {
    return type.flatMap((each) =>
      samples(Object.assign({}, schema, {type: each === 'null' ? 'null' : String(each)})),
    )
  }
  switch (type) {
    case 'string':
      return ['https://health.example/text']
    case 'boolean':
      return [true, false]
    case 'integer':
    case 'number':
      return [1]
    case 'null':
      return [null]
    case 'array':
      return [samples(at(schema, 'items'))]
    case 'object': {
      const properties = at(schema, 'properties')
      if (!isRecord(properties)) throw new Error('an object without properties')
      const parts = Object.entries(properties).map(([name, part]) => [name, samples(part)] as const)
      const first = Object.fromEntries(parts.map(([name, values]) => [name, values[0]]))
      return parts.flatMap(([name, values]) => values.map((value) => ({...first, [name]: value})))
    }
    default:
      throw new Error(`no sample of ${JSON.stringify(schema)}`)
  }
}

/** The value without one of its fields, or with another thing in it: every such value. */
const spoilt = (value: unknown): readonly (readonly [string, unknown])[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      spoilt(item).map(([path, other]) => [`${index}.${path}`, value.with(index, other)] as const),
    )
  }
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inside]) => [
    [`${name} is absent`, {...value, [name]: undefined}] as const,
    [`${name} is something else`, {...value, [name]: new Date(0)}] as const,
    ...spoilt(inside).map(
      ([path, other]) => [`${name}.${path}`, {...value, [name]: other}] as const,
    ),
  ])
}

const SHAPES: readonly (readonly [component: string, guard: Guard<unknown>, fields: number])[] = [
  ['Article', isArticle, 40],
  ['CrisisNotice', isNotice, 15],
  ['Notice', isNoticeAnswer, 15],
  ['Helplines', isHelplineList, 25],
  ['Changes', isChangePage, 9],
]

describe.each(SHAPES)('the check of %s', (name, guard, fields) => {
  it('takes whatever the document allows', () => {
    const all = samples(component(name))
    expect(all.length).toBeGreaterThan(1)
    for (const sample of all) expect([guard(sample), sample]).toEqual([true, sample])
  })

  it('looks at every field that the document has', () => {
    const passed = new Set<string>()
    const seen = new Set<string>()
    for (const sample of samples(component(name))) {
      for (const [path, value] of spoilt(sample)) {
        seen.add(path)
        if (guard(value)) passed.add(path)
      }
    }
    expect([...passed]).toEqual([])
    expect(seen.size).toBeGreaterThan(fields)
  })
})

describe('the check of a page', () => {
  it('takes what the document allows, and articles of any shape', () => {
    for (const sample of samples(component('ArticlePage'))) expect(isPage(sample)).toBe(true)
    expect(isPage({articles: [4], nextCursor: null, refused: []})).toBe(true)
    expect(isPage({articles: [], refused: []})).toBe(false)
    expect(isPage({articles: {}, nextCursor: null, refused: []})).toBe(false)
    expect(isPage({articles: [], nextCursor: null, refused: [{id: 'a'}]})).toBe(false)
  })
})

describe('the check of some fields', () => {
  const [article] = samples(component('Article'))

  it('asks for these and for what is always there', () => {
    const essential = at(component('Article'), 'required')
    expect(new Set(list(essential))).toEqual(
      new Set(['id', 'slug', 'language', 'url', 'revision', 'crisisNotice', 'attribution']),
    )
    const isTitled = isArticleWith(['title'])
    for (const field of ARTICLE_FIELDS) {
      const without = Object.assign({}, article, {[field]: undefined})
      const isNeeded = field === 'title' || list(essential).includes(field)
      expect([field, isTitled(without)]).toEqual([field, !isNeeded])
      expect([field, isArticle(without)]).toEqual([field, false])
    }
  })
})
