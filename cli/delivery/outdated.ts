/** What was sent and shows a notice that is not the one readers need now. */
import {sentTexts} from '../../delivery/campaigns/revise.ts'
import {type Campaign, listCampaigns} from '../../delivery/campaigns/status.ts'
import type {Store} from '../../delivery/store/store.ts'
import {NoticeLostError, NoticeMissingError, PublisherError, UsageError} from '../../errors.ts'
import type {DigestDesk} from './digest-desk.ts'
import {frozenOutput} from './frozen-output.ts'

export interface OutdatedText {
  readonly campaign: Campaign
  readonly country: string
  readonly language: string
  /** Deliveries that are with their readers, or may be. */
  readonly sent: number
  readonly reason: string
}

const DAY = 86_400_000
const CAMPAIGNS = 10_000

/** Undefined when the text is right; else what a reader of it misses. */
const whyOutdated = async (
  desk: DigestDesk,
  campaignId: number,
  text: {readonly country: string; readonly output: unknown},
): Promise<string | undefined> => {
  try {
    await desk.check(frozenOutput(text.output, campaignId), text.country)
    return undefined
  } catch (error) {
    if (error instanceof NoticeLostError || error instanceof NoticeMissingError) {
      return error.message
    }
    throw error
  }
}

/** `deskFor`: the digest of a campaign with the content as it is now. The newest campaign first. */
export const outdatedTexts = async (
  {store, days}: {readonly store: Store; readonly days: number},
  deskFor: (slug: string) => Promise<DigestDesk>,
): Promise<readonly OutdatedText[]> => {
  const since = Date.now() - days * DAY
  const campaigns = await listCampaigns(store, {limit: CAMPAIGNS})
  const outdated: OutdatedText[] = []
  for (const campaign of campaigns.filter(({createdAt}) => createdAt.getTime() >= since)) {
    const texts = await sentTexts(store, campaign.id)
    if (texts.length === 0) continue
    let desk: DigestDesk
    try {
      desk = await deskFor(campaign.digest.slug)
    } catch (error) {
      if (!(error instanceof UsageError) && !(error instanceof PublisherError)) throw error
      const reason = `It cannot be compared: ${error.message}`
      for (const {country, language, sent} of texts) {
        outdated.push({campaign, country, language, sent, reason})
      }
      continue
    }
    for (const text of texts) {
      const reason = await whyOutdated(desk, campaign.id, text)
      const {country, language, sent} = text
      if (reason !== undefined) outdated.push({campaign, country, language, sent, reason})
    }
  }
  return outdated
}
