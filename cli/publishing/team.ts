/** Several threads at one run, each with its part of the articles. */
import {Worker} from 'node:worker_threads'
import {SourceError} from '../../errors.ts'
import type {Progress} from '../progress.ts'
import type {HelperEvent, HelperPlan, HelperResult} from './plan.ts'

const HELPER = new URL(
  `./helper${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
)

const helped = (plan: HelperPlan, progress: Progress): Promise<HelperResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(HELPER, {workerData: plan})
    worker.on('message', (event: HelperEvent) => {
      if (event.kind === 'steps') for (let step = 0; step < event.count; step += 1) progress.step()
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
  plan: Omit<HelperPlan, 'shard'>,
  jobs: number,
  progress: Progress,
): Promise<readonly HelperResult[]> => {
  const parts = Array.from({length: jobs}, (_, index) =>
    helped({...plan, shard: {number: index + 1, of: jobs}}, progress),
  )
  const ended = await Promise.allSettled(parts)
  return ended.map((each) => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
}
