/**
 * A block as editors' tools write it, which nearly all are: nothing about it has to be reported, so
 * nothing is made that only a report would need. Undefined for every other block: text-block.ts reads
 * that one and says what is wrong with it. Whatever is read here, it would have read the same.
 */
import {hasExplicitBidi} from '../bidi.ts'
import {cleanText, isPlain} from '../clean.ts'
import {idKind} from '../dataset-ids.ts'
import {isObject, type JsonObject} from '../json-object.ts'
import type {Citation, Link, Span, TextBlock} from '../model.ts'
import type {Lookup} from './lookup.ts'
import {mergeSpans} from './merge-spans.ts'
import type {TextRules} from './portable-text.ts'
import {DECORATORS, DEEPEST_LIST, LISTS, STYLES} from './text-block.ts'
import {plainHref} from './urls.ts'

/** Pieces of one block: each key is compared with all before it. */
const MOST = 64

const named = <T extends string>(names: readonly T[]): ReadonlyMap<unknown, T> =>
  new Map(names.map((name) => [name, name]))

const STYLE = named(STYLES)
const LIST = named(LISTS)
const DECORATOR = named(DECORATORS)

// most spans have no mark or one, so they share these
const NO_MARKS: readonly string[] = Object.freeze([])
const ONE_MARK: ReadonlyMap<unknown, readonly string[]> = new Map(
  DECORATORS.map((mark) => [mark, Object.freeze([mark])]),
)
const NO_LINKS: readonly Link[] = Object.freeze([])

const fewOf = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) && value.length <= MOST ? value : undefined

const ownKey = (
  {_key: key}: JsonObject,
  others: readonly {readonly _key: string}[],
): string | undefined => {
  if (typeof key !== 'string' || key === '') return undefined
  for (const other of others) if (other._key === key) return undefined
  return key
}

const plainLinks = (value: unknown): readonly Link[] | undefined => {
  const list = value === undefined ? NO_LINKS : fewOf(value)
  if (list === undefined) return undefined
  if (list.length === 0) return NO_LINKS
  const links: Link[] = []
  for (const each of list) {
    if (!isObject(each) || each['_type'] !== 'link') return undefined
    const key = ownKey(each, links)
    const href = plainHref(each['href'])
    if (key === undefined || href === undefined) return undefined
    links.push(Object.freeze({_type: 'link', _key: key, href}))
  }
  return Object.freeze(links)
}

const plainMarks = (value: unknown, links: readonly Link[]): readonly string[] | undefined => {
  const list = value === undefined ? NO_MARKS : fewOf(value)
  if (list === undefined) return undefined
  if (list.length === 0) return NO_MARKS
  const one = list.length === 1 ? ONE_MARK.get(list[0]) : undefined
  if (one !== undefined) return one
  const marks: string[] = []
  for (const mark of list) {
    if (typeof mark !== 'string' || marks.includes(mark)) return undefined
    if (!DECORATOR.has(mark) && !links.some(({_key}) => _key === mark)) return undefined
    marks.push(mark)
  }
  return Object.freeze(marks)
}

/** A direction character may want a partner in another span, and is left to the other reader. */
const plainText = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  if (isPlain(value)) return value
  if (!value.isWellFormed()) return undefined
  const clean = cleanText(value)
  return hasExplicitBidi(clean) ? undefined : clean
}

const plainCitation = (
  value: JsonObject,
  key: string,
  {sources, typeOf}: Lookup,
): Citation | undefined => {
  const list = fewOf(value['sources'])
  if (list === undefined || list.length === 0) return undefined
  const ids: string[] = []
  for (const each of list) {
    const id = isObject(each) ? each['_ref'] : undefined
    if (typeof id !== 'string' || idKind(id) !== 'published') return undefined
    const source = typeOf(id) === sources.type ? sources.get(id) : undefined
    if (source?.ok !== true) return undefined
    if (!ids.includes(source.value.id)) ids.push(source.value.id)
  }
  return Object.freeze({_type: 'citation', _key: key, sources: Object.freeze(ids)})
}

const plainChildren = (
  value: unknown,
  links: readonly Link[],
  lookup: Lookup,
  rules: TextRules,
): TextBlock['children'] | undefined => {
  const list = fewOf(value)
  if (list === undefined) return undefined
  const children: (Span | Citation)[] = []
  for (const each of list) {
    const key = isObject(each) ? ownKey(each, children) : undefined
    if (key === undefined || !isObject(each)) return undefined
    if (each['_type'] === 'span') {
      const text = plainText(each['text'])
      const marks = plainMarks(each['marks'], links)
      if (text === undefined || marks === undefined) return undefined
      children.push(Object.freeze({_type: 'span', _key: key, text, marks}))
    } else {
      const isHere = each['_type'] === 'citation' && rules.citations
      const citation = isHere ? plainCitation(each, key, lookup) : undefined
      if (citation === undefined) return undefined
      children.push(citation)
    }
  }
  return Object.freeze(mergeSpans(children))
}

const isLevel = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= DEEPEST_LIST

export const plainBlock = (
  value: JsonObject,
  lookup: Lookup,
  rules: TextRules,
): TextBlock | undefined => {
  const key = value['_key']
  const style = STYLE.get(value['style'] ?? 'normal')
  const markDefs = plainLinks(value['markDefs'])
  if (typeof key !== 'string' || key === '') return undefined
  if (style === undefined || markDefs === undefined) return undefined
  const children = plainChildren(value['children'], markDefs, lookup, rules)
  if (children === undefined) return undefined
  const kind = value['listItem']
  if (kind === undefined) {
    return Object.freeze({_type: 'block', _key: key, style, markDefs, children})
  }
  const listItem = LIST.get(kind)
  const level = value['level'] ?? 1
  if (listItem === undefined || !isLevel(level)) return undefined
  return Object.freeze({_type: 'block', _key: key, style, listItem, level, markDefs, children})
}
