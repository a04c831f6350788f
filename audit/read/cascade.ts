/** Which declaration wins on an element (CSS Cascade Level 5, section 6, without layers and origins). */
import {attribute, type Element} from '../../verification/html/dom.ts'
import {type Declared, readInline, type SheetRule} from './sheet.ts'

/** Winning values by property; what nobody says is not in it. */
export type Declarations = ReadonlyMap<string, string>

interface Candidate extends Declared {
  readonly weight: number
}

const IMPORTANT = 1e15
const INLINE = 1e12

/** Rules by what an element must have, so that each meets only those that may match it. */
const indexOf = (
  rules: readonly SheetRule[],
): ReadonlyMap<string, readonly [number, SheetRule][]> =>
  Map.groupBy(
    rules.map((rule, index): [number, SheetRule] => [index, rule]),
    ([, {key}]) => key,
  )

const keysOf = (element: Element): readonly string[] => {
  const id = attribute(element, 'id')
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '')
  return [
    '*',
    element.name,
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map((c) => `.${c}`),
  ]
}

/** `rules` in the order of the document's sheets. */
export const cascade = (rules: readonly SheetRule[]): ((element: Element) => Declarations) => {
  const index = indexOf(rules)
  const known = new WeakMap<Element, Declarations>()

  const candidates = (element: Element): readonly Candidate[] => {
    const met = keysOf(element)
      .flatMap((key) => index.get(key) ?? [])
      .filter(([, {matches}]) => matches(element))
      .sort(([a], [b]) => a - b)
      .flatMap(([, {specificity, declarations}]) =>
        declarations.map((each) => ({...each, weight: specificity})),
      )
    const style = attribute(element, 'style')
    const inline = style === undefined ? [] : readInline(style)
    return [...met, ...inline.map((each) => ({...each, weight: INLINE}))]
  }

  return (element) => {
    const found = known.get(element)
    if (found !== undefined) return found
    const winners = new Map<string, {readonly value: string; readonly weight: number}>()
    for (const {property, value, isImportant, weight} of candidates(element)) {
      const total = weight + (isImportant ? IMPORTANT : 0)
      const before = winners.get(property)
      if (before === undefined || total >= before.weight)
        winners.set(property, {value, weight: total})
    }
    const declarations = new Map([...winners].map(([property, {value}]) => [property, value]))
    known.set(element, declarations)
    return declarations
  }
}
