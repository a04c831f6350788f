/** A thread that publishes a part of the articles into the folder of its run. */
import {parentPort, workerData} from 'node:worker_threads'
import {ThrowlineError} from '../../errors.ts'
import {createPublisher} from '../../publish.ts'
import type {SmsMessage} from '../../publishers/sms/message.ts'
import {imagesOf} from '../images.ts'
import {openConfiguredContent} from '../open-content.ts'
import {KeptArticles} from '../out/kept-articles.ts'
import {OutFolder} from '../out/out-folder.ts'
import type {HelperEvent, HelperPlan, HelperResult} from './plan.ts'

/** Steps told at once. */
const STEPS = 10

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (event: HelperEvent): void => parentPort?.postMessage(event)

/** Refusals are left to the main thread, which tries those articles again and tells why. */
const publishPart = async (plan: HelperPlan): Promise<HelperResult> => {
  const {dataset, out, data, channels, country, today, isFull, shard} = plan
  const content = await openConfiguredContent(dataset, today)
  try {
    const publisher = await createPublisher({content, today})
    const folder = await OutFolder.open(out, {rewrite: isFull, isHelping: true})
    const kept = await KeptArticles.read({folder: out, data, channels, isFull})
    const messages: [string, readonly SmsMessage[]][] = []
    const options = {
      channels,
      shard,
      earlier: (id: string) => kept.find(id),
      ...(country !== undefined && {country}),
    }
    let assets: readonly string[] = []
    let steps = 0
    for await (const event of publisher.publish(options)) {
      if (event.kind === 'step') {
        assets = []
        steps += 1
        if (steps % STEPS === 0) say({kind: 'steps', count: STEPS})
      }
      if (event.kind === 'article') {
        kept.publish({id: event.documentId, earlier: event.earlier, assets})
      }
      if (event.kind === 'output') {
        const {output} = event.output
        const images = imagesOf(output)
        for (const url of images) await folder.asset(url, () => content.asset(url))
        assets = [...new Set([...assets, ...images])]
        await folder.write(event.output, publisher.book)
        if (event.messages !== undefined) messages.push([output.path, event.messages])
      }
    }
    const written = await folder.handOver()
    return {...written, messages, articles: await kept.made(written.artefacts)}
  } finally {
    await content.close()
  }
}

try {
  const plan: HelperPlan = workerData
  say({kind: 'done', result: await publishPart(plan)})
} catch (error) {
  const code = error instanceof ThrowlineError && 'code' in error ? error.code : 'HELPER_FAILED'
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  say({kind: 'failed', code, message: code === 'HELPER_FAILED' ? message : String(error)})
}
