/** Tests of CSS values, lower case and with their custom properties put in. */

export type Test = (value: string) => boolean

export const anything: Test = () => true

export const oneOf =
  (...values: readonly string[]): Test =>
  (value) =>
    values.includes(value)

/** CSS pixels; `rem` and `em` count as the 16 px that browsers begin with. */
const SCALE: ReadonlyMap<string | undefined, number> = new Map([
  ['pt', 4 / 3],
  ['em', 16],
  ['rem', 16],
])

/** `undefined` for what is no length: words, percentages, functions. */
export const pixels = (value: string): number | undefined => {
  if (value === '0') return 0
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem)$/.exec(value)
  return match === null ? undefined : Number(match[1]) * (SCALE.get(match[2]) ?? 1)
}

const isWithin = (value: string, least: number, most: number): boolean => {
  const length = pixels(value) ?? Number.NaN
  return length >= least && length <= most
}

/** Up to four lengths, as in `margin`, each from `least` to `most` pixels or one of `words`. */
export const lengths =
  (least: number, most: number, ...words: readonly string[]): Test =>
  (value) =>
    value.split(' ').every((part) => words.includes(part) || isWithin(part, least, most))

/** A number without a unit, or with `%`. */
export const number =
  (least: number, most: number, unit?: '%'): Test =>
  (value) => {
    const digits = value.endsWith('%') === (unit === '%') ? Number.parseFloat(value) : Number.NaN
    return /^[\d.]+%?$/.test(value) && digits >= least && digits <= most
  }

export const either =
  (...tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value))

/** Hex without transparency: the one notation whose contrast the gate works out. */
export const isColor: Test = (value) => /^#(?:[\da-f]{3}|[\da-f]{6})$/.test(value)

/** Widths of borders and outlines, up to 8 px; styles and colours take nothing away. */
export const isLine: Test = (value) =>
  value
    .split(' ')
    .every((part) => isWithin(part, 0, 8) || isColor(part) || ['solid', 'none'].includes(part))
