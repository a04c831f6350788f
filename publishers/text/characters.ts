/** What a character is to who wraps lines. */

/** A character of one column. */
const ONE_COLUMN = 0
export const BLANK = 1
export const LINE_END = 2
/** It may take no column, or be half of a character. */
export const WIDTH_UNKNOWN = 3

/** U+00AD is not shown. Of the controls each counts as a column. */
const SOFT_HYPHEN = 0xad

/** Latin letters up to U+024F, none of which is a mark. */
const KINDS = Uint8Array.from({length: 0x250}, (_, unit) => {
  if (unit === 0x20 || unit === 0x09) return BLANK
  if (unit === 0x0a || unit === 0x0d) return LINE_END
  return unit === SOFT_HYPHEN ? WIDTH_UNKNOWN : ONE_COLUMN
})

const kindOfUnit = (unit: number): number => {
  if (unit === 0x2028 || unit === 0x2029) return LINE_END
  // Dashes, quotation marks, bullets, the ellipsis: U+2010 to U+2027.
  return unit >= 0x2010 && unit < 0x2028 ? ONE_COLUMN : WIDTH_UNKNOWN
}

/** Of the UTF-16 unit that stands there; the end of the text is a line's end. */
export const kindOf = (text: string, at: number): number => {
  if (at >= text.length) return LINE_END
  const unit = text.charCodeAt(at)
  return KINDS[unit] ?? kindOfUnit(unit)
}
