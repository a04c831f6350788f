/**
 * `node bench/webhooks.ts [--partners 1000] [--down 0.1] [--rounds 3]`: how long a change takes to the last healthy
 * partner while others are down: some refuse the connection, some never answer, some say 500. On both databases,
 * receivers in this process. The goal is 10 s.
 */
import {createServer} from 'node:http'
import {createServer as createSocketServer} from 'node:net'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {openChangeLog} from '../delivery/changes/log.ts'
import {openPartners} from '../delivery/partners/partners.ts'
import {openQueue} from '../delivery/store/queue.ts'
import {openStore, type Store} from '../delivery/store/store.ts'
import {openWebhookEndpoints} from '../delivery/webhooks/endpoints.ts'
import {startWebhooks} from '../delivery/webhooks/webhooks.ts'
import {startPostgres} from '../tests/delivery/support/postgres.ts'

const GOAL = 10

const {values} = parseArgs({
  options: {
    partners: {type: 'string', default: '1000'},
    down: {type: 'string', default: '0.1'},
    rounds: {type: 'string', default: '3'},
  },
})
const PARTNERS = Number(values.partners)
const DOWN = Math.round(PARTNERS * Number(values.down))
const ROUNDS = Number(values.rounds)
const SECRET = 'a secret of the bench, long enough'
const allowed = new Set(['localhost'])

const portOf = (address: string | {readonly port: number} | null): number => {
  if (typeof address === 'object' && address !== null) return address.port
  throw new TypeError('A server without a port')
}

/** Takes whatever comes, and never says a word. */
const hole = createSocketServer((socket) => socket.on('error', () => {}).resume())
await new Promise<void>((resolve) => {
  hole.listen(0, 'localhost', resolve)
})

let left = 0
let reached: () => void = () => {}
const receiver = createServer((request, response) => {
  request.resume().on('end', () => {
    const isDown = request.url === '/down'
    response.writeHead(isDown ? 500 : 204).end()
    if (isDown) return
    left -= 1
    if (left === 0) reached()
  })
})
await new Promise<void>((resolve) => {
  receiver.listen(0, 'localhost', resolve)
})

const url = (index: number): string => {
  if (index >= DOWN) return `http://localhost:${portOf(receiver.address())}/partner/${index}`
  const kinds = [
    'http://localhost:1/',
    `http://localhost:${portOf(hole.address())}/`,
    `http://localhost:${portOf(receiver.address())}/down`,
  ]
  return kinds[index % kinds.length] ?? ''
}

const change = (store: Store): Promise<unknown> =>
  store.db
    .insertInto('changes')
    .values({kind: 'helplineChanged', document_id: 'helpline-us-988', revision: 'r2'})
    .execute()

/** Seconds of each round, until the last healthy one was told. */
const rounds = async (store: Store): Promise<readonly number[]> => {
  const partners = openPartners(store)
  const endpoints = openWebhookEndpoints({store, secret: SECRET, allowed})
  await change(store)
  for (let index = 0; index < PARTNERS; index += 1) {
    const {partner} = await partners.add({name: `Partner ${index}`})
    await endpoints.set(partner.id, {url: url(index)})
  }
  const boss = await openQueue(store, {onError: console.error})
  const webhooks = await startWebhooks({
    store,
    boss,
    log: openChangeLog(store),
    secret: SECRET,
    allowed,
    teller: async () => (told) => told,
    tell: async () => {},
    onError: console.error,
  })
  const seconds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    left = PARTNERS - DOWN
    const {promise, resolve} = Promise.withResolvers<void>()
    reached = resolve
    const start = performance.now()
    await change(store)
    webhooks.wake()
    await promise
    seconds.push((performance.now() - start) / 1000)
    process.stderr.write(`round ${round + 1}: ${seconds.at(-1)?.toFixed(1)} s\n`)
  }
  await webhooks.close()
  await boss.stop({graceful: false})
  await store.close()
  return seconds
}

const table = new Table({
  head: [
    'database',
    'partners',
    'down',
    's until the last healthy one',
    'slowest',
    `goal: ${GOAL} s`,
  ],
  colAligns: ['left', 'right', 'right', 'right', 'right', 'left'],
  style: {head: [], border: []},
})
const postgres = await startPostgres()
for (const [name, open] of [
  ['embedded', () => openStore({})],
  ['PostgreSQL', async () => openStore({databaseUrl: await postgres.url()})],
] as const) {
  const seconds = (await rounds(await open())).toSorted((a, b) => a - b)
  const slowest = seconds.at(-1) ?? Number.NaN
  table.push([
    name,
    PARTNERS,
    DOWN,
    seconds[Math.floor(seconds.length / 2)]?.toFixed(1) ?? '',
    slowest.toFixed(1),
    slowest <= GOAL ? 'met' : 'not met',
  ])
}
await postgres.stop()
process.stdout.write(`${table.toString()}\n`)
process.exit()
