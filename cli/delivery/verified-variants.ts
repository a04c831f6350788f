/** The outputs of a campaign as they were frozen, past the gate once more. */
import {isObject, type JsonObject, stringField} from '../../content/json-object.ts'
import {frozenVariants} from '../../delivery/campaigns/status.ts'
import type {Store} from '../../delivery/store/store.ts'
import {CampaignError} from '../../errors.ts'
import type {EncodedMessage, Output} from '../../publishers/publisher.ts'
import type {FrozenVariant} from './campaign-way.ts'
import type {DigestDesk} from './digest-desk.ts'

const unreadable = (campaignId: number): CampaignError =>
  new CampaignError(
    'CAMPAIGN_UNREADABLE',
    `What campaign ${campaignId} sends cannot be read. Cancel it with throwline send cancel ${campaignId}, and send the digest anew.`,
  )

const messageOf = (value: unknown): readonly EncodedMessage[] => {
  if (!isObject(value)) return []
  const {encoding, units} = value
  const hex = stringField(value, 'hex')
  if ((encoding !== 'gsm7' && encoding !== 'ucs2') || hex === undefined) return []
  return typeof units === 'number' ? [{encoding, hex, units}] : []
}

const outputOf = (value: JsonObject, campaignId: number): Output => {
  const {format, channel, audience, messages} = value
  const text = (name: string, from: JsonObject = value): string => {
    const found = stringField(from, name)
    if (found === undefined) throw unreadable(campaignId)
    return found
  }
  if (!isObject(audience)) throw unreadable(campaignId)
  const shared = {
    path: text('path'),
    documentId: text('documentId'),
    revision: text('revision'),
    audience: {country: text('country', audience), language: text('language', audience)},
    text: text('text'),
  }
  if (channel === 'email' && format === 'mail') return {channel, format, ...shared}
  if (channel === 'sms' && format === 'sms' && Array.isArray(messages)) {
    return {channel, format, ...shared, messages: messages.flatMap(messageOf)}
  }
  throw unreadable(campaignId)
}

/**
 * Throws NoticeLostError when a notice has changed since the campaign was made: what waits in the
 * queue would show the old one.
 */
export const verifiedVariants = async (
  store: Store,
  campaignId: number,
  desk: DigestDesk,
): Promise<readonly FrozenVariant[]> => {
  const variants: FrozenVariant[] = []
  for (const {id, country, output} of await frozenVariants(store, campaignId)) {
    if (!isObject(output)) throw unreadable(campaignId)
    variants.push({id, country, output: await desk.check(outputOf(output, campaignId), country)})
  }
  return variants
}
