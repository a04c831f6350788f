/**
 * `node bench/delivery/whole.ts [--messages 5000] [--rounds 3] [--workers 1,2,4]`: whole campaigns, from the
 * ledger through filling and signing (33 KB, links of their own, RSA 2048) to an SMTP server in another
 * process, against nodemailer's sendMail in a pool and a bare socket with finished octets, neither of
 * which notes anything. In turns; medians; what counts are the ratios. Server and database run on the same cores.
 */
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {runCampaign} from '../../delivery/campaigns/run.ts'
import {mailWay} from '../../delivery/campaigns/way.ts'
import {openStore, type StoreOptions} from '../../delivery/store/store.ts'
import {freeze} from '../../tests/delivery/campaigns/support.ts'
import {startPostgres} from '../../tests/delivery/support/postgres.ts'
import {fillStore} from './fill-store.ts'
import {filled, RSA} from './mails.ts'
import {bare, nodemailers, type OpenSender, ourTransport} from './senders.ts'
import {startSink} from './sink.ts'

const {values} = parseArgs({
  options: {
    messages: {type: 'string', default: '5000'},
    rounds: {type: 'string', default: '3'},
    workers: {type: 'string', default: '1,2,4'},
    child: {type: 'string'},
  },
})
const MESSAGES = Number(values.messages)
const CONNECTIONS = 5

/** Mails a second. */
type Contest = () => Promise<number>

const timed = async (sending: Promise<void>): Promise<number> => {
  const start = performance.now()
  await sending
  return MESSAGES / ((performance.now() - start) / 1000)
}

const direct =
  (open: OpenSender, atOnce: number): Contest =>
  async () => {
    const sink = await startSink()
    const sender = await open(sink.port, CONNECTIONS)
    let next = 0
    const worker = async (): Promise<void> => {
      while (next < MESSAGES) await sender.one((next += 1))
    }
    const perSecond = await timed(
      Promise.all(Array.from({length: atOnce}, worker)).then(() => undefined),
    )
    await sender.close()
    await sink.taken()
    return perSecond
  }

const campaign = async (where: StoreOptions, workers: number): Promise<number> => {
  const sink = await startSink()
  const store = await openStore(where)
  await fillStore(store, MESSAGES)
  const {id} = await freeze(store, {startsAt: new Date(), settings: {concurrency: 20}})
  await store.close()
  const child = JSON.stringify({where, id, port: sink.port})
  const children = Array.from({length: workers}, () =>
    fork(import.meta.filename, ['--child', child]),
  )
  await Promise.all(children.map((each) => once(each, 'message')))
  const perSecond = await timed(
    Promise.all(
      children.map(async (each) => {
        each.send('go')
        await once(each, 'exit')
      }),
    ).then(() => undefined),
  )
  const taken = await sink.taken()
  if (taken !== MESSAGES) throw new Error(`The server took ${taken} of ${MESSAGES}`)
  return perSecond
}

const embedded: Contest = async () => {
  const data = await mkdtemp(join(tmpdir(), 'throwline-bench-'))
  const perSecond = await campaign({data}, 1)
  await rm(data, {recursive: true})
  return perSecond
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const contest = async (): Promise<void> => {
  const postgres = await startPostgres()
  const SEND_MAIL = "nodemailer's sendMail, pooled"
  const BARE = 'a bare socket, finished octets'
  const contests = new Map<string, Contest>([
    [SEND_MAIL, direct(nodemailers, CONNECTIONS * 2)],
    ['a campaign, embedded database', embedded],
    ...values.workers
      .split(',')
      .map(Number)
      .map((workers): [string, Contest] => [
        `a campaign, PostgreSQL, workers: ${workers}`,
        async () => campaign({databaseUrl: await postgres.url()}, workers),
      ]),
    [BARE, direct(bare, CONNECTIONS)],
  ])
  const rounds = new Map([...contests.keys()].map((name) => [name, new Array<number>()]))
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [name, run] of contests) rounds.get(name)?.push(await run())
  }
  await postgres.stop()
  const of = (name: string): number => median(rounds.get(name) ?? [])
  const table = new Table({
    head: ['sent by', 'mails/s', 'to sendMail', 'of a bare socket'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: {head: [], border: []},
  })
  for (const name of contests.keys()) {
    table.push([
      name,
      of(name).toFixed(0),
      `${(of(name) / of(SEND_MAIL)).toFixed(2)}x`,
      `${((of(name) / of(BARE)) * 100).toFixed(0)} %`,
    ])
  }
  process.stdout.write(`${table.toString()}\n`)
}

const work = async (told: string): Promise<void> => {
  const {where, id, port} = JSON.parse(told)
  const store = await openStore(where)
  const fill = filled([RSA])
  const way = mailWay(ourTransport(port, CONNECTIONS), ({id: deliveryId}) => fill(deliveryId))
  process.send?.('ready')
  await once(process, 'message')
  await runCampaign({store, campaignId: id, way})
  process.disconnect()
  await store.close()
  process.exit()
}

if (values.child === undefined) await contest()
else await work(values.child)
