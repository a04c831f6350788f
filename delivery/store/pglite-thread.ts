/** Calls into the thread that owns the embedded database, each answered by one reply. */
import {Worker} from 'node:worker_threads'
import {OPENED} from './opened.ts'
import type {Reply, Request} from './pglite-worker.ts'
import {StatementError} from './statement-error.ts'

export interface Rows<Row> {
  readonly rows: Row[]
  readonly affected: number
}

// methods, not properties: what waits for rows of one type is kept among what waits for others
interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** Beside this file: TypeScript in a checkout, JavaScript in the package. */
const WORKER = new URL(
  `./pglite-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`,
  import.meta.url,
)

export class PgliteThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #opened: Promise<unknown>
  #next = OPENED + 1
  #ended: Error | undefined

  /** `undefined` keeps the database in memory. */
  constructor(folder: string | undefined) {
    this.#worker = new Worker(WORKER, {workerData: {folder}, execArgv: []})
    this.#opened = this.#wait(OPENED)
    this.#worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if ('failure' in reply) waiting?.reject(new StatementError(reply.failure))
      else waiting?.resolve(reply)
    })
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', () => this.#end(new Error('The embedded database has ended.')))
  }

  /** Rejects when the folder does not hold a database that can be opened. */
  async open(): Promise<void> {
    await this.#opened
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<Rows<Row>> {
    return this.#call('query', text, values)
  }

  /** Several statements in one text, all or none; gives the rows of all. */
  script<Row>(text: string): Promise<Rows<Row>> {
    return this.#call('script', text, [])
  }

  async close(): Promise<void> {
    if (this.#ended === undefined) await this.#call('close', '', [])
    await this.terminate()
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }

  #call<Row>(kind: Request['kind'], text: string, values: readonly unknown[]): Promise<Rows<Row>> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended)
    const id = this.#next++
    const answer = this.#wait<Rows<Row>>(id)
    const request: Request = {id, kind, text, values}
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
      this.#worker.postMessage(request)
    } catch (error) {
      this.#waiting.delete(id)
      return Promise.reject(error)
    }
    return answer
  }

  #wait<Value>(id: number): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject})
    })
  }

  #end(error: Error): void {
    this.#ended ??= error
    for (const {reject} of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }
}
