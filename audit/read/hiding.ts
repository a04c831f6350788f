/** What takes an element and all that it holds out of a reader's sight, a way a row. */
import {attribute, type Element, isElement} from '../../verification/html/dom.ts'
import {pixels} from '../../verification/html/values.ts'
import type {Declarations} from './cascade.ts'

/** As a person finds it in the page's source: `<div id="wall">`. */
export const elementName = ({name, attribs}: Element): string => {
  const {id, class: classes} = attribs
  if (id !== undefined && id !== '') return `<${name} id="${id.slice(0, 40)}">`
  return classes === undefined || classes.trim() === ''
    ? `<${name}>`
    : `<${name} class="${classes.trim().slice(0, 40)}">`
}

interface Styled {
  readonly element: Element
  readonly css: Declarations
}

type Way = (styled: Styled) => string | undefined

const isInClosedDetails = ({parent, name}: Element): boolean =>
  parent !== null &&
  isElement(parent) &&
  parent.name === 'details' &&
  attribute(parent, 'open') === undefined &&
  name !== 'summary'

const FAR = 900

/** A shift of so many pixels or more, upwards or to the left. */
const isFar = (value: string | undefined): boolean => (pixels(value ?? '') ?? 0) <= -FAR

const isOutOfFlow = (css: Declarations): boolean =>
  ['absolute', 'fixed'].includes(css.get('position') ?? '')

const clips = (css: Declarations): boolean =>
  ['overflow', 'overflow-x', 'overflow-y'].some((property) =>
    /hidden|clip/.test(css.get(property) ?? ''),
  )

const isNothing = (value: string | undefined): boolean =>
  value !== undefined && (pixels(value) ?? Number.NaN) <= 1

const NOWHERE: ReadonlySet<string> = new Set([
  'datalist',
  'noembed',
  'noframes',
  'object',
  'script',
  'style',
  'template',
  'title',
  'video',
])

/** `opacity` below which nobody reads. */
const FAINT = 0.15

const WAYS: Readonly<Record<string, Way>> = {
  element: ({element: {name}}) => (NOWHERE.has(name) ? `it stands in <${name}>` : undefined),
  noscript: ({element: {name}}) =>
    name === 'noscript' ? 'it stands in <noscript>, for browsers without scripts' : undefined,
  display: ({css, element}) =>
    css.get('display') === 'none' ||
    (!css.has('display') && element.attribs['hidden'] !== undefined)
      ? `${element.attribs['hidden'] === undefined ? 'display: none' : 'hidden'} on ${elementName(element)}`
      : undefined,
  details: ({element}) =>
    isInClosedDetails(element) ? 'it stands in a closed <details>' : undefined,
  dialog: ({element, css}) =>
    (element.name === 'dialog' && element.attribs['open'] === undefined) ||
    (element.attribs['popover'] !== undefined && !css.has('display'))
      ? `${elementName(element)} is not open`
      : undefined,
  contentVisibility: ({css, element}) =>
    css.get('content-visibility') === 'hidden'
      ? `content-visibility: hidden on ${elementName(element)}`
      : undefined,
  opacity: ({css, element}) => {
    const value = css.get('opacity')
    const share =
      value === undefined ? 1 : Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
    return share < FAINT ? `opacity: ${value} on ${elementName(element)}` : undefined
  },
  offScreen: ({css, element}) => {
    const side = ['left', 'top'].find((each) => isOutOfFlow(css) && isFar(css.get(each)))
    if (side !== undefined)
      return `${side}: ${css.get(side)} puts ${elementName(element)} off the screen`
    return isFar(css.get('text-indent'))
      ? `text-indent: ${css.get('text-indent')} on ${elementName(element)}`
      : undefined
  },
  transform: ({css, element}) => {
    const value = css.get('transform') ?? ''
    const shift = /translate(?:x|y|3d)?\(([^,)]+)/.exec(value)?.[1]
    return /scale(?:x|y)?\(0[,)]/.test(value) || isFar(shift)
      ? `transform: ${value} on ${elementName(element)}`
      : undefined
  },
  size: ({css, element}) => {
    const side = ['height', 'max-height', 'width', 'max-width'].find((each) =>
      isNothing(css.get(each)),
    )
    return side !== undefined && clips(css)
      ? `${side}: ${css.get(side)} on ${elementName(element)}`
      : undefined
  },
  clip: ({css, element}) => {
    const clip = css.get('clip') ?? ''
    const path = css.get('clip-path') ?? ''
    const isClipped =
      (isOutOfFlow(css) && /^rect\((?:[01](?:px)?[\s,]*){4}\)$/.test(clip)) ||
      /^inset\((?:[5-9]\d|100)%\)|^circle\(0/.test(path)
    return isClipped ? `${elementName(element)} is clipped away` : undefined
  },
  ariaHidden: ({element}) =>
    element.attribs['aria-hidden'] === 'true'
      ? `aria-hidden on ${elementName(element)}: screen readers pass it over`
      : undefined,
}

/** `undefined` when the element lets its content be seen. */
export const hidingReason = (element: Element, css: Declarations): string | undefined => {
  for (const way of Object.values(WAYS)) {
    const reason = way({element, css})
    if (reason !== undefined) return reason
  }
  return undefined
}

/** Characters of a line on a screen, and pixels of its height: more than most pages have. */
const LINE = 90
const LINE_HEIGHT = 22

export interface Cut {
  /** How many characters are seen at most. */
  readonly characters: number
  readonly reason: string
}

/** Text that is cut off where its box ends. An estimate; a browser measures it. */
export const cutOf = (element: Element, css: Declarations): Cut | undefined => {
  if (!clips(css)) return undefined
  const lines = Number(css.get('-webkit-line-clamp') ?? css.get('line-clamp'))
  if (lines > 0) {
    const reason = `line-clamp: ${lines} on ${elementName(element)} cuts it off`
    return {characters: lines * LINE, reason}
  }
  const side = ['max-height', 'height'].find((each) => pixels(css.get(each) ?? '') !== undefined)
  const height = pixels(css.get(side ?? '') ?? '')
  if (side !== undefined && height !== undefined) {
    const reason = `${side}: ${css.get(side)} on ${elementName(element)} cuts it off`
    return {characters: Math.max(1, Math.floor(height / LINE_HEIGHT)) * LINE, reason}
  }
  return css.get('text-overflow') === 'ellipsis' && css.get('white-space') === 'nowrap'
    ? {characters: LINE, reason: `text-overflow: ellipsis on ${elementName(element)} cuts it off`}
    : undefined
}

const isWhole = (value: string | undefined): boolean =>
  value !== undefined && /^(?:100%|100d?v[hw]|0(?:px)?)$/.test(value)

/** It lies over all of the page, wherever a reader scrolls to. */
export const coversPage = (element: Element, css: Declarations): boolean => {
  if (css.get('position') !== 'fixed' || css.get('pointer-events') === 'none') return false
  if (css.get('visibility') === 'hidden' || hidingReason(element, css) !== undefined) return false
  const spans = (size: string, near: string, far: string): boolean =>
    /^(?:100%|100d?v[hw])$/.test(css.get(size) ?? '') ||
    (isWhole(css.get(near)) && isWhole(css.get(far)))
  return (
    /^0(?:px)?$/.test(css.get('inset') ?? '') ||
    (spans('width', 'left', 'right') && spans('height', 'top', 'bottom'))
  )
}
