/** Campaigns of a server: those left to it, and every open one when a notice changes. */
import type {PgBoss} from 'pg-boss'
import {openContent} from '../../content/assemble.ts'
import type {LiveSource} from '../../content/live/live-source.ts'
import {startBackground} from '../../delivery/campaigns/background.ts'
import {pauseCampaign} from '../../delivery/campaigns/control.ts'
import {type Campaign, openCampaigns} from '../../delivery/campaigns/status.ts'
import type {Change} from '../../delivery/changes/log.ts'
import {CampaignError, PublisherError, UsageError} from '../../errors.ts'
import {currentVariants} from '../delivery/current-variants.ts'
import {type DigestDesk, openDigestDesk} from '../delivery/digest-desk.ts'
import {openCampaignWay} from '../delivery/open-way.ts'
import type {Office} from '../open-store.ts'

export interface ServedCampaignsOptions {
  readonly office: Office
  readonly boss: PgBoss
  readonly source: LiveSource
  /** YYYY-MM-DD; today, in UTC, when absent. */
  readonly today?: string
  readonly onError: (error: unknown) => void
}

export interface ServedCampaigns {
  /** Revises what is still to be sent; a campaign that cannot follow is paused, and says why. */
  follow(changes: readonly Change[]): Promise<void>
  close(): Promise<void>
}

/** What a digest shows of others: its notice, and the articles it names. */
const TOUCHING: readonly Change['kind'][] = [
  'helplineChanged',
  'noticeChanged',
  'retracted',
  'removed',
]

const utcToday = (): string => new Date().toISOString().slice(0, 10)

export const serveCampaigns = async ({
  office,
  boss,
  source,
  today,
  onError,
}: ServedCampaignsOptions): Promise<ServedCampaigns> => {
  const {store} = office

  const deskOf = async ({digest}: Campaign): Promise<DigestDesk> => {
    const day = today ?? utcToday()
    return openDigestDesk(await openContent(source.now(), {today: day}), digest.slug, day)
  }

  /** Rejects with CampaignError, and has paused the campaign, when its digest cannot be had any more. */
  const deskOrPause = async (campaign: Campaign): Promise<DigestDesk> => {
    try {
      return await deskOf(campaign)
    } catch (error) {
      if (!(error instanceof PublisherError) && !(error instanceof UsageError)) throw error
      await pauseCampaign(store, campaign.id, error.message)
      throw new CampaignError('CAMPAIGN_CANNOT_FOLLOW', error.message, error)
    }
  }

  const background = await startBackground({
    store,
    boss,
    onError,
    wayFor: async (campaign) => {
      const reopen = (): Promise<DigestDesk> => deskOrPause(campaign)
      return openCampaignWay(office, campaign, {desk: await reopen(), reopen})
    },
  })

  return Object.freeze({
    follow: async (changes: readonly Change[]): Promise<void> => {
      if (!changes.some(({kind}) => TOUCHING.includes(kind))) return
      for (const campaign of await openCampaigns(store)) {
        try {
          await currentVariants(store, campaign, await deskOrPause(campaign))
        } catch (error) {
          onError(error)
        }
      }
    },
    close: () => background.close(),
  })
}
