/** A thread that publishes the articles it is given into the folder of its run. */
import {parentPort} from 'node:worker_threads'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import {ThrowlineError} from '../../errors.ts'
import {createPublisher, type PublishEvent} from '../../publish.ts'
import {shapeOf, type SmsShape} from '../../publishers/sms/message.ts'
import {imagesOf} from '../images.ts'
import {KeptArticles} from '../out/kept-articles.ts'
import {OutFolder} from '../out/out-folder.ts'
import {documentLines, NO_ARTEFACTS} from '../out/packed-artefacts.ts'
import {giveBack} from './heap.ts'
import type {Batch, HelperEvent, HelperPlan} from './plan.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const say = (event: HelperEvent): void => parentPort?.postMessage(event)

/** What the main thread says next: first the plan, then a batch whenever it is asked for one. */
const told = <T extends Batch | HelperPlan>(): Promise<T> =>
  new Promise((resolve) => {
    parentPort?.once('message', resolve)
  })

const nextBatch = (done: number): Promise<Batch> => {
  const batch = told<Batch>()
  say({kind: 'next', done})
  return batch
}

async function* batches(): AsyncGenerator<Batch> {
  for (let done = 0; ;) {
    const batch = await nextBatch(done)
    if (batch.length === 0) return
    yield batch
    done = batch.length
  }
}

/** Articles that are handed over at once: enough that waiting for their writes costs nothing. */
const HANDED_OVER = 1024

/** Refusals are left to the main thread, which tries those articles again and tells why. */
const publishBatches = async (plan: HelperPlan): Promise<void> => {
  const {dataset, index, out, data, channels, country, today, isFull, isNew} = plan
  const content = await openContent(fileSource(dataset, {index}), {today})
  try {
    const publisher = await createPublisher({content, today})
    const folder = await OutFolder.open(out, {rewrite: isFull, isHelping: true, isNew})
    // what earlier runs made was looked through already
    const kept = await KeptArticles.read({
      folder: out,
      data,
      channels,
      isFull: true,
      has: () => false,
    })
    let messages: [string, readonly SmsShape[]][] = []
    let assets: readonly string[] = []
    const take = async (event: PublishEvent): Promise<void> => {
      if (event.kind === 'step') assets = []
      if (event.kind === 'article') {
        kept.publish({id: event.documentId, earlier: event.earlier, assets})
      }
      if (event.kind !== 'output') return
      const {output} = event.output
      const images = imagesOf(output)
      for (const url of images) await folder.asset(url, () => content.asset(url))
      assets = [...new Set([...assets, ...images])]
      await folder.write(event.output, publisher.book)
      if (event.messages !== undefined) {
        messages.push([output.path, event.messages.map(shapeOf)])
      }
    }
    const reach = {channels, ...(country !== undefined && {country})}
    const handOver = async (): Promise<void> => {
      const {artefacts, ...written} = await folder.handOver()
      const lines = new Map(documentLines(artefacts))
      const articles = kept.handOver(artefacts).map((article) => ({
        ...article,
        artefacts: lines.get(article.id) ?? NO_ARTEFACTS,
      }))
      say({kind: 'made', result: {...written, messages, articles}})
      messages = []
    }
    let made = 0
    for await (const batch of batches()) {
      for await (const event of publisher.make(batch, reach)) await take(event)
      made += batch.length
      if (made % HANDED_OVER < batch.length) await handOver()
    }
    await handOver()
  } finally {
    await content.close()
  }
}

try {
  const plan = await told<HelperPlan>()
  await publishBatches(plan)
  if (plan.isLarge) giveBack()
  say({kind: 'done'})
} catch (error) {
  const code = error instanceof ThrowlineError && 'code' in error ? error.code : 'HELPER_FAILED'
  const {message, stack = message} = error instanceof Error ? error : new Error(String(error))
  say({kind: 'failed', code, message: code === 'HELPER_FAILED' ? stack : message})
}
