/** One digest on one channel: made a campaign or taken up again, and sent until it ends. */
import {audiencesOf, type Circle, freezeCampaign} from '../../delivery/campaigns/freeze.ts'
import {runCampaign, type RunOutcome} from '../../delivery/campaigns/run.ts'
import {type Campaign, campaignById, campaignOfDigest} from '../../delivery/campaigns/status.ts'
import type {SubscriberChannel} from '../../delivery/store/schema.ts'
import {CampaignError} from '../../errors.ts'
import type {Office} from '../open-store.ts'
import {createProgress} from '../progress.ts'
import type {DigestDesk} from './digest-desk.ts'
import {openCampaignWay} from './open-way.ts'

/** A digest that was not sent within a week helps nobody any more. */
const USEFUL_FOR = 7 * 86_400_000

const OPEN = ['scheduled', 'running', 'paused']

export interface ChannelOptions {
  readonly office: Office
  readonly desk: DigestDesk
  /** The same digest with the content as it is by now. */
  readonly reopen: () => Promise<DigestDesk>
  readonly channel: SubscriberChannel
  /** `US-en`; all when there is none. */
  readonly audiences: readonly string[]
  readonly startsAt: Date
  /** A new campaign although the digest was sent before. */
  readonly isAgain: boolean
  /** Only whoever has that campaign. */
  readonly recipientsOf?: number
  /** Left to the servers of this database. */
  readonly inBackground: boolean
}

export interface Prepared {
  readonly campaign: Campaign
  /** `open` was begun earlier and goes on; `over` was sent, and is not sent twice unasked. */
  readonly standing: 'new' | 'open' | 'over'
}

const slugOf = ({digests}: DigestDesk): string => digests[0]?.slug ?? ''

/** A correction is for whoever has what it corrects, whatever their topics. */
const circleOf = ({desk, recipientsOf}: ChannelOptions): Circle =>
  recipientsOf === undefined ? {topics: desk.topics} : {topics: [], recipientsOf}

export const planChannel = async (options: ChannelOptions) => {
  const {office, desk, channel, audiences} = options
  const all = await audiencesOf(office.store, channel, circleOf(options))
  const asked = all.filter(
    ({country, language}) =>
      desk.isFor({country, language}) &&
      (audiences.length === 0 || audiences.includes(`${country}-${language}`)),
  )
  const {variants, unserved} = await desk.plan(channel, asked)
  const served = asked.filter(({country, language}) =>
    variants.some((variant) => variant.country === country && variant.language === language),
  )
  return {variants, unserved, served}
}

const newestOf = async ({office, desk, channel}: ChannelOptions): Promise<Campaign | undefined> => {
  for (const {id} of desk.digests) {
    const campaign = await campaignOfDigest(office.store, id, channel)
    if (campaign !== undefined) return campaign
  }
  return undefined
}

/** Throws CampaignError when there is nobody to send to. */
export const prepareChannel = async (options: ChannelOptions): Promise<Prepared> => {
  const {office, desk, channel, startsAt, isAgain, inBackground} = options
  const {store} = office
  const before = await newestOf(options)
  if (before !== undefined && OPEN.includes(before.state)) {
    return {campaign: before, standing: 'open'}
  }
  if (before !== undefined && !isAgain) return {campaign: before, standing: 'over'}
  const {variants, unserved} = await planChannel(options)
  const [first] = desk.digests
  if (variants.length === 0 || first === undefined) {
    const why = unserved.map(({message}) => ` ${message}`).join('')
    throw new CampaignError(
      'CAMPAIGN_WITHOUT_RECIPIENTS',
      `${slugOf(desk)} has nobody to go to by ${channel}.${why} throwline subscribers list shows who is there.`,
    )
  }
  const {id} = await freezeCampaign(store, {
    digest: {id: first.id, slug: first.slug},
    channel,
    domain: new URL(desk.site.url).hostname,
    ...circleOf(options),
    startsAt,
    expiresAt: new Date(startsAt.getTime() + USEFUL_FOR),
    variants,
    unserved,
    inBackground,
  })
  return {campaign: await campaignById(store, id), standing: 'new'}
}

/** Sends until the campaign ends or the signal comes. */
export const runChannel = async (
  options: ChannelOptions,
  campaign: Campaign,
  signal: AbortSignal,
): Promise<RunOutcome> => {
  const {way, close} = await openCampaignWay(options.office, campaign, options)
  const progress = createProgress(options.channel === 'email' ? 'mails' : 'text messages')
  let hasStarted = false
  try {
    return await runCampaign({
      store: options.office.store,
      campaignId: campaign.id,
      way,
      signal,
      onProgress: ({total, counts}) => {
        if (!hasStarted) progress.start(total)
        hasStarted = true
        progress.update(total - counts.queued - counts.sending)
      },
    })
  } finally {
    progress.stop()
    await close()
  }
}
