/** Selectors as tests that rather match too much than too little. */
import {compile} from 'css-select'
import {type CssNode, generate, type Selector} from 'css-tree/dist/csstree.esm'
import {attribute, type Element} from './dom.ts'

/** What a document read once can tell; every other pseudo-class holds at some times and not at others. */
const STATIC: ReadonlySet<string> = new Set(['first-child', 'last-child', 'only-child', 'root'])

const isPseudoElement = (node: CssNode): boolean => node.type === 'PseudoElementSelector'

/** `:before` and `:first-letter`, as CSS 2 wrote them, count as states too: the rule may reach the text. */
const isState = (node: CssNode): boolean =>
  node.type === 'PseudoClassSelector' && !STATIC.has(node.name)

/** Selectors Level 4, section 17: ids before classes before types. */
const WEIGHTS: Readonly<Record<string, number>> = {
  AttributeSelector: 1000,
  ClassSelector: 1000,
  IdSelector: 1_000_000,
  PseudoClassSelector: 1000,
  TypeSelector: 1,
}

export interface SelectorTest {
  readonly selector: string
  readonly matches: (element: Element) => boolean
  /** Cheaper, and never false where `matches` holds: it looks at name, class and id alone. */
  readonly mayMatch: (element: Element) => boolean
  /** `mayMatch` looks at the id. */
  readonly asksId: boolean
  /** `:hover` and the like: it matches only while they hold. */
  readonly states: readonly string[]
  /** It styles `::before`, `::after` and the like, not the element. */
  readonly pseudo: boolean
  readonly specificity: number
}

const always = (): boolean => true

/** Compiled once a style sheet. `undefined`: css-select does not know it. */
const compiled = (selector: string): ((element: Element) => boolean) | undefined => {
  try {
    return compile<Element, Element>(selector)
  } catch {
    return undefined
  }
}

const attributeHolds =
  (name: string, word: string) =>
  (element: Element): boolean =>
    attribute(element, name)?.toLowerCase().includes(word) === true

/** What a part of the last compound asks of the element by itself; no escapes, which css-tree keeps. */
const NEEDS: Readonly<Record<string, (word: string) => (element: Element) => boolean>> = {
  ClassSelector: (word) => attributeHolds('class', word),
  IdSelector: (word) => attributeHolds('id', word),
  TypeSelector: (word) => (element) => element.name.toLowerCase() === word,
}

/**
 * Case aside, and a part of a word for the whole: rather too many are tried. A test for each part of
 * the last compound, which is the one that speaks of the element itself.
 */
const needsOf = (nodes: readonly CssNode[]): readonly ((element: Element) => boolean)[] =>
  nodes.slice(nodes.findLastIndex(({type}) => type === 'Combinator') + 1).flatMap((node) => {
    const name = 'name' in node && typeof node.name === 'string' ? node.name : ''
    return /^[\w-]+$/.test(name) ? (NEEDS[node.type]?.(name.toLowerCase()) ?? []) : []
  })

/** For one complex selector. */
export const selectorTest = (selector: Selector): SelectorTest => {
  const nodes = selector.children.toArray()
  const plain = nodes.map((node) => {
    if (isPseudoElement(node)) return ''
    return isState(node) ? ':is(*)' : generate(node)
  })
  const weights = nodes.map((node) => (generate(node) === '*' ? 0 : (WEIGHTS[node.type] ?? 0)))
  const matches = compiled(plain.join(''))
  const needs = needsOf(nodes)
  return {
    selector: generate(selector),
    // What is not known matches everything.
    matches: matches ?? always,
    asksId: nodes.some(({type}) => type === 'IdSelector'),
    mayMatch: matches === undefined ? always : (element) => needs.every((need) => need(element)),
    states: nodes.filter(isState).map((node) => generate(node)),
    pseudo: nodes.some(isPseudoElement),
    specificity: weights.reduce((sum, weight) => sum + weight, 0),
  }
}
