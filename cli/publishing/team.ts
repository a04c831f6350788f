/** Several threads at one run, each with the next few articles as it has done the last. */
import {Worker} from 'node:worker_threads'
import {ThreadError} from '../../errors.ts'
import type {Progress} from '../progress.ts'
import type {Commission} from '../../publish-articles.ts'
import {YOUNG} from './heap.ts'
import type {Batch, HelperEvent, HelperPlan, HelperResult} from './plan.ts'

const HELPER = new URL(
  `./helper${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
)

/** So few that all threads end together, so many that asking costs nothing. */
const BATCH = 16

/** Hands out what is to be made, from the first to the last. */
class Queue {
  readonly #all: readonly Commission[]
  #at = 0

  constructor(all: readonly Commission[]) {
    this.#all = all
  }

  next(): Batch {
    const batch = this.#all.slice(this.#at, this.#at + BATCH)
    this.#at += batch.length
    return batch
  }

  /** Nothing more is handed out. */
  close(): void {
    this.#at = this.#all.length
  }
}

/**
 * Megabytes. Left to itself a thread's heap grows to 400 MB of which 40 are in use; so it collects
 * sooner. A thread that needs more ends, and the main one makes what it left.
 */
const LIMITS = {maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: YOUNG} as const

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

interface Task {
  readonly plan: HelperPlan
  readonly queue: Queue
  readonly progress: Progress
  /** Called with what a thread has made, as it comes; what it throws ends the run. */
  readonly take: (result: HelperResult) => void
}

interface Thread {
  readonly worker: Worker
  /** Without having done its part, when it resolves: it wanted more memory than there is. */
  readonly ended: Promise<void>
}

const started = (): Thread => {
  const worker = new Worker(HELPER, {resourceLimits: LIMITS})
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) resolve()
      else reject(error)
    })
    worker.on('exit', () => {
      // after its part is done nobody asks
      reject(new Error('A thread ended before its part was published.'))
    })
  })
  // told to whoever gives it something to do
  ended.catch(() => undefined)
  return {worker, ended}
}

const tell = (worker: Worker, what: Batch | HelperPlan): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(what)
}

const helped = ({worker, ended}: Thread, {plan, queue, progress, take}: Task): Promise<void> => {
  const done = new Promise<void>((resolve, reject) => {
    const fail = (reason: unknown): void => {
      queue.close()
      reject(reason)
    }
    const hear = (event: HelperEvent): void => {
      if (event.kind === 'next') {
        for (let step = 0; step < event.done; step += 1) progress.step()
        tell(worker, queue.next())
      }
      if (event.kind === 'made') take(event.result)
      if (event.kind === 'done') resolve()
      if (event.kind === 'failed') fail(new ThreadError(event))
    }
    worker.on('message', (event: HelperEvent) => {
      // what a listener throws would end the process without a word of what was wrong
      try {
        hear(event)
      } catch (error) {
        fail(error)
      }
    })
    tell(worker, plan)
  })
  return Promise.race([done, ended])
}

export interface TeamOptions extends Omit<Task, 'queue'> {
  readonly commissions: readonly Commission[]
  /** Threads. */
  readonly jobs: number
}

/** Threads that load what they need while nobody knows yet what they will have to do. */
export class Team {
  readonly #threads: Thread[] = []

  /** Has so many threads, if it has fewer. */
  gather(jobs: number): void {
    while (this.#threads.length < jobs) this.#threads.push(started())
  }

  /** Resolves when all is done. Rejects with the first failure, when all have ended. */
  async publish({commissions, jobs, ...about}: TeamOptions): Promise<void> {
    this.gather(jobs)
    const task = {...about, queue: new Queue(commissions)}
    const parts = this.#threads.slice(0, jobs).map((thread) => helped(thread, task))
    const ended = await Promise.allSettled(parts)
    for (const each of ended) if (each.status === 'rejected') throw each.reason
  }

  /** Those too that have had nothing to do. */
  async dismiss(): Promise<void> {
    const threads = this.#threads.splice(0)
    await Promise.all(threads.map(({worker}) => worker.terminate()))
  }
}
