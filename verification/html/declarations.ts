/**
 * The CSS that the gate knows to leave a notice in view. An allow-list: what is not here, a property
 * of next year included, may hide the notice or lie over it. Add a row with its reason.
 */
import {
  anything,
  either,
  isColor,
  isLine,
  lengths,
  number,
  oneOf,
  pixels,
  type Test,
} from './values.ts'

/** By property. */
type Rows = Readonly<Record<string, Test>>

const named = (names: readonly string[], test: Test): Rows =>
  Object.fromEntries(names.map((name) => [name, test]))

/** Room around things: a paragraph or two, never a screen. */
const SPACE = 64

const BORDERS = [
  'border',
  'border-block-end',
  'border-block-start',
  'border-bottom',
  'border-color',
  'border-inline-end',
  'border-inline-start',
  'border-left',
  'border-right',
  'border-top',
  'border-width',
  'outline',
  'outline-offset',
]

const sides = (property: string): readonly string[] => [
  property,
  ...['-block', '-block-end', '-block-start', '-inline', '-inline-end', '-inline-start'].map(
    (side) => `${property}${side}`,
  ),
  ...['-bottom', '-left', '-right', '-top'].map((side) => `${property}${side}`),
]

/** They choose between shapes of the same letters, or speak of printing and scrolling. */
const HARMLESS = [
  '-webkit-text-size-adjust',
  'border-collapse',
  'box-sizing',
  'break-after',
  'break-inside',
  'color-scheme',
  'font-family',
  'font-weight',
  'list-style',
  'overflow-wrap',
  'scroll-margin-block-start',
  'text-align',
  'text-decoration',
  'text-decoration-thickness',
  'text-size-adjust',
  'text-underline-offset',
  'text-wrap',
]

/** On the notice, all it holds and all it stands in. */
const NEAR_ROWS: Rows = {
  ...named(HARMLESS, anything),
  ...named(BORDERS, isLine),
  ...named(sides('margin'), lengths(0, SPACE, 'auto')),
  ...named(sides('padding'), lengths(0, SPACE)),
  ...named(['background', 'background-color', 'color'], isColor),
  'border-radius': lengths(0, 24),
  display: oneOf('block', 'inline', 'inline-block', 'grid'),
  // No `em`: nested, it shrinks without end.
  'font-size': either(
    number(90, 150, '%'),
    (value) => /^[\d.]+(?:px|pt|rem)$/.test(value) && lengths(10, SPACE)(value),
  ),
  // The text column; the outer two have no width on a phone.
  'grid-column': oneOf('2'),
  'grid-template-columns': oneOf('minmax(0,1fr) minmax(0,41rem) minmax(0,1fr)'),
  'line-height': either(number(1.1, 3), lengths(16, SPACE)),
  'max-width': (value) => (pixels(value) ?? 0) >= 280,
  'min-height': lengths(0, SPACE),
  // Without a height of its own nothing runs over, so nothing is cut off.
  overflow: oneOf('hidden'),
}

/** Elsewhere things may hide themselves, but neither stretch over the notice nor push it away. */
const FAR_ROWS: Rows = {
  ...NEAR_ROWS,
  ...named(
    [
      'align-items',
      'align-self',
      'caption-side',
      'display',
      'flex-wrap',
      'grid-column',
      'grid-template-columns',
      'justify-content',
      'justify-self',
      'max-height',
      'max-width',
      'mso-hide',
      'opacity',
      'overflow',
      'overflow-x',
      'text-wrap',
      'vertical-align',
      'visibility',
      'white-space',
      'word-break',
    ],
    anything,
  ),
  ...named(['inset-block-start', 'inset-inline-start', 'top'], lengths(0, SPACE)),
  // Less than a line of text.
  ...named(sides('margin'), lengths(-12, SPACE, 'auto')),
  ...named(['gap', 'letter-spacing', 'min-width'], lengths(-1, SPACE)),
  'font-size': either(number(50, 150, '%'), lengths(0, SPACE)),
  height: oneOf('auto'),
  'line-height': either(number(0, 3), lengths(0, SPACE)),
  position: oneOf('static', 'relative'),
  width: either(oneOf('auto', '100%'), lengths(0, 600)),
}

/** Only `:root` sets them, and they do nothing but stand for values. */
export const isCustom = (property: string): boolean => property.startsWith('--')

type Table = ReadonlyMap<string, Test>

const NEAR: Table = new Map(Object.entries(NEAR_ROWS))
const FAR: Table = new Map(Object.entries(FAR_ROWS))

const passes = (table: Table, property: string, value: string): boolean =>
  isCustom(property) || table.get(property)?.(value) === true

/** Whether the notice stays in view with it. */
export const leavesVisible = (property: string, value: string): boolean =>
  passes(NEAR, property, value)

/** Whether an element elsewhere stays where the text puts it. `content` is for `::before` and the like. */
export const staysInPlace = (property: string, value: string): boolean =>
  property === 'content' || passes(FAR, property, value)
