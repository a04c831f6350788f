/** Character references that every reader decodes alike: with their semicolon, of visible characters. */

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['gt', '>'],
  ['lt', '<'],
  ['middot', '\u00b7'],
  ['nbsp', '\u00a0'],
  ['quot', '"'],
])

/** Browsers read 128 to 159 as Windows-1252, and replace surrogates and what Unicode has not. */
const isPlain = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800)

const decodedOne = (name: string): string | undefined => {
  const digits = /^#(\d{2,5})$/.exec(name)?.[1]
  if (digits === undefined) return NAMED.get(name)
  const code = Number(digits)
  return isPlain(code) ? String.fromCharCode(code) : undefined
}

/** `undefined` for any `&` that is not the beginning of such a reference. */
export const decoded = (text: string): string | undefined => {
  let from = text.indexOf('&')
  if (from === -1) return text
  let done = text.slice(0, from)
  while (from !== -1) {
    const end = text.indexOf(';', from)
    const character = end === -1 ? undefined : decodedOne(text.slice(from + 1, end))
    if (character === undefined) return undefined
    const next = text.indexOf('&', end)
    done += character + text.slice(end + 1, next === -1 ? text.length : next)
    from = next
  }
  return done
}
