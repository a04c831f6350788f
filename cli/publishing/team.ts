/** Several threads at one run, each with the next few articles as it has done the last. */
import {Worker} from 'node:worker_threads'
import {SourceError} from '../../errors.ts'
import type {Progress} from '../progress.ts'
import type {Commission} from '../../publish-articles.ts'
import type {HelperEvent, HelperPlan, HelperResult} from './plan.ts'

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

  next(): readonly Commission[] {
    const batch = this.#all.slice(this.#at, this.#at + BATCH)
    this.#at += batch.length
    return batch
  }
}

/**
 * Megabytes. Left to itself a thread's heap grows to 400 MB of which 40 are in use; so it collects
 * sooner. With a young generation of 24 a run takes as long as with 96, and 110 MB less. A thread that needs
 * more ends, and the main one makes what it left.
 */
const LIMITS = {maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24} as const

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

interface Team {
  readonly queue: Queue
  readonly progress: Progress
  /** Called with what a thread has made, as it comes. */
  readonly take: (result: HelperResult) => void
}

const helped = (plan: HelperPlan, {queue, progress, take}: Team): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(HELPER, {workerData: plan, resourceLimits: LIMITS})
    worker.on('message', (event: HelperEvent) => {
      if (event.kind === 'next') {
        for (let step = 0; step < event.done; step += 1) progress.step()
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(queue.next())
      }
      if (event.kind === 'made') take(event.result)
      if (event.kind === 'done') resolve()
      if (event.kind === 'failed') {
        const {code, message} = event
        reject(new SourceError({code, source: plan.dataset, message}))
      }
    })
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) resolve()
      else reject(error)
    })
    worker.on('exit', () => {
      // after `done` or `failed` this changes nothing
      reject(new Error('A thread ended before its part was published.'))
    })
  })

export interface TeamOptions extends Omit<Team, 'queue'> {
  readonly commissions: readonly Commission[]
  /** Threads. */
  readonly jobs: number
}

/** Resolves when all are done. Rejects with the first failure, when all have ended. */
export const publishInParts = async (
  plan: HelperPlan,
  {commissions, jobs, progress, take}: TeamOptions,
): Promise<void> => {
  const team = {queue: new Queue(commissions), progress, take}
  const ended = await Promise.allSettled(Array.from({length: jobs}, () => helped(plan, team)))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}
