/**
 * Style sheets of other people, read for what may hide text. Lenient where the gate is strict: what
 * cannot be read is passed over, since only a browser knows all of CSS. For a screen 1280 px wide.
 */
import {compile} from 'css-select'
import {type CssNode, generate, ident, parse, walk} from 'css-tree'
import type {Element} from '../../verification/html/dom.ts'
import {pixels} from '../../verification/html/values.ts'

export interface Declared {
  readonly property: string
  /** Lower case. */
  readonly value: string
  readonly isImportant: boolean
}

export interface SheetRule {
  readonly matches: (element: Element) => boolean
  readonly specificity: number
  readonly declarations: readonly Declared[]
  /** What an element must have to match: `#id`, `.class`, a name, or `*`. */
  readonly key: string
}

/** All others say nothing about whether text is seen. */
export const PROPERTIES: ReadonlySet<string> = new Set([
  '-webkit-line-clamp',
  'background',
  'background-color',
  'bottom',
  'clip',
  'clip-path',
  'color',
  'content-visibility',
  'display',
  'font-size',
  'height',
  'inset',
  'left',
  'line-clamp',
  'max-height',
  'max-width',
  'opacity',
  'overflow',
  'overflow-x',
  'overflow-y',
  'pointer-events',
  'position',
  'right',
  'text-indent',
  'text-overflow',
  'top',
  'transform',
  'visibility',
  'white-space',
  'width',
])

/** CSS pixels of the screen that is imagined. */
const SCREEN = 1280

const MEDIA: readonly (readonly [RegExp, (...found: readonly string[]) => boolean])[] = [
  [/^(?:only )?(?:screen|all)$/, () => true],
  [/^\(\s*min-width\s*:\s*([^)]+)\)$/, (_all, width) => SCREEN >= (pixels(width ?? '') ?? 0)],
  [/^\(\s*max-width\s*:\s*([^)]+)\)$/, (_all, width) => SCREEN <= (pixels(width ?? '') ?? 0)],
  [/^\(\s*prefers-color-scheme\s*:\s*light\s*\)$/, () => true],
  [/^\(\s*(?:hover|pointer)\b/, () => true],
]

/** What is not known here does not apply. */
const applies = (media: string): boolean =>
  media
    .toLowerCase()
    .split(',')
    .some((query) =>
      query
        .trim()
        .split(/\s+and\s+/)
        .every((part) =>
          MEDIA.some(([pattern, test]) => {
            const found = pattern.exec(part.trim())
            return found !== null && test(...found)
          }),
        ),
    )

const declarationsOf = (nodes: readonly CssNode[]): readonly Declared[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'Declaration') return []
    const property = ident.decode(node.property).toLowerCase()
    if (!PROPERTIES.has(property)) return []
    const value = ident.decode(generate(node.value)).trim().toLowerCase()
    return [{property, value, isImportant: node.important !== false}]
  })

/** A moment of a visit, not its beginning. */
const MOMENTS =
  /:(?:hover|active|focus|focus-within|focus-visible|target|visited|checked|invalid|placeholder-shown|popover-open|modal|fullscreen)\b/

/** Selectors Level 4, section 17: ids, then classes, attributes and pseudo-classes, then types. */
const specificityOf = (selector: CssNode): number => {
  let sum = 0
  walk(selector, (node) => {
    if (node.type === 'IdSelector') sum += 1_000_000
    else if (node.type === 'ClassSelector' || node.type === 'AttributeSelector') sum += 1000
    else if (node.type === 'PseudoClassSelector' && node.children === null) sum += 1000
    else if (node.type === 'TypeSelector' && node.name !== '*') sum += 1
  })
  return sum
}

/** From the compound on the right, the one that the element itself must match. */
const keyOf = (selector: CssNode): string => {
  if (selector.type !== 'Selector') return '*'
  const nodes = selector.children.toArray()
  const last = nodes.slice(nodes.findLastIndex(({type}) => type === 'Combinator') + 1)
  for (const node of last) {
    if (node.type === 'IdSelector') return `#${ident.decode(node.name)}`
    if (node.type === 'ClassSelector') return `.${ident.decode(node.name)}`
  }
  const [first] = last
  return first?.type === 'TypeSelector' ? first.name.toLowerCase() : '*'
}

const compiled = (selector: string): ((element: Element) => boolean) | undefined => {
  try {
    return compile<Element, Element>(selector)
  } catch {
    // ::before, or newer than css-select
    return undefined
  }
}

const rulesOf = (node: CssNode): readonly SheetRule[] => {
  if (node.type === 'Atrule') {
    const {name, prelude, block} = node
    if (block === null || !['media', 'supports', 'layer', 'container'].includes(name)) return []
    const isRead = name !== 'media' || (prelude !== null && applies(generate(prelude)))
    return isRead ? block.children.toArray().flatMap(rulesOf) : []
  }
  if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return []
  const declarations = declarationsOf(node.block.children.toArray())
  if (declarations.length === 0) return []
  return node.prelude.children.toArray().flatMap((selector) => {
    const text = generate(selector)
    const matches = MOMENTS.test(text) ? undefined : compiled(text)
    return matches === undefined
      ? []
      : [{matches, specificity: specificityOf(selector), declarations, key: keyOf(selector)}]
  })
}

/** Never throws. `media`: of the `<link>` or `<style>` that brings it. */
export const readSheet = (css: string, media = 'all'): readonly SheetRule[] => {
  if (!applies(media === '' ? 'all' : media)) return []
  const tree = parse(css, {context: 'stylesheet', onParseError: () => {}})
  return tree.type === 'StyleSheet' ? tree.children.toArray().flatMap(rulesOf) : []
}

export const readInline = (style: string): readonly Declared[] => {
  const tree = parse(style, {context: 'declarationList', onParseError: () => {}})
  return tree.type === 'DeclarationList' ? declarationsOf(tree.children.toArray()) : []
}
