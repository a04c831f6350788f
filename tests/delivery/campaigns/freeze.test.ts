import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {audiencesOf, freezeCampaign} from '../../../delivery/campaigns/freeze.ts'
import {frozenVariants} from '../../../delivery/campaigns/status.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {type DatabaseForTests, DATABASES} from '../support/databases.ts'
import {clear, HEADER, importing} from '../subscribers/support.ts'
import {START, verified} from './support.ts'

const PEOPLE = `${HEADER}
a@mail.example,,US,en,,,2026-11-01,form
b@mail.example,,US,en,,sleep,2026-11-01,form
c@mail.example,,GB,en,,grief,2026-11-01,form
d@mail.example,+447400123456,FR,fr,Europe/Paris,,2026-11-01,form
`

describe.each(DATABASES)('freezing, %s', (_database, start) => {
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

  it('knows beforehand whom it would reach', async () => {
    await importing(store, PEOPLE)
    expect(await audiencesOf(store, 'email', {topics: ['sleep']})).toEqual([
      {country: 'US', language: 'en', subscribers: 2},
      {country: 'FR', language: 'fr', subscribers: 1},
    ])
    expect(await audiencesOf(store, 'email', {topics: []})).toHaveLength(3)
    expect(await audiencesOf(store, 'sms', {topics: []})).toEqual([
      {country: 'FR', language: 'fr', subscribers: 1},
    ])
  })

  const plan = async () => ({
    digest: {id: 'digest-spring', slug: 'spring'},
    channel: 'email' as const,
    domain: 'health.example',
    topics: [],
    startsAt: START,
    expiresAt: new Date(START.getTime() + 86_400_000),
    unserved: [],
    variants: [
      {
        country: 'US',
        language: 'en',
        noticeId: 'n',
        output: await verified('email', 'US'),
        parts: 1,
      },
      {
        country: 'GB',
        language: 'en',
        noticeId: 'n',
        output: await verified('email', 'GB'),
        parts: 2,
      },
    ],
  })

  it('gives each the variant of their own country, and each part a delivery', async () => {
    await importing(store, PEOPLE)
    const {id, deliveries} = await freezeCampaign(store, await plan())
    expect(deliveries).toBe(4)
    const variants = await frozenVariants(store, id)
    expect(variants.map(({country}) => country)).toEqual(['US', 'GB'])
    expect(JSON.stringify(variants[0]?.output)).toContain('988')
    expect(JSON.stringify(variants[1]?.output)).toContain('116 123')
  })

  it('takes nothing that no gate has passed, and leaves no half of a campaign', async () => {
    await importing(store, PEOPLE)
    const whole = await plan()
    const [first, second] = whole.variants
    if (first === undefined || second === undefined) throw new Error('no variants')
    // what a copy keeps of it
    const forged = JSON.parse(JSON.stringify({output: second.output.output}))
    const freezing = freezeCampaign(store, {
      ...whole,
      variants: [first, {...second, output: forged}],
    })
    await expect(freezing).rejects.toMatchObject({code: 'OUTPUT_UNVERIFIED'})
    expect(await store.db.selectFrom('campaigns').select('id').execute()).toEqual([])
    expect(await store.db.selectFrom('deliveries').select('id').execute()).toEqual([])
  })
})
