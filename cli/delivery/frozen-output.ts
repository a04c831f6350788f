/** The outputs of a campaign as they were frozen: from the database to what the gate reads. */
import {isObject, type JsonObject, stringField} from '../../content/json-object.ts'
import {CampaignError} from '../../errors.ts'
import type {EncodedMessage, Output} from '../../publishers/publisher.ts'

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

/** Throws CampaignError CAMPAIGN_UNREADABLE. */
export const frozenOutput = (value: unknown, campaignId: number): Output => {
  if (!isObject(value)) throw unreadable(campaignId)
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
