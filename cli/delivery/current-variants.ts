/**
 * The outputs of an open campaign with the notices as they are now: what was frozen before a helpline
 * changed is made anew, so that nothing leaves with an old number.
 */
import {pauseCampaign} from '../../delivery/campaigns/control.ts'
import type {VariantPlan} from '../../delivery/campaigns/freeze.ts'
import {reviseVariant} from '../../delivery/campaigns/revise.ts'
import {type Campaign, frozenVariants} from '../../delivery/campaigns/status.ts'
import type {Store} from '../../delivery/store/store.ts'
import {CampaignError, NoticeLostError, NoticeMissingError} from '../../errors.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'
import type {DigestDesk} from './digest-desk.ts'
import {frozenOutput} from './frozen-output.ts'

export interface CurrentVariant {
  readonly id: number
  readonly revision: number
  readonly country: string
  /** Past the gate, with the notices as they were when it was read. */
  readonly output: VerifiedOutput
}

type Frozen = Awaited<ReturnType<typeof frozenVariants>>[number]

/** Undefined when the notice in it is not the one that readers need now. */
const stillRight = async (
  desk: DigestDesk,
  {country, output}: Frozen,
  campaignId: number,
): Promise<VerifiedOutput | undefined> => {
  try {
    return await desk.check(frozenOutput(output, campaignId), country)
  } catch (error) {
    if (error instanceof NoticeLostError || error instanceof NoticeMissingError) return undefined
    throw error
  }
}

const stop = async (store: Store, campaignId: number, reason: string): Promise<never> => {
  await pauseCampaign(store, campaignId, reason)
  throw new CampaignError('CAMPAIGN_CANNOT_FOLLOW', `Campaign ${campaignId} is paused: ${reason}`)
}

const madeAnew = async (
  store: Store,
  {id: campaignId, channel}: Campaign,
  desk: DigestDesk,
  {country, language, parts}: Frozen,
): Promise<VariantPlan> => {
  const {variants, unserved} = await desk.plan(channel, [{country, language, subscribers: 0}])
  const [variant] = variants
  if (variant === undefined) {
    const why = unserved.map(({message}) => message).join(' ')
    return stop(store, campaignId, `${country}-${language} cannot be sent any more. ${why}`)
  }
  if (variant.parts !== parts) {
    return stop(
      store,
      campaignId,
      `the digest takes ${variant.parts} text messages in ${country}-${language} now, not ${parts}. Cancel it, and send it with --again.`,
    )
  }
  return variant
}

/**
 * Every variant, revised where it must be. Throws CampaignError CAMPAIGN_CANNOT_FOLLOW, and pauses the
 * campaign, when one cannot be made any more.
 */
export const currentVariants = async (
  store: Store,
  campaign: Campaign,
  desk: DigestDesk,
): Promise<readonly CurrentVariant[]> => {
  const current: CurrentVariant[] = []
  for (const frozen of await frozenVariants(store, campaign.id)) {
    const {id, country, revision} = frozen
    const right = await stillRight(desk, frozen, campaign.id)
    if (right !== undefined) current.push({id, revision, country, output: right})
    else {
      const {noticeId, output} = await madeAnew(store, campaign, desk, frozen)
      const isOurs = await reviseVariant(store, {variantId: id, from: revision, noticeId, output})
      // another process was faster: what it made is there to be read
      if (!isOurs) return currentVariants(store, campaign, desk)
      current.push({id, revision: revision + 1, country, output})
    }
  }
  return current
}
