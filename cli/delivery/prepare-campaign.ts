/** A digest on one channel as a campaign: made, or taken up where it was left. */
import {audiencesOf, type Circle, freezeCampaign} from '../../delivery/campaigns/freeze.ts'
import {type Campaign, campaignById, campaignOfDigest} from '../../delivery/campaigns/status.ts'
import type {SubscriberChannel} from '../../delivery/store/schema.ts'
import type {Store} from '../../delivery/store/store.ts'
import {CampaignError} from '../../errors.ts'
import type {DigestDesk} from './digest-desk.ts'

/** A digest that was not sent within a week helps nobody any more. */
const USEFUL_FOR = 7 * 86_400_000

const OPEN = ['scheduled', 'running', 'paused']

export interface CampaignRequest {
  readonly desk: DigestDesk
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
const circleOf = ({desk, recipientsOf}: CampaignRequest): Circle =>
  recipientsOf === undefined ? {topics: desk.topics} : {topics: [], recipientsOf}

/** Who would get it, and who would not. */
export const planCampaign = async (store: Store, request: CampaignRequest) => {
  const {desk, channel, audiences} = request
  const all = await audiencesOf(store, channel, circleOf(request))
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

const newestOf = async (
  store: Store,
  {desk, channel}: CampaignRequest,
): Promise<Campaign | undefined> => {
  for (const {id} of desk.digests) {
    const campaign = await campaignOfDigest(store, id, channel)
    if (campaign !== undefined) return campaign
  }
  return undefined
}

/** Throws CampaignError when there is nobody to send to. */
export const prepareCampaign = async (
  store: Store,
  request: CampaignRequest,
): Promise<Prepared> => {
  const {desk, channel, startsAt, isAgain, inBackground} = request
  const before = await newestOf(store, request)
  if (before !== undefined && OPEN.includes(before.state)) {
    return {campaign: before, standing: 'open'}
  }
  if (before !== undefined && !isAgain) return {campaign: before, standing: 'over'}
  const {variants, unserved} = await planCampaign(store, request)
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
    ...circleOf(request),
    startsAt,
    expiresAt: new Date(startsAt.getTime() + USEFUL_FOR),
    variants,
    unserved,
    inBackground,
  })
  return {campaign: await campaignById(store, id), standing: 'new'}
}
