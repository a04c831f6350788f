/** All that CSS says of an element, in any medium and any state. */
import {isCustom, leavesVisible, staysInPlace} from './declarations.ts'
import {attribute, type Element, isText} from './dom.ts'
import {memo} from './memo.ts'
import {
  parseInline,
  parseSheet,
  type StyleDeclaration,
  type StyleRule,
  UnreadableCss,
} from './stylesheet.ts'

export interface Styled {
  readonly property: string
  readonly value: string
  /** Media and states that must all hold. */
  readonly conditions: readonly string[]
  /** Of `::before`, `::after` and the like, not of the element. */
  readonly pseudo: boolean
  /** The cascade: the heavier wins, of equals the later. */
  readonly weight: number
}

export interface Styles {
  /** What may hide the element or its words, and what colours them; the rest is left out. */
  of(element: Element): readonly Styled[]
  /** What may take the element out of the place it has in the text. */
  displacing(element: Element): readonly Styled[]
  /** The same and more: what might, wherever the element stood. It looks at name and attributes alone. */
  mayDisplace(element: Element): readonly Styled[]
}

const INLINE = 1e9

type Where = Pick<Styled, 'conditions' | 'pseudo' | 'weight'>
/** By reference, `var(--ink)`. */
type Values = ReadonlyMap<string | undefined, readonly Pick<Styled, 'value' | 'conditions'>[]>

/** So that a few lines cannot stand for millions. */
const MOST_VALUES = 8
const DEEPEST = 4

/** Every value that `:root` ever gives a custom property, and in which medium. */
const customProperties = (rules: readonly StyleRule[]): Values => {
  const all = rules.flatMap(({selector, media, declarations}) =>
    declarations
      .filter(({property}) => isCustom(property))
      .map(({property, value}) => {
        if (selector !== ':root') throw new UnreadableCss(`${property} on ${selector}`)
        return {property, value, conditions: media}
      }),
  )
  const values = Map.groupBy(all, ({property}) => `var(${property})`)
  const busy = [...values].find(([, each]) => each.length > MOST_VALUES)
  if (busy !== undefined) throw new UnreadableCss(`${busy[0]} has too many values`)
  return values
}

const VARIABLE = /var\(--[\w-]+\)/

/** Every value a declaration can come to; what cannot be resolved stays as `var(…)`. */
const resolved = (styled: Styled, custom: Values, depth = 0): readonly Styled[] => {
  const values = custom.get(VARIABLE.exec(styled.value)?.[0])
  if (values === undefined || depth === DEEPEST) return [styled]
  return values.flatMap(({value, conditions}) =>
    resolved(
      {
        ...styled,
        value: styled.value.replace(VARIABLE, () => value),
        conditions: [...styled.conditions, ...conditions],
      },
      custom,
      depth + 1,
    ),
  )
}

const styledBy = (
  declarations: readonly StyleDeclaration[],
  where: Where,
  custom: Values,
): readonly Styled[] =>
  declarations.flatMap(({property, value}) => resolved({...where, property, value}, custom))

const COLORS: readonly string[] = ['background', 'background-color', 'color']

const matters = ({property, value, pseudo}: Styled): boolean =>
  // Stryker disable next-line ConditionalExpression: what does not matter takes time only
  pseudo || COLORS.includes(property) || !leavesVisible(property, value)

const displaces = ({property, value}: Styled): boolean => !staysInPlace(property, value)

/** Rules that say something `test` holds for, and only that. */
const only = (rules: readonly Rule[], test: (styled: Styled) => boolean): readonly Rule[] =>
  rules
    .map((rule) => ({...rule, styled: rule.styled.filter(test)}))
    // Stryker disable next-line ConditionalExpression,EqualityOperator,MethodExpression: saves time
    .filter(({styled}) => styled.length > 0)

interface Rule {
  readonly matches: (element: Element) => boolean
  readonly mayMatch: (element: Element) => boolean
  readonly asksId: boolean
  readonly styled: readonly Styled[]
}

/** Those to be tried on an element, in the order of the sheet. */
type Candidates = (element: Element) => readonly Rule[]

interface Sheet {
  readonly custom: Values
  readonly mattering: Candidates
  readonly displacing: Candidates
}

/** Names, classes and ids that are remembered; beyond, all are forgotten. */
const MOST_KINDS = 2000

/** Elements of one name, class and id have the same ones: a page has a few dozen such kinds. */
const candidatesAmong = (rules: readonly Rule[]): Candidates => {
  const known = new Map<string, readonly Rule[]>()
  // Nearly every id is another one.
  const asksId = rules.some((rule) => rule.asksId)
  return (element) => {
    const {class: classes, id} = element.attribs
    // No name holds a space, and no space is a word of its own to `mayMatch`.
    const kind = `${element.name} ${classes ?? ''}`
    const key = asksId ? JSON.stringify([kind, id]) : kind
    const found = known.get(key)
    if (found !== undefined) return found
    const tried = rules.filter(({mayMatch}) => mayMatch(element))
    if (known.size >= MOST_KINDS) known.clear()
    known.set(key, tried)
    return tried
  }
}

const readSheet = (css: string): Sheet => {
  const parsed = parseSheet(css)
  const custom = customProperties(parsed)
  const rules = parsed.map(({media, states, pseudo, specificity, declarations, ...test}) => ({
    ...test,
    styled: styledBy(
      declarations,
      {pseudo, conditions: [...media, ...states], weight: specificity},
      custom,
    ),
  }))
  return {
    custom,
    mattering: candidatesAmong(only(rules, matters)),
    displacing: candidatesAmong(only(rules, displaces)),
  }
}

const sheetOf = memo(readSheet, 32)
const inlineOf = memo(parseInline, 1000)

/** The one style sheet; two could each break off what the other means. */
const cssOf = (elements: readonly Element[]): string => {
  const [style, another] = elements.filter(({name}) => name === 'style')
  if (another !== undefined) throw new UnreadableCss('there are two of them')
  return (style?.children ?? []).map((child) => (isText(child) ? child.data : '')).join('')
}

const ON_ELEMENT: Where = {pseudo: false, conditions: [], weight: INLINE}

/** An attribute that any style overrules. */
const bgcolor = (element: Element): readonly Styled[] => {
  const value = attribute(element, 'bgcolor')?.toLowerCase()
  return value === undefined
    ? []
    : [{property: 'background-color', value, conditions: [], pseudo: false, weight: -1}]
}

const matching = ({matches}: Rule, element: Element): boolean => matches(element)
const always = (): boolean => true

/** Of a sheet, and of every `style` of a document that has it. Throws UnreadableCss. */
export const stylesBy = (css: string): Styles => {
  const {custom, mattering, displacing} = sheetOf(css)
  const saidBy = (
    element: Element,
    candidates: Candidates,
    test: (styled: Styled) => boolean,
    applies: (rule: Rule, element: Element) => boolean,
  ): readonly Styled[] => {
    const rules = candidates(element)
    const style = attribute(element, 'style')
    // Stryker disable next-line ConditionalExpression: nothing is said then; it saves time only
    if (style === undefined && rules.length === 0) return []
    const inline = inlineOf(style ?? '')
    const own = inline.find(({property}) => isCustom(property))
    if (own !== undefined) throw new UnreadableCss(`${own.property} on <${element.name}>`)
    return [
      ...rules.filter((rule) => applies(rule, element)).flatMap(({styled}) => styled),
      ...styledBy(inline, ON_ELEMENT, custom).filter(test),
    ]
  }
  return {
    of: (element) => [...bgcolor(element), ...saidBy(element, mattering, matters, matching)],
    displacing: (element) => saidBy(element, displacing, displaces, matching),
    mayDisplace: (element) => saidBy(element, displacing, displaces, always),
  }
}

/** Of every `<style>` and `style` of the document. Throws UnreadableCss. */
export const stylesOf = (elements: readonly Element[]): Styles => stylesBy(cssOf(elements))
