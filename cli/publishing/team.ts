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

const helped = (plan: HelperPlan, queue: Queue, progress: Progress): Promise<HelperResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(HELPER, {workerData: plan})
    worker.on('message', (event: HelperEvent) => {
      if (event.kind === 'next') {
        for (let step = 0; step < event.done; step += 1) progress.step()
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage(queue.next())
      }
      if (event.kind === 'done') resolve(event.result)
      if (event.kind === 'failed') {
        const {code, message} = event
        reject(new SourceError({code, source: plan.dataset, message}))
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      // after `done` or `failed` this changes nothing
      reject(new Error('A thread ended before its part was published.'))
    })
  })

/** Resolves when all are done. Rejects with the first failure, when all have ended. */
export const publishInParts = async (
  plan: HelperPlan,
  commissions: readonly Commission[],
  jobs: number,
  progress: Progress,
): Promise<readonly HelperResult[]> => {
  const queue = new Queue(commissions)
  const parts = Array.from({length: jobs}, () => helped(plan, queue, progress))
  const ended = await Promise.allSettled(parts)
  return ended.map((each) => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
}
