import {afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished} from 'vitest'
import {startBackground} from '../../../delivery/campaigns/background.ts'
import {pauseCampaign, resumeCampaign} from '../../../delivery/campaigns/control.ts'
import {freezeCampaign} from '../../../delivery/campaigns/freeze.ts'
import {campaignStatus} from '../../../delivery/campaigns/status.ts'
import {mailWay} from '../../../delivery/campaigns/way.ts'
import type {MailTransport} from '../../../delivery/mail/transport.ts'
import {openQueue} from '../../../delivery/store/queue.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {CampaignError} from '../../../errors.ts'
import {DATABASES, type DatabaseForTests} from '../support/databases.ts'
import {clear, HEADER, importing, row} from '../subscribers/support.ts'
import {verified} from './support.ts'

const RECIPIENTS = 1200
const EVERY = 50

const eventually = async (isThere: () => Promise<boolean>): Promise<void> => {
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe.each(DATABASES)('campaigns in the background: %s', (_name, startDatabase) => {
  let database: DatabaseForTests
  let store: Store

  beforeAll(async () => {
    database = await startDatabase()
    store = await database.open()
  })

  afterAll(async () => {
    await store.close()
    await database.stop()
  })

  beforeEach(async () => {
    await clear(store)
    const rows = Array.from({length: RECIPIENTS}, (_, index) => row(`r${index}@mail.example`))
    await importing(store, [HEADER, ...rows, ''].join('\n'))
  })

  const freeze = async (startsAt = new Date(), inBackground = true): Promise<number> => {
    const variant = {country: 'US', language: 'en', noticeId: 'n', parts: 1}
    const {id} = await freezeCampaign(store, {
      digest: {id: 'digest-spring', slug: 'spring'},
      channel: 'email',
      domain: 'health.example',
      topics: [],
      startsAt,
      expiresAt: new Date(startsAt.getTime() + 86_400_000),
      unserved: [],
      variants: [{...variant, output: await verified('email', 'US')}],
      inBackground,
    })
    return id
  }

  /** A server's part; gives the addresses that it sent to. */
  const serve = async (refusing?: CampaignError) => {
    const sent: string[] = []
    const errors: unknown[] = []
    const transport: MailTransport = {
      name: 'kept',
      send: async ({envelope}) => {
        sent.push(envelope.to)
        return {state: 'sent', response: '250 kept'}
      },
      close: async () => {},
    }
    const boss = await openQueue(store, {onError: (error) => errors.push(error)})
    const background = await startBackground({
      store,
      boss,
      every: EVERY,
      onError: (error) => errors.push(error),
      wayFor: async () => {
        if (refusing !== undefined) throw refusing
        const way = mailWay(transport, ({address}) => ({
          envelope: {from: 'bounce@health.example', to: address},
          raw: Buffer.from('x'),
        }))
        return {way, close: async () => {}}
      },
    })
    const stop = async (): Promise<void> => {
      await background.close()
      await boss.stop({graceful: false})
    }
    onTestFinished(stop)
    return {sent, errors}
  }

  const stateOf = async (id: number): Promise<string> =>
    (await campaignStatus(store, id)).campaign.state

  it('are sent by servers, each delivery once', async () => {
    const servers = [await serve(), await serve()]
    const id = await freeze()
    await eventually(async () => (await stateOf(id)) === 'done')
    const all = servers.flatMap(({sent}) => sent)
    expect(all).toHaveLength(RECIPIENTS)
    expect(new Set(all).size).toBe(RECIPIENTS)
    expect(servers.flatMap(({errors}) => errors)).toEqual([])
  })

  it('wait for their time, for a resume, and for nobody who runs them in the foreground', async () => {
    const later = new Date(Date.now() + 1500)
    const id = await freeze(later)
    const {sent} = await serve()
    await pauseCampaign(store, id, 'by hand')
    await eventually(async () => Date.now() > later.getTime() + 10 * EVERY)
    expect(sent).toEqual([])
    await resumeCampaign(store, id)
    await eventually(async () => (await stateOf(id)) === 'done')
    expect(sent).toHaveLength(RECIPIENTS)
    await clear(store)
    await importing(store, [HEADER, row('one@mail.example'), ''].join('\n'))
    const own = await freeze(new Date(), false)
    await eventually(async () => Date.now() > later.getTime() + 60 * EVERY)
    expect(await stateOf(own)).toBe('scheduled')
  })

  it('say why they cannot be sent', async () => {
    const {errors, sent} = await serve(new CampaignError('CAMPAIGN_CANNOT_FOLLOW', 'No notice.'))
    await freeze()
    await eventually(async () => errors.length > 0)
    expect([String(errors[0]), sent]).toEqual(['CampaignError: No notice.', []])
  })
})
