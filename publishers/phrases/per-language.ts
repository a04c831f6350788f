/** Things that cost more to make than to use, kept a language. */

/** More languages than a site has; beyond it everything is forgotten. */
const MOST = 100

/** `make` runs once a language tag; what it throws is not kept. */
export const perLanguage = <T>(make: (language: string) => T): ((language: string) => T) => {
  const made = new Map<string, {readonly value: T}>()
  return (language) => {
    const found = made.get(language)
    if (found !== undefined) return found.value
    const value = make(language)
    if (made.size >= MOST) made.clear()
    made.set(language, {value})
    return value
  }
}
