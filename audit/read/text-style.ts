/** What hides words by how they are set: passed on from element to element. */
import type {Element} from '../../verification/html/dom.ts'
import {contrast} from '../../verification/html/contrast.ts'
import type {Declarations} from './cascade.ts'
import {backgroundColor, opaqueColor} from './color.ts'

export interface TextStyle {
  readonly isVisible: boolean
  /** CSS pixels. */
  readonly size: number
  /** `#rrggbb`, where they are known. */
  readonly ink: string | undefined
  readonly paper: string | undefined
}

export const FIRST: TextStyle = {isVisible: true, size: 16, ink: '#000000', paper: '#ffffff'}

/** What a browser draws is smaller than any print. */
const TINY = 7
/** Of WCAG's contrast: below it next to nobody makes out the words, however large they are. */
const FAINT = 2

const SIZES: Readonly<Record<string, number>> = {
  small: 13,
  'x-small': 10,
  'xx-small': 9,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}

const sizeOf = (value: string | undefined, around: number): number => {
  if (value === undefined) return around
  const [, digits, unit] = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(value) ?? []
  const amount = Number(digits)
  if (Number.isNaN(amount)) return SIZES[value] ?? around
  const scales: Readonly<Record<string, number>> = {
    px: 1,
    pt: 4 / 3,
    em: around,
    rem: 16,
    '%': around / 100,
  }
  return amount * (scales[unit ?? 'px'] ?? 1)
}

/** The browser's own blue, which a page may not have changed; it reads well on white. */
const inkOf = (css: Declarations, {name}: Element, around: TextStyle): string | undefined => {
  const value = css.get('color')
  if (value !== undefined) return value === 'inherit' ? around.ink : opaqueColor(value)
  return name === 'a' ? undefined : around.ink
}

const paperOf = (css: Declarations, around: TextStyle): string | undefined => {
  const value = css.get('background-color') ?? css.get('background')
  if (value === undefined || value === 'transparent' || value === 'none') return around.paper
  return backgroundColor(value)
}

export const textStyle = (element: Element, css: Declarations, around: TextStyle): TextStyle => {
  const visibility = css.get('visibility')
  return {
    isVisible:
      visibility === undefined || visibility === 'inherit'
        ? around.isVisible
        : visibility === 'visible',
    size: sizeOf(css.get('font-size'), around.size),
    ink: inkOf(css, element, around),
    paper: paperOf(css, around),
  }
}

/** `undefined` when words set so can be read. */
export const unreadableReason = ({isVisible, size, ink, paper}: TextStyle): string | undefined => {
  if (!isVisible) return 'visibility: hidden'
  if (size < TINY) return `its letters are ${Number(size.toFixed(1))} px high`
  if (ink === undefined || paper === undefined || contrast(ink, paper) >= FAINT) return undefined
  return `its letters are ${ink} on ${paper}`
}
