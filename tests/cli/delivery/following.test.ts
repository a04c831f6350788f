import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {campaignMailWay} from '../../../cli/delivery/campaign-way.ts'
import {currentVariants} from '../../../cli/delivery/current-variants.ts'
import {type DigestDesk, openDigestDesk} from '../../../cli/delivery/digest-desk.ts'
import {openContent} from '../../../content/assemble.ts'
import {audiencesOf, freezeCampaign} from '../../../delivery/campaigns/freeze.ts'
import {sentTexts} from '../../../delivery/campaigns/revise.ts'
import {runCampaign} from '../../../delivery/campaigns/run.ts'
import {type Campaign, campaignById, frozenVariants} from '../../../delivery/campaigns/status.ts'
import {createTokens} from '../../../delivery/links/tokens.ts'
import type {MailTransport} from '../../../delivery/mail/transport.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {HEADER, importing} from '../../delivery/subscribers/support.ts'
import {DATABASES, type DatabaseForTests} from '../../delivery/support/databases.ts'
import {ChangingSource} from '../../server/changing-source.ts'
import {TODAY} from '../../server/newsroom-under-test.ts'

const RECIPIENTS = 60
const CONCURRENCY = 4

const subscribers = Array.from(
  {length: RECIPIENTS},
  (_, index) => `r${index}@mail.example,,US,en,America/New_York,,2026-11-01,form`,
)

/** Keeps what it is given, as a mail server would. */
const keepingTransport = (onSent: (count: number) => Promise<void>) => {
  const mails: string[] = []
  const transport: MailTransport = {
    name: 'kept',
    send: async ({raw}) => {
      mails.push(raw.toString('latin1'))
      await onSent(mails.length)
      return {state: 'sent', response: '250 kept'}
    },
    close: async () => {},
  }
  return {mails, transport}
}

const shows = (mail: string, number: string): boolean => mail.includes(`tel:${number}`)

describe.each(DATABASES)('a campaign under way: %s', (_name, startDatabase) => {
  let database: DatabaseForTests
  let store: Store
  let source: ChangingSource

  beforeAll(async () => {
    database = await startDatabase()
  })

  afterAll(() => database.stop())

  beforeEach(async () => {
    const opened = await database.open()
    store = opened
    source = await ChangingSource.open()
    await importing(store, [HEADER, ...subscribers, ''].join('\n'))
    return () => opened.close()
  })

  const openDesk = async (): Promise<DigestDesk> =>
    openDigestDesk(await openContent(source.now(), {today: TODAY}), 'small-steps', TODAY)

  const freeze = async (desk: DigestDesk): Promise<Campaign> => {
    const audiences = await audiencesOf(store, 'email', {topics: desk.topics})
    const {variants, unserved} = await desk.plan('email', audiences)
    const [digest] = desk.digests
    const {id} = await freezeCampaign(store, {
      digest: {id: digest?.id ?? '', slug: 'small-steps'},
      channel: 'email',
      domain: 'health.example',
      topics: desk.topics,
      startsAt: new Date(),
      expiresAt: new Date(Date.now() + 86_400_000),
      variants,
      unserved,
      settings: {concurrency: CONCURRENCY},
    })
    return campaignById(store, id)
  }

  const run = async (campaign: Campaign, transport: MailTransport, desk: DigestDesk) => {
    const materialOf = async (from: DigestDesk) => ({
      desk: from,
      variants: await currentVariants(store, campaign, from),
    })
    const way = campaignMailWay(transport, {
      campaign,
      material: await materialOf(desk),
      reload: async () => materialOf(await openDesk()),
      tokens: createTokens('a secret of the tests'),
      publicUrl: undefined,
      dkim: [],
    })
    return runCampaign({store, campaignId: campaign.id, way})
  }

  const change988 = () =>
    source.change('helpline-us-988', (line) => ({
      ...line,
      _rev: 'next',
      phone: {display: '989', dial: '989'},
    }))

  it('goes on with the new notice from the next message on, and knows who has the old', async () => {
    const desk = await openDesk()
    const campaign = await freeze(desk)
    let before = 0
    let changing: Promise<void> | undefined
    const change = async (): Promise<void> => {
      await change988()
      await currentVariants(store, campaign, await openDesk())
      before = mails.length
    }
    const {mails, transport} = keepingTransport(async (count) => {
      if (count === 10) changing = change()
      await changing
    })
    const {reason, status} = await run(campaign, transport, desk)
    expect([reason, status.counts.sent]).toEqual(['done', RECIPIENTS])
    const old = mails.filter((mail) => shows(mail, '988') && !shows(mail, '989')).length
    const renewed = mails.filter((mail) => shows(mail, '989') && !shows(mail, '988')).length
    expect(old + renewed).toBe(RECIPIENTS)
    // what was under way or begun when it changed, a group of each, and nothing more
    expect(before).toBeLessThanOrEqual(10 + CONCURRENCY)
    expect(old).toBeLessThanOrEqual(before + 2 * CONCURRENCY)
    expect(renewed).toBeGreaterThan(RECIPIENTS / 2)
    const texts = await sentTexts(store, campaign.id)
    expect(texts.map(({revision}) => revision)).toEqual([0, 1])
    const [first, second] = texts
    expect([first?.sent, second?.sent]).toEqual([old, renewed])
    expect(JSON.stringify(first?.output)).not.toBe(JSON.stringify(second?.output))
  })

  it('begins with the new notice when it changed before the start', async () => {
    const campaign = await freeze(await openDesk())
    await change988()
    const {mails, transport} = keepingTransport(async () => {})
    await run(campaign, transport, await openDesk())
    expect(mails.filter((mail) => shows(mail, '988'))).toEqual([])
    expect((await frozenVariants(store, campaign.id)).map(({revision}) => revision)).toEqual([1])
  })

  it('pauses, and sends nothing, when an article in it was retracted and the notice changed', async () => {
    const campaign = await freeze(await openDesk())
    const desk = await openDesk()
    const [article = ''] = desk.digests[0]?.articles ?? []
    await change988()
    await source.change(article, (each) => ({
      ...each,
      retraction: {date: '2026-11-22', reason: 'A study was withdrawn.'},
    }))
    const {mails, transport} = keepingTransport(async () => {})
    await expect(openDesk().then((next) => run(campaign, transport, next))).rejects.toMatchObject({
      code: expect.stringMatching(/CAMPAIGN_CANNOT_FOLLOW|DIGEST_/),
    })
    expect(mails).toEqual([])
  })

  it('would have sent the old number if nobody had looked', async () => {
    const desk = await openDesk()
    const campaign = await freeze(desk)
    await change988()
    const {mails, transport} = keepingTransport(async () => {})
    await run(campaign, transport, desk)
    expect(mails.filter((mail) => shows(mail, '988'))).toHaveLength(RECIPIENTS)
  })
})
