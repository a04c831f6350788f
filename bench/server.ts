/**
 * `node bench/server.ts [--seconds 6] [--rounds 3] [--memory 300]`: what the partner API answers in a second, as a
 * share of what a bare node:http handler does that sends the same bytes. Loopback, keep-alive, 100 connections, the
 * two in processes of their own and in turns, so that a slower moment of the machine meets both. `--memory`
 * asks for so many seconds on end and prints what the process holds.
 */
import {type ChildProcess, fork} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import autocannon from 'autocannon'
import Table from 'cli-table3'

const CONNECTIONS = 100

const {values} = parseArgs({
  options: {
    seconds: {type: 'string', default: '6'},
    rounds: {type: 'string', default: '3'},
    memory: {type: 'string'},
    path: {type: 'string', default: '/api/v1/articles/ketamine'},
  },
})

type Told = Readonly<Record<string, unknown>>

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null

const next = async (child: ChildProcess): Promise<Told> => {
  const [message]: unknown[] = await once(child, 'message')
  if (!isTold(message)) throw new Error(`A side said ${String(message)}`)
  return message
}

const side = (name: string): ChildProcess =>
  fork(join(import.meta.dirname, `server-${name}-side.ts`), {execArgv: ['--expose-gc']})

/** Microseconds of processor time that a side has used. */
const cpuOf = async (child: ChildProcess): Promise<number> => {
  child.send('cpu')
  const {cpu} = await next(child)
  return isTold(cpu) ? Number(cpu['user']) + Number(cpu['system']) : Number.NaN
}

interface Side {
  readonly child: ChildProcess
  readonly url: string
}

interface Run {
  /** Microseconds of the side's processor time a request: it tells the truth on a busy machine too. */
  readonly cpu: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly wrong: number
}

type Headers = Readonly<Record<string, string>>

const run = async (
  {child, url}: Side,
  headers: Headers,
  seconds: number,
  status: number,
): Promise<Run> => {
  const before = await cpuOf(child)
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: {...headers},
  })
  const all = result.requests.total
  const right = status === 304 ? result['3xx'] : result['2xx']
  return {
    cpu: ((await cpuOf(child)) - before) / all,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    wrong: all - right + result.errors + result.timeouts,
  }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** Head and body of an answer, but for what node writes itself. */
const bytesOf = async (response: Response): Promise<Told> => ({
  status: response.status,
  headers: [...response.headers]
    .filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))
    .flat(),
  body: await response.text(),
})

const api = side('api')
const {url: apiUrl, key} = await next(api)
const bare = side('bare')
const {url: bareUrl} = await next(bare)
const asked = `${String(apiUrl)}${values.path}`
const withKey = {authorization: `Bearer ${String(key)}`, 'accept-encoding': 'identity'}
const first = await fetch(asked, {headers: withKey})
const etag = first.headers.get('etag') ?? ''
console.log(`${values.path}: ${(await first.arrayBuffer()).byteLength} octets`)

const oursSide: Side = {child: api, url: asked}
const bareSide: Side = {child: bare, url: String(bareUrl)}

const compare = async (
  what: string,
  headers: Headers,
  status: number,
): Promise<readonly string[]> => {
  bare.send(await bytesOf(await fetch(asked, {headers})))
  await next(bare)
  const ours: Run[] = []
  const theirs: Run[] = []
  const seconds = Number(values.seconds)
  await run(oursSide, headers, 2, status)
  await run(bareSide, headers, 2, status)
  for (let round = 0; round < Number(values.rounds); round += 1) {
    theirs.push(await run(bareSide, headers, seconds, status))
    ours.push(await run(oursSide, headers, seconds, status))
  }
  const [own, other] = [ours, theirs].map((runs) => median(runs.map(({perSecond}) => perSecond)))
  const share = (100 * (own ?? 0)) / (other ?? 1)
  const tail = (runs: readonly Run[]): string =>
    `${median(runs.map(({p50}) => p50))} / ${median(runs.map(({p99}) => p99))}`
  return [
    what,
    Math.round(own ?? 0).toLocaleString('en'),
    Math.round(other ?? 0).toLocaleString('en'),
    `${share.toFixed(1)} %`,
    ...[ours, theirs].map((runs) => median(runs.map(({cpu}) => cpu)).toFixed(1)),
    tail(ours),
    tail(theirs),
    String(ours.reduce((sum, {wrong}) => sum + wrong, 0)),
  ]
}

const memory = async (): Promise<number> => {
  api.send('memory')
  const {memory: used} = await next(api)
  return isTold(used) ? Number(used['rss']) / 1e6 : Number.NaN
}

if (values.memory === undefined) {
  const table = new Table({
    head: ['', 'API/s', 'bare/s', 'share', 'CPU µs', 'bare', 'p50 / p99 ms', 'bare', 'wrong'],
    style: {head: [], border: []},
  })
  table.push(
    [...(await compare('200', withKey, 200))],
    [...(await compare('304', {...withKey, 'if-none-match': etag}, 304))],
  )
  console.log(table.toString())
} else {
  const total = Number(values.memory)
  await run(oursSide, withKey, 10, 200)
  const step = Math.max(5, Math.round(total / 10))
  for (let passed = 0; passed < total; passed += step) {
    console.log(`${passed} s: ${(await memory()).toFixed(0)} MB`)
    await run(oursSide, withKey, step, 200)
  }
  console.log(`${total} s: ${(await memory()).toFixed(0)} MB`)
}
api.disconnect()
bare.disconnect()
