import type {Identity} from '../model.ts'
import type {Fields} from './reader.ts'

/** FNV-1a, 32 bits, over UTF-16 units. */
const fnv1a = (text: string, start: number): number => {
  let hash = start
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** Changes when any value inside does. Iterative, since nothing bounds how deep a field nests. */
const fingerprint = (value: unknown, start: number): string => {
  let hash = start
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next === 'object' && next !== null) {
      for (const [name, inner] of Object.entries(next)) open.push(name, inner)
      hash = fnv1a('{', hash)
    } else hash = fnv1a(`${typeof next} ${String(next)}`, hash)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** `_id` and `_rev`. A file written by hand has no `_rev`: its content stands in, so that a change shows. */
export const identity = (fields: Fields): Identity => {
  const id = fields.raw('_id')
  const revision = fields.raw('_rev')
  const own = typeof id === 'string' ? id : ''
  if (typeof revision === 'string' && /^[\w.-]{1,64}$/.test(revision)) return {id: own, revision}
  const whole = fields.whole()
  return {id: own, revision: `x${fingerprint(whole, 0x811c9dc5)}${fingerprint(whole, 0x9e3779b9)}`}
}
