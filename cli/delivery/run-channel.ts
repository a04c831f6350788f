/** One campaign of a command, sent in the foreground until it ends. */
import {runCampaign, type RunOutcome} from '../../delivery/campaigns/run.ts'
import type {Campaign} from '../../delivery/campaigns/status.ts'
import type {Office} from '../open-store.ts'
import {createProgress} from '../progress.ts'
import type {DigestDesk} from './digest-desk.ts'
import {openCampaignWay} from './open-way.ts'
import type {CampaignRequest} from './prepare-campaign.ts'

export interface ChannelOptions extends CampaignRequest {
  readonly office: Office
  /** The same digest with the content as it is by now. */
  readonly reopen: () => Promise<DigestDesk>
}

/** Sends until the campaign ends or the signal comes. */
export const runChannel = async (
  options: ChannelOptions,
  campaign: Campaign,
  signal: AbortSignal,
): Promise<RunOutcome> => {
  const {way, close} = await openCampaignWay(options.office, campaign, options)
  const progress = await createProgress(options.channel === 'email' ? 'mails' : 'text messages')
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
