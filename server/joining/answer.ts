/**
 * What happens to a text message that somebody sends us. Every answer carries the notice of the sender's
 * country, whatever was asked; words that speak of suicide are read for that alone and kept nowhere.
 */
import {parsePhoneNumberFromString} from 'libphonenumber-js/max'
import {readSms} from '../../delivery/inbound/read-sms.ts'
import {type Address, parsePhone} from '../../delivery/subscribers/address.ts'
import type {Subscriber} from '../../delivery/subscribers/list.ts'
import {consentText} from '../../publishers/web/joining/joining-page.ts'
import {type JoiningSms, joiningSms} from '../../publishers/sms/joining-sms.ts'
import type {Edition} from '../site/edition.ts'
import type {SignUpDesk} from './sign-up.ts'
import {timeZoneOf} from './time-zone.ts'

export interface TextMessage {
  /** E.164. */
  readonly from: string
  readonly text: string
}

const countryOf = (from: string, edition: Edition): string => {
  const country = parsePhoneNumberFromString(from)?.country
  return country !== undefined && edition.countries.includes(country)
    ? country
    : edition.site.defaultCountry
}

/** Also a number that our own form would refuse: it did text us, and may be in need of an answer. */
const addressOf = (from: string): Address | undefined => {
  const address = parsePhone(from, '')
  if (!('fault' in address)) return address
  return /^\+[1-9]\d{5,14}$/.test(from)
    ? {channel: 'sms', address: from, key: from, destination: from.slice(0, 3)}
    : undefined
}

/** The word START is consent, given in writing from the number itself. False when it may not count. */
const join = async (
  {subscribers}: SignUpDesk,
  address: Address,
  country: string,
  {site}: Edition,
): Promise<boolean> => {
  const {outcome, subscriber} = await subscribers.signUp({
    address,
    country,
    language: site.defaultLanguage,
    timeZone: timeZoneOf(country),
    topics: [],
    consent: {
      at: new Date(),
      source: 'START by text message',
      wording: consentText(site.defaultLanguage, site.name),
    },
  })
  return outcome !== 'refused' && subscriber !== undefined && subscribers.confirm(subscriber.id)
}

/** STOP is answered once. */
const stop = async (
  {subscribers}: SignUpDesk,
  address: Address,
  subscriber: Subscriber | undefined,
): Promise<boolean> => {
  await subscribers.suppress(address, 'stopped')
  return subscriber?.state !== 'unsubscribed'
}

/** Resolves when it was acted upon and answered. A message that nobody can answer is let be. */
export const answerText = async (desk: SignUpDesk, {from, text}: TextMessage): Promise<void> => {
  const {newsroom, subscribers, limits, post} = desk
  const address = addressOf(from)
  if (address === undefined) return
  const edition = await newsroom.edition()
  const subscriber = await subscribers.byAddress('sms', address.key)
  const {command, speaksOfSuicide} = readSms(text, subscriber?.language)
  const country = subscriber?.country ?? countryOf(from, edition)

  let answer: JoiningSms | undefined = 'help'
  if (command === 'stop') {
    answer = (await stop(desk, address, subscriber)) ? 'stopped' : undefined
  } else if (command === 'start') {
    const hasJoined =
      subscriber?.state === 'pending'
        ? await subscribers.confirm(subscriber.id)
        : await join(desk, address, country, edition)
    if (hasJoined) answer = 'joined'
  }
  if (speaksOfSuicide) answer = 'help'
  const kind = answer
  if (kind === undefined || !(await limits.mayAnswer(from))) return
  const output = await edition.compose(country, (site) => joiningSms(site, kind))
  await post({output, to: address})
}
