/** Things that cost more to make than to keep, kept with the frozen object they are made of. */
import {Lately} from './lately.ts'

/**
 * `make` runs once an object, and what it made is forgotten with the object. It may read nothing but
 * the object, which has to be frozen all the way down, as what reads content freezes it; of one that
 * is not frozen nothing is kept, and what `make` throws is not kept either.
 */
export const perFrozen = <Key extends object, Made extends string | object>(
  make: (key: Key) => Made,
): ((key: Key) => Made) => {
  const known = new Lately<Key, Made>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    if (Object.isFrozen(key)) known.set(key, made)
    return made
  }
}
