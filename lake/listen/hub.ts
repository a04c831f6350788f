/** Everybody who listens, and what they are sent. */
import {randomBytes} from 'node:crypto'
import type {Store} from '../store/store.ts'
import type {Transaction} from '../store/transaction.ts'
import type {Listener} from './listener.ts'
import {SseStream} from './sse-stream.ts'

export interface Connect {
  readonly listener: Listener
  readonly enableResume: boolean
  /** The last event that the client has, when it comes back. */
  readonly lastEventId: string | undefined
}

export class Hub {
  readonly #store: Store
  readonly #open = new Map<SseStream, Listener>()
  readonly #stop: () => void

  constructor(store: Store) {
    this.#store = store
    this.#stop = store.listen((transaction) => this.#publish(transaction))
  }

  get size(): number {
    return this.#open.size
  }

  /** The stream begins with `welcome`, `welcomeback` and what was missed, or `reset`. */
  connect({listener, enableResume, lastEventId}: Connect): ReadableStream<Uint8Array> {
    const stream = new SseStream(() => this.#open.delete(stream))
    const listenerName = randomBytes(8).toString('hex')
    const position = {id: `${this.#store.history.latest}#welcome`, data: {listenerName}}
    const missed =
      enableResume && lastEventId !== undefined ? this.#missed(listener, lastEventId) : undefined
    if (missed !== undefined) {
      stream.send({event: 'welcomeback', data: {listenerName}})
      for (const event of missed) stream.send({event: 'mutation', ...event})
    } else if (enableResume && lastEventId !== undefined) {
      stream.send({event: 'reset', ...position})
    } else {
      stream.send({event: 'welcome', ...position})
    }
    this.#open.set(stream, listener)
    return stream.body
  }

  close(): void {
    this.#stop()
    for (const stream of this.#open.keys()) stream.close()
    this.#open.clear()
  }

  /** Undefined when too much has happened since, or the lake was started anew. */
  #missed(listener: Listener, lastEventId: string): ReturnType<Listener['eventsOf']> | undefined {
    const [transactionId = ''] = lastEventId.split('#', 1)
    const later = this.#store.history.after(transactionId)
    if (later === undefined) return undefined
    const last = this.#store.history.get(transactionId)
    const same =
      last === undefined || lastEventId.endsWith('#welcome') ? [] : listener.eventsOf(last)
    const seen = same.findIndex(({id}) => id === lastEventId)
    return [
      ...same.slice(seen + 1),
      ...later.flatMap((transaction) => listener.eventsOf(transaction)),
    ]
  }

  #publish(transaction: Transaction): void {
    for (const [stream, listener] of this.#open) {
      for (const event of listener.eventsOf(transaction)) stream.send({event: 'mutation', ...event})
    }
  }
}
