/** `<style>` sheets as rules, each with the conditions around it. */
import {type Element} from './dom.ts'
import {isPseudoElement, selectorTest} from './selectors.ts'
import {type CssNode, type Declaration, generate, ident, parse, walk} from 'css-tree'

export interface StyleDeclaration {
  readonly property: string
  readonly value: string
}

export interface StyleRule {
  /** One complex selector. */
  readonly selector: string
  /** Whether it may match; a state that can change, or a selector nobody can read, counts as met. */
  readonly matches: (element: Element) => boolean
  /** It styles `::before`, `::after` and the like, not the element. */
  readonly pseudo: boolean
  /** `@media print`, several joined by a space, or '' for none. */
  readonly condition: string
  readonly declarations: readonly StyleDeclaration[]
}

export interface StyleSheet {
  readonly rules: readonly StyleRule[]
  /** Something was there that css-tree could not read, or that brings styles from elsewhere. */
  readonly unreadable: string | undefined
}

/** Escapes decoded, lower case: `displ\\61y` is `display` to a browser. */
const plain = (node: Declaration): StyleDeclaration => ({
  property: ident.decode(node.property).toLowerCase(),
  value: ident.decode(generate(node.value)).trim().toLowerCase(),
})

export const declarationsOf = (style: string): readonly StyleDeclaration[] => {
  if (style === '') return []
  const declarations: StyleDeclaration[] = []
  const tree = parse(style, {context: 'declarationList', onParseError: () => {}})
  walk(tree, (node) => {
    if (node.type !== 'Declaration') return
    declarations.push(plain(node))
  })
  return declarations
}

const parseSheet = (css: string): StyleSheet => {
  const rules: StyleRule[] = []
  const conditions: string[] = []
  let depth = 0
  let unreadable: string | undefined
  const tree = parse(css, {
    onParseError: (error) => {
      unreadable ??= error.message
    },
  })
  walk(tree, {
    enter: (node: CssNode) => {
      if (node.type === 'Atrule') {
        if (node.name === 'import') unreadable ??= '@import'
        conditions.push(`@${node.name} ${node.prelude === null ? '' : generate(node.prelude)}`)
      }
      if (node.type !== 'Rule') return
      const declarations = node.block.children
        .toArray()
        .flatMap((child: CssNode) => (child.type === 'Declaration' ? [plain(child)] : []))
      const selectors = generate(node.prelude)
        .split(/,(?![^(]*\))/)
        .map((selector) => selector.trim())
      for (const selector of selectors) {
        rules.push({
          selector,
          matches: depth > 0 ? () => true : selectorTest(selector),
          pseudo: isPseudoElement(selector),
          condition: conditions.join(' ').trim(),
          declarations,
        })
      }
      depth += 1
    },
    leave: (node: CssNode) => {
      if (node.type === 'Atrule') conditions.pop()
      if (node.type === 'Rule') depth -= 1
    },
  })
  return {rules, unreadable}
}

const CACHED = 32
const cache = new Map<string, StyleSheet>()

/** Pages share one sheet: parsed once. */
export const styleSheet = (css: string): StyleSheet => {
  const known = cache.get(css)
  if (known !== undefined) return known
  const sheet = parseSheet(css)
  if (cache.size >= CACHED) cache.clear()
  cache.set(css, sheet)
  return sheet
}
