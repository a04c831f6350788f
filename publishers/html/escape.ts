/** Text into HTML: safe between tags and in double-quoted or single-quoted attributes. */
import {directionOf} from '../../content/direction.ts'

const entityOf = (code: number): string | undefined => {
  switch (code) {
    case 0x22:
      return '&quot;'
    case 0x26:
      return '&amp;'
    case 0x27:
      return '&#39;'
    case 0x3c:
      return '&lt;'
    case 0x3e:
      return '&gt;'
    default:
      return undefined
  }
}

/** `>`: no character after it is escaped, and nearly all of a text are after it. */
const LAST = 0x3e

/** One scan; the same string when there is nothing to escape. */
export const escapeHtml = (text: string): string => {
  const first = text.search(/[&<>"']/)
  if (first === -1) return text
  let html = ''
  let from = 0
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > LAST) continue
    const entity = entityOf(code)
    if (entity === undefined) continue
    html += text.slice(from, at) + entity
    from = at + 1
  }
  return html + text.slice(from)
}

/** ` name="value"`, or nothing when there is no value. */
export const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`

/** `lang` and `dir` for a piece in another language than its surroundings. */
export const langAttributes = (language: string): string =>
  `lang="${escapeHtml(language)}" dir="${directionOf(language)}"`
