/** All that CSS says of an element, in any medium and any state. */
import {attribute, type Document, type Element, elementsOf} from './dom.ts'
import {declarationsOf, type StyleDeclaration, type StyleRule, styleSheet} from './stylesheet.ts'

export interface Styled {
  readonly condition: string
  readonly pseudo: boolean
  readonly declaration: StyleDeclaration
}

export interface Styles {
  /** Why the page's styles cannot be known, if so. */
  readonly unreadable: string | undefined
  of(element: Element): readonly Styled[]
  /** Whether `test` holds for a declaration that may reach some element of the document. */
  anywhere(test: (declaration: StyleDeclaration) => boolean): StyleDeclaration | undefined
}

interface CustomValue {
  readonly value: string
  readonly condition: string
}

/** Custom properties anywhere, with every value they are ever given and under which condition. */
const customProperties = (
  rules: readonly StyleRule[],
): ReadonlyMap<string, readonly CustomValue[]> => {
  const values = new Map<string, CustomValue[]>()
  for (const {declarations, condition} of rules) {
    for (const {property, value} of declarations) {
      if (!property.startsWith('--')) continue
      values.set(property, [...(values.get(property) ?? []), {value, condition}])
    }
  }
  return values
}

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)/

/** Every value the declaration can come to; what cannot be resolved stays as `var(…)`. */
const resolved = (
  styled: Styled,
  custom: ReadonlyMap<string, readonly CustomValue[]>,
  depth = 0,
): readonly Styled[] => {
  const {declaration, pseudo} = styled
  const match = VARIABLE.exec(declaration.value)
  const values = match === null ? undefined : custom.get(match[1] ?? '')
  if (match === null || values === undefined || depth > 4) return [styled]
  return values.flatMap(({value, condition}) => {
    const known = declaration.value.replace(match[0], value)
    return resolved(
      {
        pseudo,
        condition: condition === '' ? styled.condition : condition,
        declaration: {property: declaration.property, value: known},
      },
      custom,
      depth + 1,
    )
  })
}

const sheetText = (element: Element): string =>
  element.children.map((child) => ('data' in child ? child.data : '')).join('')

/** Reads every `<style>` of the document. */
export const stylesOf = (document: Document): Styles => {
  const elements = elementsOf(document)
  const sheets = elements
    .filter(({name}) => name === 'style')
    .map((element) => styleSheet(sheetText(element)))
  const rules = sheets.flatMap((sheet) => sheet.rules)
  const custom = customProperties(rules)
  const unreadable = sheets.find((sheet) => sheet.unreadable !== undefined)?.unreadable
  return {
    unreadable,
    of: (element) => {
      const fromRules = rules
        .filter(({matches}) => matches(element))
        .flatMap(({pseudo, condition, declarations}) =>
          declarations.map((declaration) => ({condition, pseudo, declaration})),
        )
      const inline = declarationsOf(attribute(element, 'style') ?? '').map((declaration) => ({
        condition: '',
        pseudo: false,
        declaration,
      }))
      return [...fromRules, ...inline].flatMap((styled) => resolved(styled, custom))
    },
    anywhere: (test) => {
      const inline = elements.flatMap((element) =>
        declarationsOf(attribute(element, 'style') ?? ''),
      )
      const own = inline.find(test)
      if (own !== undefined) return own
      const rule = rules.find(
        ({declarations, matches}) => declarations.some(test) && elements.some(matches),
      )
      return rule?.declarations.find(test)
    },
  }
}
