/**
 * One campaign, killed again and again at random moments, and what became of everybody. The other
 * side is a socket of this process, which notes whom it was told to take.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createServer, type Socket} from 'node:net'
import {createInterface} from 'node:readline'
import {retryUnknown} from '../../../delivery/campaigns/control.ts'
import {campaignStatus} from '../../../delivery/campaigns/status.ts'
import {openStore, type StoreOptions} from '../../../delivery/store/store.ts'
import {freeze, subscribe} from './support.ts'

const CHILD = new URL('./kill-child.ts', import.meta.url).pathname

export interface Trial {
  readonly recipients: number
  readonly kills: number
  /** Processes at a time; more than one needs PostgreSQL. */
  readonly workers?: number
}

export interface Verdict {
  /** How often each address was taken. */
  readonly taken: ReadonlyMap<string, number>
  /** Taken more than once before anybody asked for it. */
  readonly doubled: readonly string[]
  readonly unknown: number
  /** What the ledger says at the end, after the unknown were sent again. */
  readonly sent: number
  /** Taken more than once at the end, and not unknown before. */
  readonly wrongly: readonly string[]
}

const repeated = (taken: ReadonlyMap<string, number>): readonly string[] =>
  [...taken].filter(([, count]) => count > 1).map(([address]) => address)

const listen = async (taken: Map<string, number>) => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    const lines = createInterface({input: socket})
    // handed on from the socket
    lines.on('error', () => {})
    lines.on('line', (address) => {
      taken.set(address, (taken.get(address) ?? 0) + 1)
      socket.write(`${address}\n`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const close = (): void => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return {port: address.port, close}
}

const startChild = async (where: object) => {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(where)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  createInterface({input: child.stdout}).on('line', (line) => said.push(line))
  await once(child.stdout, 'data')
  return {child, ended: once(child, 'exit'), said}
}

export const killTrial = async (
  store: StoreOptions,
  {recipients, kills, workers = 1}: Trial,
): Promise<Verdict> => {
  const before = await openStore(store)
  await subscribe(before, recipients)
  const startsAt = new Date()
  const {id: campaignId} = await freeze(before, {startsAt, settings: {concurrency: 10}})
  await before.close()
  const taken = new Map<string, number>()
  const {port, close} = await listen(taken)
  const where = {...store, campaignId, port}

  for (let kill = 0; kill < kills; kill++) {
    const children = []
    for (let n = 0; n < workers; n++) children.push(await startChild(where))
    // somewhere in its share of the campaign
    const share = recipients / (kills + 1)
    const until = Math.min(recipients, taken.size + Math.floor(Math.random() * share * 1.5))
    while (taken.size < until && children.some(({child}) => child.exitCode === null)) {
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    for (const {child} of children) child.kill('SIGKILL')
    await Promise.all(children.map(({ended}) => ended))
  }

  const finish = async (): Promise<void> => {
    const {ended, said} = await startChild(where)
    await ended
    if (said.at(-1) !== 'done') throw new Error(`the last run said ${said.join(' ')}`)
  }
  await finish()
  const doubled = repeated(taken)
  const after = await openStore(store)
  const rows = await after.db
    .selectFrom('deliveries')
    .innerJoin('subscribers', 'subscribers.id', 'subscriber_id')
    .select('subscribers.address')
    .where('deliveries.state', '=', 'unknown')
    .execute()
  const unknown = new Set(rows.map(({address}) => address))
  await retryUnknown(after, campaignId)
  await after.close()
  await finish()
  const end = await openStore(store)
  const {counts} = await campaignStatus(end, campaignId)
  await end.close()
  close()
  const wrongly = repeated(taken).filter((address) => !unknown.has(address))
  return {taken, doubled, unknown: unknown.size, sent: counts.sent, wrongly}
}
