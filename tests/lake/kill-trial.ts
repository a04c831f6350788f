/** One lake under load, killed at a random moment, and what must be there afterwards. */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'

const CHILD = join(import.meta.dirname, 'kill-child.ts')
const WRITERS = 6

export interface Trial {
  /** Transactions that were acknowledged before the kill. */
  readonly acknowledged: number
  /** What was acknowledged and is not there, or is there half: none, if the lake keeps its word. */
  readonly lost: readonly string[]
  readonly notices: string
}

interface Running {
  readonly child: ChildProcess
  readonly client: SanityClient
  readonly notices: () => string
}

const start = async (data: string): Promise<Running> => {
  // small logs, so that the kill also meets snapshots
  const child = spawn(process.execPath, [CHILD, data, '200000'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  let output = ''
  while (!output.includes('\n')) {
    const [chunk]: unknown[] = await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => {
        throw new Error(`The lake did not start: ${errors}`)
      }),
    ])
    output += String(chunk)
  }
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: output.trim(),
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    maxRetries: 0,
  })
  return {child, client, notices: () => errors}
}

/** Two documents of each transaction hold the same number: a half transaction would show. */
const write = async (
  client: SanityClient,
  writer: number,
  round: number,
  acknowledged: Map<number, number>,
): Promise<void> => {
  for (let n = round * 100_000 + 1; ; n++) {
    const text = `${n} `.repeat(100)
    await client
      .transaction()
      .createOrReplace({_id: `left-${writer}`, _type: 'half', n, text})
      .createOrReplace({_id: `right-${writer}`, _type: 'half', n, text})
      .commit()
    acknowledged.set(writer, n)
  }
}

const numberOf = (document: unknown): number => {
  const n: unknown =
    typeof document === 'object' && document !== null ? Reflect.get(document, 'n') : 0
  return typeof n === 'number' ? n : 0
}

/** `delay`: milliseconds from the first write to the kill. `round` goes up on one folder. */
export const killTrial = async (data: string, round: number, delay: number): Promise<Trial> => {
  const first = await start(data)
  const acknowledged = new Map<number, number>()
  const writers = Array.from({length: WRITERS}, (_, writer) =>
    write(first.client, writer, round, acknowledged).catch(() => undefined),
  )
  await new Promise((resolve) => setTimeout(resolve, delay))
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  await Promise.all(writers)

  const second = await start(data)
  try {
    const lost: string[] = []
    for (const [writer, n] of acknowledged) {
      const [left, right] = await second.client.getDocuments([`left-${writer}`, `right-${writer}`])
      if (numberOf(left) < n)
        lost.push(`writer ${writer}: ${n} was acknowledged, ${numberOf(left)} is there`)
      if (numberOf(left) !== numberOf(right)) lost.push(`writer ${writer}: half a transaction`)
    }
    const total = [...acknowledged.values()].reduce((sum, n) => sum + n - round * 100_000, 0)
    return {acknowledged: total, lost, notices: second.notices()}
  } finally {
    second.child.kill('SIGKILL')
    await once(second.child, 'exit')
  }
}
