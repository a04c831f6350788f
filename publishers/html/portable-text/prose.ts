/** Text as the `escapeHTML` of @portabletext/to-html gives it: runs of spaces keep their width. */
const entityOf = (code: number): string | undefined => {
  switch (code) {
    case 0x22:
      return '&quot;'
    case 0x26:
      return '&amp;'
    case 0x27:
      return '&#x27;'
    case 0x3c:
      return '&lt;'
    case 0x3e:
      return '&gt;'
    default:
      return undefined
  }
}

const SPACE = 0x20
/** `>`: no character after it is escaped, and nearly all of a text are after it. */
const LAST = 0x3e

/** One scan; the same string when there is nothing to escape. Of two spaces the last is a plain one. */
export const escapeProse = (text: string): string => {
  const first = text.search(/[&<>"']| {2}/)
  if (first === -1) return text
  let html = ''
  let from = 0
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > LAST) continue
    const isWide = code === SPACE && text.charCodeAt(at + 1) === SPACE
    const entity = isWide ? '&nbsp;' : entityOf(code)
    if (entity === undefined) continue
    html += text.slice(from, at) + entity
    from = at + 1
  }
  return html + text.slice(from)
}
