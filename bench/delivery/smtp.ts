/**
 * `node bench/delivery/smtp.ts [--messages 3000] [--connections 5]`: mails a second of about 33 KB, each
 * with its own links and a DKIM signature (RSA 2048), to a server in another process on this machine. Ours,
 * without the ledger, is held against nodemailer's own sendMail in a pool, and against a bare socket
 * that sends the same finished octets, of which it has nothing to make. Ours with those octets shows
 * what SMTP itself takes, and the rest what it takes to fill and sign. The median of three rounds;
 * what counts are the ratios, as both processes share the machine's cores. `whole.ts` has the ledger.
 */
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {ED25519, RSA} from './mails.ts'
import {bare, nodemailers, type OpenSender, ours, oursFinished} from './senders.ts'
import {startSink} from './sink.ts'

const {values} = parseArgs({
  options: {
    messages: {type: 'string', default: '3000'},
    connections: {type: 'string', default: '5'},
  },
})
const MESSAGES = Number(values.messages)
const CONNECTIONS = Number(values.connections)
const ROUNDS = 3

interface Measure {
  readonly perSecond: number
  /** Milliseconds of a core that this process took for a mail, whatever else the machine did. */
  readonly cost: number
}

/** A try of `MESSAGES` mails, and how many the server took in all. */
const measured = async (open: OpenSender, atOnce: number): Promise<Measure> => {
  const sink = await startSink()
  const sender = await open(sink.port, CONNECTIONS)
  for (let id = 0; id < 50; id += 1) await sender.one(id)
  let next = 0
  const [started, before] = [performance.now(), process.cpuUsage()]
  const worker = async (): Promise<void> => {
    while (next < MESSAGES) {
      next += 1
      await sender.one(next)
    }
  }
  await Promise.all(Array.from({length: atOnce}, worker))
  const seconds = (performance.now() - started) / 1000
  const {user, system} = process.cpuUsage(before)
  await sender.close()
  const taken = await sink.taken()
  if (taken !== MESSAGES + 50) throw new Error(`The server took ${taken} of ${MESSAGES + 50}`)
  return {perSecond: MESSAGES / seconds, cost: (user + system) / 1000 / MESSAGES}
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const OURS = 'ours, RSA 2048'
const BARE = 'a bare socket, finished octets'

const WAYS = [
  [OURS, ours([RSA]), CONNECTIONS * 2],
  ['ours, Ed25519', ours([ED25519]), CONNECTIONS * 2],
  ['ours, not signed', ours([]), CONNECTIONS * 2],
  ['ours, finished octets', oursFinished, CONNECTIONS * 2],
  ["nodemailer's sendMail, pooled", nodemailers, CONNECTIONS * 2],
  [BARE, bare, CONNECTIONS],
] as const

const rounds = new Map<string, Measure[]>(WAYS.map(([name]) => [name, []]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, way, atOnce] of WAYS) {
    rounds.get(name)?.push(await measured(way, atOnce))
  }
}
const of = (name: string, field: keyof Measure): number =>
  median((rounds.get(name) ?? []).map((measure) => measure[field]))
const times = (ratio: number): string => `${ratio.toFixed(2)}x`
const table = new Table({
  head: [
    'sent by',
    'mails/s',
    'of a bare socket',
    'ours with RSA is',
    'ms of a core',
    'ours with RSA takes',
  ],
  colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
  style: {head: [], border: []},
})
for (const [name] of WAYS) {
  table.push([
    name,
    of(name, 'perSecond').toFixed(0),
    `${((of(name, 'perSecond') / of(BARE, 'perSecond')) * 100).toFixed(0)} %`,
    times(of(OURS, 'perSecond') / of(name, 'perSecond')),
    of(name, 'cost').toFixed(3),
    times(of(OURS, 'cost') / of(name, 'cost')),
  ])
}
process.stdout.write(`${table.toString()}\n`)
