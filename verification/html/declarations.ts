/** Which CSS declarations take a text from a reader's eyes or a link from a reader's finger. */

/** Pixels, roughly; `undefined` for what is not a length. A percentage counts against 100 px. */
const pixels = (value: string): number | undefined => {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|ex|ch|vh|vw|vmin|vmax|cm|mm|in|%)?$/.exec(
    value,
  )
  if (match === null) return undefined
  const scale: Readonly<Record<string, number>> = {
    pt: 1.33,
    em: 16,
    rem: 16,
    ex: 8,
    ch: 8,
    vh: 6,
    vw: 3,
    vmin: 3,
    vmax: 6,
    cm: 38,
    mm: 3.8,
    in: 96,
  }
  return Number(match[1]) * (scale[match[2] ?? ''] ?? 1)
}

type Test = (value: string) => boolean

const oneOf =
  (...values: readonly string[]): Test =>
  (value) =>
    values.includes(value)

const notOneOf =
  (...values: readonly string[]): Test =>
  (value) =>
    !values.includes(value)

/** Any part of a shorthand for which `test` holds. */
const anyLength =
  (test: (length: number) => boolean): Test =>
  (value) =>
    value.split(/[\s,()/]+/).some((part) => {
      const length = pixels(part)
      return length !== undefined && test(length)
    })

const tooSmall: Test = (value) => {
  if (value.endsWith('%')) return Number.parseFloat(value) < 20
  return anyLength((length) => length < 10)(value)
}
const farAway = anyLength((length) => length < -40 || length > 900)
const faint: Test = (value) =>
  value.endsWith('%') ? Number.parseFloat(value) < 50 : !(Number.parseFloat(value) >= 0.5)

const seeThrough: Test = (value) => {
  if (value === 'transparent') return true
  const alpha = /^(?:rgba?|hsla?)\([^)]*[,/]\s*([\d.]+)(%?)\s*\)$/.exec(value)
  if (alpha !== null && (value.includes('/') || value.split(',').length === 4)) {
    return Number(alpha[1]) / (alpha[2] === '%' ? 100 : 1) < 0.5
  }
  const hex = /^#(?:[0-9a-f]{3}([0-9a-f])|[0-9a-f]{6}([0-9a-f]{2}))$/.exec(value)
  if (hex === null) return false
  const digits = hex[1] ?? hex[2] ?? 'f'
  return Number.parseInt(digits, 16) / (digits.length === 1 ? 15 : 255) < 0.5
}

const RESET = ['none', 'initial', 'unset', 'auto', 'normal', 'revert'] as const

const HIDING: Readonly<Record<string, Test>> = {
  all: () => true,
  animation: notOneOf(...RESET),
  'animation-name': notOneOf(...RESET),
  bottom: farAway,
  clip: notOneOf(...RESET),
  'clip-path': notOneOf(...RESET),
  color: seeThrough,
  'content-visibility': oneOf('hidden'),
  display: oneOf('none'),
  filter: notOneOf(...RESET),
  'flex-direction': oneOf('row-reverse', 'column-reverse'),
  font: (value) => anyLength((length) => length < 10)(value.split('/')[0] ?? ''),
  'font-size': (value) =>
    value.endsWith('%')
      ? Number.parseFloat(value) < 60
      : anyLength((length) => length < 9.5)(value) || value === 'xx-small',
  height: tooSmall,
  'block-size': tooSmall,
  inset: farAway,
  'inline-size': tooSmall,
  left: farAway,
  'letter-spacing': anyLength((length) => length < -1 || length > 40),
  'line-height': anyLength((length) => length < 0.6),
  margin: farAway,
  'margin-left': farAway,
  'margin-right': farAway,
  'margin-top': farAway,
  'margin-bottom': farAway,
  'margin-inline': farAway,
  'margin-inline-start': farAway,
  'margin-block': farAway,
  'margin-block-start': farAway,
  mask: notOneOf(...RESET),
  'mask-image': notOneOf(...RESET),
  'max-height': tooSmall,
  'max-width': tooSmall,
  'max-block-size': tooSmall,
  'max-inline-size': tooSmall,
  'mix-blend-mode': notOneOf(...RESET),
  'mso-hide': notOneOf('none'),
  opacity: faint,
  order: (value) => value !== '0',
  'pointer-events': oneOf('none'),
  position: oneOf('fixed'),
  right: farAway,
  rotate: notOneOf(...RESET),
  scale: notOneOf('1', ...RESET),
  'text-indent': farAway,
  top: farAway,
  transform: notOneOf(...RESET),
  translate: notOneOf(...RESET),
  'unicode-bidi': (value) => value.includes('override'),
  visibility: oneOf('hidden', 'collapse'),
  '-webkit-mask': notOneOf(...RESET),
  '-webkit-mask-image': notOneOf(...RESET),
  '-webkit-text-fill-color': notOneOf('currentcolor', 'inherit'),
  '-webkit-text-security': notOneOf('none'),
  width: tooSmall,
  'word-spacing': anyLength((length) => length < -4 || length > 200),
  'z-index': (value) => Number.parseFloat(value) < 0,
  zoom: (value) => Number.parseFloat(value) < 0.6,
}

/** Properties for which a value that cannot be worked out must count as hiding. */
const UNREADABLE = /\b(?:var|env|calc|min|max|clamp|attr|if)\(/

/** `property` in lower case, `value` in lower case with its custom properties put in. */
export const hides = (property: string, value: string): boolean => {
  const test = HIDING[property]
  if (test === undefined) return false
  if (property !== 'color' && UNREADABLE.test(value) && !/^(?:min|max|clamp)\(/.test(value)) {
    return !value.startsWith('calc(') || test(value)
  }
  return test(value)
}
