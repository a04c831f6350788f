/** Whether words can be told from what they stand on, in every medium and state (WCAG 2.2). */
import {chainOf, type Element} from './dom.ts'
import type {Styled} from './styles.ts'

/** Success criterion 1.4.3 for text of any size. */
const LEAST = 4.5

const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255
  // Stryker disable next-line EqualityOperator: no channel of eight bits has exactly this share
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of `#rgb` or `#rrggbb`. */
const luminance = (color: string): number => {
  const digits = color.length === 4 ? color.replace(/[\da-f]/g, '$&$&') : color
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(digits.slice(at, at + 2)))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1, the same, to 21, black on white. */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Every combination of conditions; mutually exclusive ones cost time only. */
const worlds = (conditions: readonly string[]): readonly ReadonlySet<string>[] =>
  conditions.reduce<readonly ReadonlySet<string>[]>(
    (sets, condition) => [...sets, ...sets.map((set) => new Set([...set, condition]))],
    [new Set()],
  )

const MOST_CONDITIONS = 4
const INK: readonly string[] = ['color']
const PAPER: readonly string[] = ['background', 'background-color']

/** The value that wins on one element. */
const winner = (
  styled: readonly Styled[],
  properties: readonly string[],
  world: ReadonlySet<string>,
): string | undefined =>
  styled
    .filter(
      ({property, conditions}) =>
        properties.includes(property) && conditions.every((condition) => world.has(condition)),
    )
    .reduce<Styled | undefined>(
      (best, each) => (best === undefined || each.weight >= best.weight ? each : best),
      undefined,
    )?.value

/**
 * `styledBy`: what is known of each element of the notice and above it. Ink and paper must both be
 * said, or neither, which leaves both to the browser. A link never takes its ink from around it.
 */
export const contrastReason = (
  element: Element,
  styledBy: ReadonlyMap<Element, readonly Styled[]>,
): string | undefined => {
  const chain = chainOf(element)
  // Stryker disable next-line ArrayDeclaration: every element of the chain is known; the type asks
  const said = (each: Element): readonly Styled[] => styledBy.get(each) ?? []
  const colors = chain.flatMap(said)
  const conditions = [...new Set(colors.flatMap((styled) => styled.conditions))]
  if (conditions.length > MOST_CONDITIONS) return 'its colours depend on too much'
  const link = chain.findIndex(({name}) => name === 'a')
  const inks = link === -1 ? chain : chain.slice(0, link + 1)
  for (const world of worlds(conditions)) {
    const nearest = (elements: readonly Element[], properties: readonly string[]) =>
      elements.flatMap((each) => winner(said(each), properties, world) ?? [])[0]
    const ink = nearest(inks, INK)
    const paper = nearest(chain, PAPER)
    if (ink === undefined && paper === undefined) continue
    if (ink === undefined || paper === undefined) {
      return `only one of its colours is said, ${ink ?? paper}`
    }
    // Stryker disable next-line EqualityOperator: no two colours come to exactly this
    if (contrast(ink, paper) < LEAST) return `its text is ${ink} on ${paper}, too faint to read`
  }
  return undefined
}
