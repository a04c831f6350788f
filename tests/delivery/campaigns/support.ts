/** A campaign to run: subscribers by an import, a digest that passed the gate, a way that is scripted. */
import {freezeCampaign, type CampaignPlan} from '../../../delivery/campaigns/freeze.ts'
import type {Delivery} from '../../../delivery/campaigns/claim.ts'
import type {CampaignSettings} from '../../../delivery/campaigns/settings.ts'
import {mailWay, type Way} from '../../../delivery/campaigns/way.ts'
import type {OutgoingMail} from '../../../delivery/mail/transport.ts'
import type {Sent} from '../../../delivery/sent.ts'
import type {SubscriberChannel} from '../../../delivery/store/schema.ts'
import type {Store} from '../../../delivery/store/store.ts'
import {publishers} from '../../../publishers/publishers.ts'
import {createGate, type VerifiedOutput} from '../../../verification/gate.ts'
import {digestPublication, noticeBook, site} from '../../support/model.ts'
import {HEADER, importing} from '../subscribers/support.ts'

export const START = new Date('2026-11-23T12:00:00Z')

const gate = createGate(noticeBook(), {origin: site().url})

/** The digest of the examples, for readers in `country`. */
export const verified = async (
  channel: SubscriberChannel,
  country: string,
): Promise<VerifiedOutput> => {
  const publication = digestPublication({}, country)
  const [output] =
    publishers.find((publisher) => publisher.channel === channel)?.digest(publication) ?? []
  if (output === undefined) throw new Error('no digest')
  const {audience, topics} = publication
  return gate.pass(output, {audience, topics})
}

/** `reader0@even.example`, `reader1@odd.example` and so on, in the United States. */
export const subscribe = async (store: Store, count: number, over = ''): Promise<void> => {
  const rows = Array.from(
    {length: count},
    (_, n) =>
      `${over}reader${n}@${n % 2 === 0 ? 'even' : 'odd'}.example,,US,en,America/New_York,,2026-11-01,form`,
  )
  await importing(store, [HEADER, ...rows].join('\n'))
}

export const subscribeTexts = async (store: Store, zones: readonly string[]): Promise<void> => {
  const rows = zones.map(
    (zone, n) => `,+1212555${String(n).padStart(4, '0')},US,en,${zone},,2026-11-01,form`,
  )
  const {refusals} = await importing(store, [HEADER, ...rows].join('\n'))
  if (refusals.length > 0) throw new Error(refusals.join('\n'))
}

export interface PlanOver {
  readonly channel?: SubscriberChannel
  readonly settings?: Partial<CampaignSettings>
  readonly startsAt?: Date
  readonly expiresAt?: Date
  readonly topics?: readonly string[]
  readonly digestId?: string
}

export const freeze = async (
  store: Store,
  {
    channel = 'email',
    settings = {},
    startsAt = START,
    expiresAt = new Date(startsAt.getTime() + 86_400_000),
    topics = [],
    digestId = 'digest-spring',
  }: PlanOver = {},
) => {
  const plan: CampaignPlan = {
    digest: {id: digestId, slug: 'spring'},
    channel,
    domain: 'health.example',
    topics,
    startsAt,
    expiresAt,
    unserved: [],
    settings: {concurrency: 4, retryAfter: 1_000, retryAtMost: 1_000, ...settings},
    variants: [
      {
        country: 'US',
        language: 'en',
        noticeId: 'crisisNotice-US-en',
        output: await verified(channel, 'US'),
        parts: 1,
      },
    ],
  }
  return freezeCampaign(store, plan)
}

export const ACCEPTED: Sent = {state: 'sent', response: '250 ok'}

export const refused = (over: Partial<Extract<Sent, {state: 'failed'}>> = {}): Sent => ({
  state: 'failed',
  code: 'MAIL_REFUSED',
  message: '550 no',
  isPermanent: true,
  ...over,
})

export const postponed = (over: Partial<Extract<Sent, {state: 'failed'}>> = {}): Sent =>
  refused({code: 'MAIL_POSTPONED', message: '450 later', isPermanent: false, ...over})

export interface ScriptedWay {
  readonly way: Way
  /** Addresses in the order of sending, repeats included. */
  readonly sent: readonly string[]
  readonly messages: readonly OutgoingMail[]
}

/** A transport that answers as it is told, and notes what it got. */
export const scripted = (
  answer: (address: string, delivery: Delivery) => Sent | Promise<Sent> = () => ACCEPTED,
): ScriptedWay => {
  const messages: OutgoingMail[] = []
  const sent: string[] = []
  const deliveries = new Map<string, Delivery>()
  const transport = {
    name: 'scripted',
    send: async (message: OutgoingMail): Promise<Sent> => {
      const delivery = deliveries.get(message.envelope.to)
      if (delivery === undefined) throw new Error('a message of no delivery')
      sent.push(message.envelope.to)
      messages.push(message)
      return answer(message.envelope.to, delivery)
    },
    close: async () => {},
  }
  const way = mailWay(transport, (delivery) => {
    deliveries.set(delivery.address, delivery)
    return {
      envelope: {from: `bounce+${delivery.id}@health.example`, to: delivery.address},
      raw: Buffer.from(`Message-ID: <${delivery.id}@health.example>\r\n\r\n`),
    }
  })
  return {way, sent, messages}
}

/** A clock that a test sets. */
export const testClock = (start = START) => {
  let time = start
  return {
    clock: () => time,
    set: (next: Date) => {
      time = next
    },
    pass: (milliseconds: number) => {
      time = new Date(time.getTime() + milliseconds)
    },
  }
}
