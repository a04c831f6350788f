/** Keeps what was used last, up to a weight. */
export class Lru<T> {
  readonly #entries = new Map<string, {readonly value: T; readonly weight: number}>()
  readonly #capacity: number
  #weight = 0

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: T, weight: number): void {
    this.#remove(key)
    this.#entries.set(key, {value, weight})
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity || oldest === key) break
      this.#remove(oldest)
    }
  }

  /** The one used longest ago first. */
  *entries(): Generator<readonly [key: string, value: T, weight: number]> {
    for (const [key, {value, weight}] of this.#entries) yield [key, value, weight]
  }

  get size(): number {
    return this.#entries.size
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#entries.delete(key)
    this.#weight -= entry.weight
  }
}
