/** A paragraph, heading, quotation or list item. */
import type {BlockStyle, Citation, Decorator, Link, Span, TextBlock} from '../model.ts'
import {isObject} from '../json-object.ts'
import type {ProblemCode} from '../problem-codes.ts'
import {keyOf, reportRepeatedKeys} from './keys.ts'
import type {Lookup} from './lookup.ts'
import {mergeSpans} from './merge-spans.ts'
import type {Place} from './place.ts'
import type {TextRules} from './portable-text.ts'
import {array, object, type Reader, reportType} from './reader.ts'
import {referenced} from './references.ts'
import {show} from './show.ts'
import {checkClosed, checkedText} from './text.ts'
import {linkHref} from './urls.ts'

export const STYLES = ['normal', 'h3', 'h4', 'blockquote'] as const satisfies readonly BlockStyle[]
export const LISTS = ['bullet', 'number'] as const
export const DECORATORS = ['strong', 'em', 'sub', 'sup'] as const satisfies readonly Decorator[]

/** Deeper lists leave no room for words at 320 pixels. */
export const DEEPEST_LIST = 10

/**
 * Differently marked pieces of one block. Nesting the marks takes quadratic time: 20,000 pieces under one
 * mark held each of three publishers up for seconds, 1,000 for 25 ms. A busy paragraph has thirty.
 */
export const MOST_PIECES = 1000

const pieces = (children: readonly (Span | Citation)[], place: Place): typeof children => {
  const merged = mergeSpans(children)
  if (merged.length > MOST_PIECES) {
    place.report(
      'TOO_MANY',
      `The paragraph changes between bold, links, citations and plain text ${merged.length} times, and at most ${MOST_PIECES} can be shown. Split it, or clear its formatting.`,
    )
  }
  return merged
}

const known =
  <T extends string>(values: readonly [T, ...T[]], code: ProblemCode, what: string): Reader<T> =>
  (value, place) => {
    const found = values.find((each) => each === value)
    if (found !== undefined) return found
    place.report(
      code,
      `No publisher knows the ${what} ${show(value)}. Use one of: ${values.join(', ')}.`,
    )
    return values[0]
  }

const level: Reader<number> = (value, place) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    reportType(value, place, 'a whole number from 1')
    return 1
  }
  if (value > DEEPEST_LIST) {
    place.report(
      'LIST_TOO_DEEP',
      `The list item stands ${value} levels deep, and at most ${DEEPEST_LIST} can be shown. Move it up, or start a list of its own.`,
    )
    return 1
  }
  return value
}

const link: Reader<Link | undefined> = (value, place) => {
  const type = isObject(value) ? value['_type'] : undefined
  if (type !== 'link') {
    place.report(
      'UNKNOWN_MARK',
      `No publisher knows the annotation ${show(type)}. Remove it, or use a link.`,
    )
    return undefined
  }
  return object<Link>((fields) => ({
    _type: 'link',
    _key: keyOf(fields),
    href: fields.required('href', linkHref),
  }))(value, place)
}

const isDecorator = (mark: string): boolean => DECORATORS.some((each) => each === mark)

const mark =
  (links: ReadonlySet<string>): Reader<string> =>
  (value, place) => {
    if (typeof value !== 'string') {
      reportType(value, place, 'the name of a mark')
      return ''
    }
    if (!isDecorator(value) && !links.has(value)) {
      place.report(
        'UNKNOWN_MARK',
        `No publisher knows the mark ${JSON.stringify(value.slice(0, 80))}, and the block has no annotation of that key. Remove it; known are ${DECORATORS.join(', ')} and links.`,
      )
    }
    return value
  }

const span = (links: ReadonlySet<string>): Reader<Span> => {
  const marks = array(mark(links))
  return object((fields) => ({
    _type: 'span',
    _key: keyOf(fields),
    // not required(): the Studio puts an empty span between and after inline objects
    text: checkedText(fields.raw('text') ?? '', fields.place.field('text')),
    marks: [...new Set(fields.optional('marks', marks) ?? [])],
  }))
}

const citation = (lookup: Lookup): Reader<Citation> => {
  const source = referenced(lookup.sources, lookup)
  return object((fields) => {
    const sources = fields.required('sources', array(source, {min: 1}))
    return {
      _type: 'citation',
      _key: keyOf(fields),
      sources: [...new Set(sources.map(({id}) => id))],
    }
  })
}

const child =
  (
    lookup: Lookup,
    rules: TextRules,
    links: ReadonlySet<string>,
  ): Reader<Span | Citation | undefined> =>
  (value, place) => {
    const type = isObject(value) ? value['_type'] : undefined
    if (type === 'span') return span(links)(value, place)
    if (type === 'citation' && rules.citations) return citation(lookup)(value, place)
    if (type === 'citation') {
      place.report(
        'CITATION_MISPLACED',
        'A citation stands where there is no reference list. Remove it, or move the claim into an article.',
      )
    } else {
      place.report(
        'UNKNOWN_BLOCK',
        `No publisher knows the inline object ${show(type)}. Remove it, or write it as text.`,
      )
    }
    return undefined
  }

export const textBlock = (lookup: Lookup, rules: TextRules): Reader<TextBlock> =>
  object((fields) => {
    const {place} = fields
    const read = fields.optional('markDefs', array(link)) ?? []
    const markDefs = read.filter((each) => each !== undefined)
    reportRepeatedKeys(markDefs, place.field('markDefs'))
    const links = new Set(markDefs.map(({_key}) => _key))
    const inside = fields.required('children', array(child(lookup, rules, links)))
    const children = inside.filter((each) => each !== undefined)
    reportRepeatedKeys(children, place.field('children'))
    const text = children.map((each) => (each._type === 'span' ? each.text : '')).join('')
    checkClosed(text, place)
    const listItem = fields.optional('listItem', known(LISTS, 'UNKNOWN_LIST', 'list type'))
    return {
      _type: 'block',
      _key: keyOf(fields),
      style: fields.optional('style', known(STYLES, 'UNKNOWN_STYLE', 'style')) ?? 'normal',
      ...(listItem !== undefined && {listItem, level: fields.optional('level', level) ?? 1}),
      markDefs,
      children: pieces(children, place.field('children')),
    }
  })
