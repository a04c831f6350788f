/** So many at once; who comes when it is full waits for its turn. */
export class Room {
  #free: number
  readonly #waiting: {readonly wanted: number; readonly enter: () => void}[] = []

  constructor(places: number) {
    this.#free = places
  }

  /** Resolves once so many places are taken. Never more than there are. */
  take(wanted: number): Promise<void> {
    const {promise, resolve} = Promise.withResolvers<void>()
    this.#waiting.push({wanted, enter: resolve})
    this.#admit()
    return promise
  }

  give(places: number): void {
    this.#free += places
    this.#admit()
  }

  #admit(): void {
    for (;;) {
      const [next] = this.#waiting
      if (next === undefined || next.wanted > this.#free) return
      this.#waiting.shift()
      this.#free -= next.wanted
      next.enter()
    }
  }
}
