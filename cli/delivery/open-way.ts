/** The way out of one campaign: its messages as they are now, and the transport for them. */
import type {OpenedWay} from '../../delivery/campaigns/background.ts'
import type {Campaign} from '../../delivery/campaigns/status.ts'
import {createTokens} from '../../delivery/links/tokens.ts'
import type {Office} from '../open-store.ts'
import {campaignMailWay, campaignSmsWay, type Material} from './campaign-way.ts'
import {currentVariants} from './current-variants.ts'
import type {DigestDesk} from './digest-desk.ts'
import {dkimKeys} from './dkim-keys.ts'
import {recordReceipts} from './receipts.ts'
import {mailWayOut, publicUrlOf, smsWayOut} from './ways-out.ts'

export interface CampaignDesk {
  readonly desk: DigestDesk
  /** The same digest with the content as it is by now. */
  readonly reopen: () => Promise<DigestDesk>
}

/** Throws CampaignError CAMPAIGN_CANNOT_FOLLOW, and ConfigError when there is no way out. */
export const openCampaignWay = async (
  {config, store, secret}: Pick<Office, 'config' | 'store' | 'secret'>,
  campaign: Campaign,
  {desk, reopen}: CampaignDesk,
): Promise<OpenedWay> => {
  const materialOf = async (from: DigestDesk): Promise<Material> => ({
    desk: from,
    variants: await currentVariants(store, campaign, from),
  })
  const parts = {
    campaign,
    material: await materialOf(desk),
    reload: async () => materialOf(await reopen()),
    tokens: createTokens(secret),
    publicUrl: await publicUrlOf(config),
    dkim: await dkimKeys(config.data),
  }
  if (campaign.channel === 'email') {
    const transport = await mailWayOut(config)
    return {way: campaignMailWay(transport, parts), close: () => transport.close()}
  }
  const transport = await smsWayOut(config)
  recordReceipts(transport, store)
  return {way: campaignSmsWay(transport, parts), close: () => transport.close()}
}
