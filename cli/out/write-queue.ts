/** Writes that run beside the rendering: a disk's fsync takes longer than making what is written. */

/** At once; what waits is held in memory. */
const MOST = 16

/** Every job either succeeds or its failure is thrown by the next `add` or by `drain`. */
export class WriteQueue {
  readonly #running = new Set<Promise<void>>()
  readonly #failures: unknown[] = []

  /** Resolves when the job has begun, which is when fewer than 16 run. */
  async add(job: () => Promise<void>): Promise<void> {
    while (this.#running.size >= MOST) await Promise.race(this.#running)
    this.#complain()
    const running: Promise<void> = job()
      .catch((error: unknown) => {
        this.#failures.push(error)
      })
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  /** Resolves when nothing runs any more. Throws the first failure there was. */
  async drain(): Promise<void> {
    await Promise.all(this.#running)
    this.#complain()
  }

  #complain(): void {
    if (this.#failures.length > 0) throw this.#failures[0]
  }
}
