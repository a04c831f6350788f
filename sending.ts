/**
 * Sending from a program, as `throwline send digest` does from a terminal: `throwline/sending`. Opens
 * nothing by itself: the database, the content and the ways out come in as arguments.
 */
import {campaignMailWay, campaignSmsWay, type Material} from './cli/delivery/campaign-way.ts'
import {currentVariants} from './cli/delivery/current-variants.ts'
import {type DigestDesk, openDigestDesk} from './cli/delivery/digest-desk.ts'
import {prepareCampaign} from './cli/delivery/prepare-campaign.ts'
import type {Content} from './content/content.ts'
import {type RunOutcome, runCampaign} from './delivery/campaigns/run.ts'
import {type Campaign, campaignStatus, type CampaignStatus} from './delivery/campaigns/status.ts'
import type {Way} from './delivery/campaigns/way.ts'
import {createTokens} from './delivery/links/tokens.ts'
import type {DkimKey} from './delivery/mail/dkim.ts'
import type {MailTransport} from './delivery/mail/transport.ts'
import type {SmsTransport} from './delivery/sms/transport.ts'
import type {SubscriberChannel} from './delivery/store/schema.ts'
import type {Store} from './delivery/store/store.ts'

export {pauseCampaign, cancelCampaign, resumeCampaign} from './delivery/campaigns/control.ts'
export {retryUnknown} from './delivery/campaigns/control.ts'
export {campaignStatus, deadLetters, listCampaigns} from './delivery/campaigns/status.ts'
export type {Campaign, CampaignStatus, RunOutcome}
export type {MailTransport, OutgoingMail} from './delivery/mail/transport.ts'
export {smtpTransport} from './delivery/mail/smtp-transport.ts'
export {parseSmtpUrl} from './delivery/mail/smtp-url.ts'
export type {Sent} from './delivery/sent.ts'
export {smppTransport} from './delivery/sms/smpp-transport.ts'
export {parseSmppUrl} from './delivery/sms/smpp-url.ts'
export type {OutgoingSms, SmsTransport} from './delivery/sms/transport.ts'
export {twilioTransport} from './delivery/sms/twilio-transport.ts'
export {openStore, type Store, type StoreOptions} from './delivery/store/store.ts'
export {openSubscribers} from './delivery/subscribers/subscribers.ts'

export interface SendDigestOptions {
  readonly content: Content
  /** Of a published digest. */
  readonly slug: string
  readonly store: Store
  /** Signs the links to leave and to choose; the same for every process of one database. */
  readonly secret: string
  /** The channels that are sent on: those with a way out that the digest asks for. */
  readonly mail?: MailTransport
  readonly sms?: SmsTransport
  /** YYYY-MM-DD; today, in UTC, when absent. */
  readonly today?: string
  /** Where readers reach the server; the site's address when absent. */
  readonly publicUrl?: string
  readonly dkim?: readonly DkimKey[]
  /** Now when absent. */
  readonly startsAt?: Date
  /** A digest that was sent before is sent anew, to whoever is subscribed now. */
  readonly again?: boolean
  /** Ends the run in order; the same call goes on later. */
  readonly signal?: AbortSignal
  readonly onProgress?: (status: CampaignStatus) => void
}

const utcToday = (): string => new Date().toISOString().slice(0, 10)

const wayOf = (
  {store, secret, mail, sms, publicUrl, dkim = []}: SendDigestOptions,
  campaign: Campaign,
  material: Material,
): Way => {
  const tokens = createTokens(secret)
  const reload = async (): Promise<Material> => ({
    desk: material.desk,
    variants: await currentVariants(store, campaign, material.desk),
  })
  const parts = {campaign, material, reload, tokens, publicUrl, dkim}
  if (campaign.channel === 'email' && mail !== undefined) return campaignMailWay(mail, parts)
  if (campaign.channel === 'sms' && sms !== undefined) return campaignSmsWay(sms, parts)
  throw new TypeError(`No transport was given for ${campaign.channel}.`)
}

const sendOn = async (
  options: SendDigestOptions,
  desk: DigestDesk,
  channel: SubscriberChannel,
): Promise<RunOutcome> => {
  const {store, startsAt = new Date(), again: isAgain = false, signal, onProgress} = options
  const {campaign, standing} = await prepareCampaign(store, {
    desk,
    channel,
    audiences: [],
    startsAt,
    isAgain,
    inBackground: false,
  })
  if (standing === 'over') return {reason: 'done', status: await campaignStatus(store, campaign.id)}
  const variants = await currentVariants(store, campaign, desk)
  return runCampaign({
    store,
    campaignId: campaign.id,
    way: wayOf(options, campaign, {desk, variants}),
    ...(signal && {signal}),
    ...(onProgress && {onProgress}),
  })
}

/**
 * Resolves when the campaigns of all channels have ended, been paused or been stopped; called again
 * after a crash it goes on where the ledger stands. Rejects with CampaignError when there is nobody to
 * send to, UsageError for a slug that no digest has.
 */
export const sendDigest = async (options: SendDigestOptions): Promise<readonly RunOutcome[]> => {
  const {content, slug, mail, sms, today = utcToday()} = options
  const desk = await openDigestDesk(content, slug, today)
  const asked = new Set(desk.digests.flatMap(({channels}) => channels))
  const outcomes: RunOutcome[] = []
  if (mail !== undefined && asked.has('email')) outcomes.push(await sendOn(options, desk, 'email'))
  if (sms !== undefined && asked.has('sms')) outcomes.push(await sendOn(options, desk, 'sms'))
  return outcomes
}
