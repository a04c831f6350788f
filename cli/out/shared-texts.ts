/** Equal texts once in memory: what a thread hands over, or a file brings, is a copy each. */

/** Neighbours share theirs, and what all share comes again soon. */
const MOST = 1000

export class SharedTexts {
  readonly #known = new Map<string, string>()

  /** The same text. */
  of(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    if (this.#known.size >= MOST) this.#known.clear()
    this.#known.set(text, text)
    return text
  }
}
