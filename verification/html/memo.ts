/** The same sheets and `style` attributes come again and again: each is read once. */

/** Forgets everything when it holds `most`; keeps nothing of what threw. */
export const memo = <T>(read: (text: string) => T, most: number): ((text: string) => T) => {
  const known = new Map<string, {readonly value: T}>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found.value
    const value = read(text)
    if (known.size >= most) known.clear()
    known.set(text, {value})
    return value
  }
}
