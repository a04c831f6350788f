/** Why a reader would not see an element, or could not use its links. */
import {attribute, chainOf, type Element, elementsOf, isElement} from './dom.ts'
import {hides} from './declarations.ts'
import type {Styled, Styles} from './styles.ts'

/** Elements whose content is not shown, not as it is written, or only when something else fails. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'bdo',
  'canvas',
  'datalist',
  'font',
  'frameset',
  'head',
  'iframe',
  'listing',
  'marquee',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'optgroup',
  'option',
  'picture',
  'plaintext',
  'progress',
  'meter',
  'rp',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
  'xmp',
])

const HIDING_ATTRIBUTES: readonly string[] = ['hidden', 'inert', 'popover']

const insideSummary = (element: Element, details: Element): boolean =>
  chainOf(element).some(({name, parent}) => name === 'summary' && parent === details)

const byMarkup = (element: Element, ancestor: Element): string | undefined => {
  if (NOT_SHOWN.has(ancestor.name)) return `it stands in <${ancestor.name}>`
  for (const name of HIDING_ATTRIBUTES) {
    if (attribute(ancestor, name) !== undefined) return `<${ancestor.name} ${name}> hides it`
  }
  if (attribute(ancestor, 'aria-hidden')?.toLowerCase() === 'true') {
    return `<${ancestor.name} aria-hidden> hides it from screen readers`
  }
  if (ancestor.name === 'dialog' && attribute(ancestor, 'open') === undefined) {
    return 'it stands in a closed <dialog>'
  }
  if (ancestor.name === 'details' && attribute(ancestor, 'open') === undefined) {
    return insideSummary(element, ancestor) ? undefined : 'it stands in closed <details>'
  }
  for (const side of ['width', 'height']) {
    const size = attribute(ancestor, side)
    if (size !== undefined && !size.endsWith('%') && Number.parseFloat(size) < 10) {
      return `<${ancestor.name} ${side}="${size}"> leaves no room for it`
    }
  }
  return undefined
}

const EMPTY_CONTENT = new Set(['none', 'normal', '""', "''", 'initial', 'unset'])

const byStyle = (
  element: Element,
  styled: readonly Styled[],
  within: boolean,
): string | undefined => {
  for (const {condition, pseudo, declaration} of styled) {
    const {property, value} = declaration
    const where = condition === '' ? '' : ` under ${condition}`
    if (pseudo) {
      if (within && property === 'content' && !EMPTY_CONTENT.has(value)) {
        return `CSS adds text to <${element.name}>${where}`
      }
    } else if (hides(property, value)) {
      return `${property}: ${value} on <${element.name}>${where} hides it`
    }
  }
  return undefined
}

/** The last word of the styles on a property, without conditions or under one of them. */
const lastWord = (
  styled: readonly Styled[],
  properties: readonly string[],
  condition: string,
): string | undefined =>
  styled.findLast(
    (entry) =>
      !entry.pseudo &&
      properties.includes(entry.declaration.property) &&
      (entry.condition === '' || entry.condition === condition),
  )?.declaration.value

const inherited = (
  chain: readonly (readonly Styled[])[],
  properties: readonly string[],
  condition: string,
): string | undefined => {
  for (const styled of chain) {
    const value = lastWord(styled, properties, condition)
    if (
      value !== undefined &&
      !['inherit', 'transparent', 'none', 'currentcolor'].includes(value)
    ) {
      return value
    }
  }
  return undefined
}

const NAMED: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
}

const plainColor = (value: string): string => {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value)
  if (short !== null) return `#${[short[1], short[2], short[3]].map((d) => `${d}${d}`).join('')}`
  return NAMED[value] ?? value
}

/** Ink on paper of the same colour. */
const byColor = (chain: readonly (readonly Styled[])[]): string | undefined => {
  const conditions = new Set(chain.flat().map(({condition}) => condition))
  for (const condition of conditions) {
    const ink = inherited(chain, ['color'], condition)
    const paper = inherited(chain, ['background-color', 'background'], condition) ?? '#ffffff'
    if (ink !== undefined && plainColor(ink) === plainColor(paper)) {
      return `its text has the colour of its background, ${ink}`
    }
  }
  return undefined
}

const holdsText = (element: Element): boolean =>
  element.children.some((child) => 'data' in child && child.data.trim() !== '' && !isElement(child))

/** `undefined` when the whole of `element` is there to see and to touch. */
export const reasonHidden = (element: Element, styles: Styles): string | undefined => {
  const above = chainOf(element)
  const inside = elementsOf(element)
  const styled = new Map([...above, ...inside].map((each) => [each, styles.of(each)]))
  for (const ancestor of [...above, ...inside]) {
    const own = styled.get(ancestor) ?? []
    const within = ancestor === element || inside.includes(ancestor)
    const reason = byMarkup(element, ancestor) ?? byStyle(ancestor, own, within)
    if (reason !== undefined) return reason
  }
  for (const each of [element, ...inside].filter(holdsText)) {
    const chain = chainOf(each).map((link) => styled.get(link) ?? [])
    const reason = byColor(chain)
    if (reason !== undefined) return reason
  }
  return undefined
}
