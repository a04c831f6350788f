/**
 * What was made of objects, for as long as they are in use. In place of a WeakMap, where most objects are one
 * article's and few are many's: when young objects are collected, all that a WeakMap leads to counts as in
 * use, so that every article's texts would move among the old ones and wait there to be found dead.
 */

/** Objects of one article; more than that many, and the first are forgotten. */
const MOST = 1000

let article = 0

/** What was made of the last article's objects is no longer at hand, unless others have them too. */
export const nextArticle = (): void => {
  article += 1
}

export class Lately<Key extends object, Made> {
  #article = article
  /** Replaced, never cleared: a map that is cleared leads from what it held to what it will hold. */
  #own = new Map<Key, Made>()
  /** Told once: what is asked for again, for another article, lasts as long as the object. */
  readonly #met = new WeakSet<Key>()
  readonly #lasting = new WeakMap<Key, Made>()

  get(key: Key): Made | undefined {
    this.#turn()
    return this.#own.get(key) ?? this.#lasting.get(key)
  }

  /** In place of what it had. */
  set(key: Key, made: Made): void {
    this.#turn()
    const isOwn = this.#own.has(key) || !this.#met.has(key)
    if (!isOwn) {
      this.#lasting.set(key, made)
      return
    }
    this.#met.add(key)
    if (this.#own.size >= MOST) this.#own = new Map()
    this.#own.set(key, made)
  }

  #turn(): void {
    if (this.#article === article) return
    this.#article = article
    if (this.#own.size > 0) this.#own = new Map()
  }
}
