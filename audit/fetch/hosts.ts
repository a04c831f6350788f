/** One request at a time a host, with a pause after each. */
import {setTimeout as sleep} from 'node:timers/promises'

export class Hosts {
  readonly #queues = new Map<string, {last: Promise<unknown>; freeAt: number}>()

  /** `pause`: milliseconds from the end of this request to the beginning of the host's next one. */
  async run<T>(host: string, pause: number, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(host) ?? {last: Promise.resolve(), freeAt: 0}
    this.#queues.set(host, queue)
    const turn = queue.last.then(async () => {
      const wait = queue.freeAt - Date.now()
      if (wait > 0) await sleep(wait)
      try {
        return await work()
      } finally {
        queue.freeAt = Date.now() + pause
      }
    })
    queue.last = turn.catch(() => {})
    return turn
  }
}
