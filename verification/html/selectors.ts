/** Selectors as tests that rather match too much than too little. */
import {compile} from 'css-select'
import {type CssNode, generate, type Selector} from 'css-tree'
import type {Element} from './dom.ts'

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
  /** `:hover` and the like: it matches only while they hold. */
  readonly states: readonly string[]
  /** It styles `::before`, `::after` and the like, not the element. */
  readonly pseudo: boolean
  readonly specificity: number
}

const always = (): boolean => true

/** Compiled once a style sheet. What css-select does not know matches everything. */
const compiled = (selector: string): ((element: Element) => boolean) => {
  try {
    return compile<Element, Element>(selector)
  } catch {
    return always
  }
}

/** For one complex selector. */
export const selectorTest = (selector: Selector): SelectorTest => {
  const nodes = selector.children.toArray()
  const plain = nodes.map((node) => {
    if (isPseudoElement(node)) return ''
    return isState(node) ? ':is(*)' : generate(node)
  })
  const weights = nodes.map((node) => (generate(node) === '*' ? 0 : (WEIGHTS[node.type] ?? 0)))
  return {
    selector: generate(selector),
    matches: compiled(plain.join('')),
    states: nodes.filter(isState).map((node) => generate(node)),
    pseudo: nodes.some(isPseudoElement),
    specificity: weights.reduce((sum, weight) => sum + weight, 0),
  }
}
