/**
 * A value as the text of a JSON file, to the octet what `JSON.stringify(value, null, 2)` and a line break
 * give. That takes five times as long on an article, since it copies what it has whenever its buffer
 * is full or meets the first character past U+00FF; here each text is quoted by itself and the pieces
 * are only written one after the other.
 */

/** A list, or a literal's object; what else there is may print itself in its own way. */
const isPlain = (value: object): boolean => {
  if ('toJSON' in value) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || Array.isArray(value)
}

const list = (items: readonly unknown[], indent: string): string => {
  if (items.length === 0) return '[]'
  const inner = `${indent}  `
  let text = '['
  for (let at = 0; at < items.length; at += 1) {
    text += `${at === 0 ? '' : ','}${inner}${json(items[at], inner) ?? 'null'}`
  }
  return `${text}${indent}]`
}

const fields = (value: object, indent: string): string => {
  const inner = `${indent}  `
  let text = ''
  for (const [name, field] of Object.entries(value)) {
    const shown = json(field, inner)
    if (shown === undefined) continue
    text += `${text === '' ? '{' : ','}${inner}${JSON.stringify(name)}: ${shown}`
  }
  return text === '' ? '{}' : `${text}${indent}}`
}

/** `indent`: the line break and the spaces before the line's first character. Undefined for what JSON leaves out. */
const json = (value: unknown, indent: string): string | undefined => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object' && value !== null && isPlain(value)) {
    return Array.isArray(value) ? list(value, indent) : fields(value, indent)
  }
  const shown: string | undefined = JSON.stringify(value, null, 2)
  // those within a text are quoted: these stand between values
  return shown?.replaceAll('\n', indent)
}

/** Two spaces, final line break. */
export const jsonFile = (value: unknown): string => `${json(value, '\n')}\n`
