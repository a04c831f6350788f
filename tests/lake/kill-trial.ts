/** One lake under load, killed again and again, and what must be there afterwards. */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'

const CHILD = join(import.meta.dirname, 'kill-child.ts')
const WRITERS = 6

export interface Trials {
  /** Transactions that were acknowledged before their kill. */
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

/** The last number that each writer was told is kept. */
type Acknowledged = Map<number, number>

/** Two documents of each transaction hold the same number: a half transaction would show. */
const write = async (
  client: SanityClient,
  writer: number,
  acknowledged: Acknowledged,
): Promise<void> => {
  // one past what was perhaps kept and never acknowledged
  for (let n = (acknowledged.get(writer) ?? 0) + 2; ; n++) {
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

const lostOf = async (
  client: SanityClient,
  acknowledged: Acknowledged,
): Promise<readonly string[]> => {
  const lost: string[] = []
  for (const [writer, n] of acknowledged) {
    const [left, right] = await client.getDocuments([`left-${writer}`, `right-${writer}`])
    const there = numberOf(left)
    if (there < n) lost.push(`writer ${writer}: ${n} was acknowledged, ${there} is there`)
    if (there !== numberOf(right)) lost.push(`writer ${writer}: half a transaction`)
  }
  return lost
}

const kill = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Kills it `count` times, each `delay()` milliseconds after the first write, and looks each time. */
export const killTrials = async (
  data: string,
  count: number,
  delay: () => number,
): Promise<Trials> => {
  const acknowledged: Acknowledged = new Map()
  const lost: string[] = []
  let notices = ''
  let total = 0
  for (let round = 0; round <= count; round++) {
    const running = await start(data)
    lost.push(...(await lostOf(running.client, acknowledged)).map((line) => `${round}: ${line}`))
    notices += running.notices()
    if (round < count) {
      const before = sum(acknowledged)
      const writers = Array.from({length: WRITERS}, (_, writer) =>
        write(running.client, writer, acknowledged).catch(() => undefined),
      )
      await new Promise((resolve) => setTimeout(resolve, delay()))
      await kill(running.child)
      await Promise.all(writers)
      total += sum(acknowledged) - before
    } else {
      await kill(running.child)
    }
  }
  return {acknowledged: total, lost, notices}
}

const sum = (acknowledged: Acknowledged): number =>
  [...acknowledged.values()].reduce((all, n) => all + n, 0)
