/** Whole campaigns by real SMTP, to servers that fail in the middle: nobody lost, and who is doubled is known. */
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {retryUnknown} from '../../../delivery/campaigns/control.ts'
import {runCampaign} from '../../../delivery/campaigns/run.ts'
import {campaignStatus} from '../../../delivery/campaigns/status.ts'
import {mailWay} from '../../../delivery/campaigns/way.ts'
import {smtpTransport} from '../../../delivery/mail/smtp-transport.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {type Script, type Scripted, scriptedServer, settingsOf} from '../mail/smtp-servers.ts'
import {type DatabaseForTests, DATABASES} from '../support/databases.ts'
import {clear} from '../subscribers/support.ts'
import {freeze, subscribe} from './support.ts'

/** More in `npm run test:faults`. */
const RECIPIENTS = Number(process.env['THROWLINE_FAULTS_RECIPIENTS'] ?? 24)
const SHORT = {connect: 500, greeting: 500, silence: 500}

/** Right twice, then wrong once, and so on for a while; right for good after that. */
const nowAndThen = (right: string, wrong: string): readonly string[] => [
  ...Array.from({length: 12}, (_, n) => (n % 3 === 2 ? wrong : right)),
  right,
]

interface Fault {
  readonly script: Script
  /** How it ends for those whom the fault met: sent by a later try when absent. */
  readonly ends?: 'failed' | 'unknown'
}

const RCPT = '250 2.1.5 ok'
const DATA = '354 go on'
const DOT = '250 2.0.0 kept'

const FAULTS: Readonly<Record<string, Fault>> = {
  'no fault at all': {script: {}},
  '421 in the greeting': {script: {GREETING: nowAndThen('220 test', '421 4.3.2 busy')}},
  '421 to RCPT': {script: {RCPT: nowAndThen(RCPT, '421 4.7.0 too many')}},
  '450 to RCPT': {script: {RCPT: nowAndThen(RCPT, '450 4.2.1 later')}},
  'greylisting of everybody': {
    script: {RCPT: [...Array.from({length: RECIPIENTS}, () => '451 4.7.1 come back'), RCPT]},
  },
  '550 to RCPT': {script: {RCPT: nowAndThen(RCPT, '550 5.1.1 no such user')}, ends: 'failed'},
  'a drop at MAIL': {script: {MAIL: nowAndThen('250 ok', 'DROP')}},
  'a drop before DATA': {script: {DATA: nowAndThen(DATA, 'DROP')}},
  'a stall before DATA': {script: {DATA: nowAndThen(DATA, 'STALL')}},
  'a drop after the final dot': {script: {DOT: nowAndThen(DOT, 'DROP')}, ends: 'unknown'},
  'a stall after the final dot': {script: {DOT: nowAndThen(DOT, 'STALL')}, ends: 'unknown'},
}

const recipientsOf = ({kept}: Scripted): readonly string[] =>
  kept.map(({raw}) => /^To: <(.*)>\r\n/.exec(raw.toString())?.[1] ?? 'nobody')

const repeated = (all: readonly string[]): readonly string[] =>
  all.filter((address, at) => all.indexOf(address) !== at)

describe.each(DATABASES)('a campaign by SMTP, %s', (_database, start) => {
  let database: DatabaseForTests
  let store: Store

  beforeAll(async () => {
    database = await start()
    store = await database.open()
  })

  afterAll(async () => {
    await store.close()
    await database.stop()
  })

  beforeEach(() => clear(store))

  const run = async (campaignId: number, {port}: Scripted) => {
    const settings = settingsOf(port, '?connections=3')
    const transport = smtpTransport({settings, timeouts: SHORT})
    const way = mailWay(transport, ({id, address}) => ({
      envelope: {from: `returns+bounce-${id}@health.example`, to: address},
      raw: Buffer.from(`To: <${address}>\r\nMessage-ID: <${id}@health.example>\r\n\r\nHello\r\n`),
    }))
    try {
      return await runCampaign({store, campaignId, way, every: 20})
    } finally {
      await transport.close()
    }
  }

  const inState = async (state: 'sent' | 'failed' | 'unknown'): Promise<readonly string[]> => {
    const rows = await store.db
      .selectFrom('deliveries')
      .innerJoin('subscribers', 'subscribers.id', 'subscriber_id')
      .select('subscribers.address')
      .where('deliveries.state', '=', state)
      .execute()
    return rows.map(({address}) => address)
  }

  it.each(Object.entries(FAULTS))('meets %s', async (_name, {script, ends}) => {
    await subscribe(store, RECIPIENTS)
    const {id} = await freeze(store, {
      startsAt: new Date(),
      settings: {
        concurrency: 3,
        attempts: 30,
        retryAfter: 20,
        retryAtMost: 20,
        slowFor: 20,
        slowRate: 500,
        pauseAfterRow: 1_000,
      },
    })
    const server = await scriptedServer(script)
    try {
      expect((await run(id, server)).reason).toBe('done')
      const {counts} = await campaignStatus(store, id)
      expect(counts.sent + counts.failed + counts.unknown).toBe(RECIPIENTS)
      expect(counts.failed > 0).toBe(ends === 'failed')
      expect(counts.unknown > 0).toBe(ends === 'unknown')
      // who is told to be sent to has it, once; who failed has it not
      const taken = recipientsOf(server)
      expect(repeated(taken)).toEqual([])
      expect((await inState('sent')).filter((address) => !taken.includes(address))).toEqual([])
      expect((await inState('failed')).filter((address) => taken.includes(address))).toEqual([])
      if (ends !== 'unknown') return

      const unknown = await inState('unknown')
      expect(await retryUnknown(store, id)).toBe(unknown.length)
      expect((await run(id, server)).reason).toBe('done')
      const again = recipientsOf(server)
      expect(new Set(again).size).toBe(RECIPIENTS)
      expect(repeated(again).filter((address) => !unknown.includes(address))).toEqual([])
      // a mail program can tell a second copy by its Message-ID
      const ids = server.kept.map(({raw}) => /Message-ID: .*/.exec(raw.toString())?.[0])
      expect(new Set(ids).size).toBe(RECIPIENTS)
    } finally {
      await server.close()
    }
  })
})
