/** Colours as style sheets write them, as far as they can be told without a browser. */

/** CSS Color Level 4, section 6.1: those that pages are painted with. */
const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  ivory: '#fffff0',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  navy: '#000080',
  red: '#ff0000',
  silver: '#c0c0c0',
  snow: '#fffafa',
  white: '#ffffff',
  whitesmoke: '#f5f5f5',
  yellow: '#ffff00',
}

const hex = (channel: string): string =>
  Math.min(255, Math.round(Number(channel)))
    .toString(16)
    .padStart(2, '0')

/** `#rrggbb`; `undefined` for what is not known, or lets something shine through. */
export const opaqueColor = (value: string): string | undefined => {
  const text = value.trim()
  if (/^#[\da-f]{6}$/.test(text)) return text
  if (/^#[\da-f]{3}$/.test(text)) return text.replace(/[\da-f]/g, '$&$&')
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*(?:1|1\.0+|100%)\s*)?\)$/.exec(
    text,
  )
  if (rgb !== null) return `#${rgb.slice(1, 4).map(hex).join('')}`
  return NAMES[text]
}

/** Of the shorthand `background`: a plain colour, with no picture. */
export const backgroundColor = (value: string): string | undefined =>
  /url\(|gradient/.test(value)
    ? undefined
    : (opaqueColor(value) ?? value.split(/\s+/).flatMap((part) => opaqueColor(part) ?? [])[0])
