/** `<style>` sheets and `style` attributes as rules. What is not plain is not read, and says so. */
import {type CssNode, type Declaration, generate, ident, parse} from 'css-tree/dist/csstree.esm'
import {type SelectorTest, selectorTest} from './selectors.ts'

export interface StyleDeclaration {
  readonly property: string
  readonly value: string
}

export interface StyleRule extends SelectorTest {
  /** `@media print` around it, if any. */
  readonly media: readonly string[]
  readonly declarations: readonly StyleDeclaration[]
}

/** Thrown inside this room only; the gate refuses the page. */
export class UnreadableCss extends Error {}

const unreadable = (what: string): never => {
  throw new UnreadableCss(what)
}

const parseCss = (css: string, context: 'stylesheet' | 'declarationList'): CssNode =>
  // Stryker disable next-line ArrowFunction: what it reports is raw text in the tree, and refused there
  parse(css, {context, onParseError: ({message}) => unreadable(message)})

/** Escapes decoded, lower case: `displ\\61y` is `display` to a browser. Nothing outweighs the cascade. */
const plain = ({property, value, important}: Declaration): StyleDeclaration => {
  const name = ident.decode(property)
  if (important !== false) return unreadable('!important')
  // Custom properties alone tell upper case from lower.
  if (/^--.*[A-Z]/.test(name)) return unreadable(`${name} is not in lower case`)
  return {
    property: name.toLowerCase(),
    value: ident.decode(generate(value)).trim().toLowerCase(),
  }
}

const declarationsOf = (nodes: readonly CssNode[]): readonly StyleDeclaration[] =>
  nodes.map((node) =>
    // Stryker disable next-line ConditionalExpression,StringLiteral: the parser has reported it
    node.type === 'Declaration' ? plain(node) : unreadable(`${node.type} inside a rule`),
  )

const rulesOf = (node: CssNode, media: readonly string[]): readonly StyleRule[] => {
  if (node.type === 'Comment') return []
  // Stryker disable next-line ConditionalExpression: the parser has reported a raw prelude
  if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList')
    return unreadable(generate(node))
  const declarations = declarationsOf(node.block.children.toArray())
  return node.prelude.children.toArray().map((selector) =>
    // Stryker disable next-line ConditionalExpression: the parser has reported anything else
    selector.type === 'Selector'
      ? {...selectorTest(selector), media, declarations}
      : unreadable(generate(selector)),
  )
}

/** `@page` is for the margins of paper; of the others only `@media` is read, one level deep. */
const topLevel = (node: CssNode): readonly StyleRule[] => {
  if (node.type !== 'Atrule') return rulesOf(node, [])
  const {name, prelude, block} = node
  if (name === 'page') return []
  if (name !== 'media' || prelude === null || block === null) return unreadable(`@${name}`)
  return block.children
    .toArray()
    .flatMap((child) => rulesOf(child, [`@media ${generate(prelude)}`]))
}

/** Throws UnreadableCss. */
export const parseSheet = (css: string): readonly StyleRule[] => {
  const tree = parseCss(css, 'stylesheet')
  // Stryker disable next-line ConditionalExpression,ArrayDeclaration: it is; the type asks
  return tree.type === 'StyleSheet' ? tree.children.toArray().flatMap(topLevel) : []
}

/** A `style` attribute. Throws UnreadableCss. */
export const parseInline = (style: string): readonly StyleDeclaration[] => {
  const tree = parseCss(style, 'declarationList')
  // Stryker disable next-line ConditionalExpression,ArrayDeclaration: it is; the type asks
  return tree.type === 'DeclarationList' ? declarationsOf(tree.children.toArray()) : []
}
