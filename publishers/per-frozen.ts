/**
 * What is made of one frozen object, kept as long as the object lives. What reads content freezes it all the
 * way down, so that the answer cannot go out of date; of anything else nothing is kept.
 */

/** `make` may need nothing but what its argument says. What it throws is not kept. */
export const perFrozen = <Key extends object, Made extends object | string>(
  make: (key: Key) => Made,
): ((key: Key) => Made) => {
  const made = new WeakMap<Key, Made>()
  return (key) => {
    const found = made.get(key)
    if (found !== undefined) return found
    const value = make(key)
    if (Object.isFrozen(key)) made.set(key, value)
    return value
  }
}
