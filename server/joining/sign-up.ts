/** From a filled-in form to a subscription that waits for its owner's word. */
import {createHmac} from 'node:crypto'
import {TOPICS} from '../../content/topics.ts'
import {type Address, parseAddress} from '../../delivery/subscribers/address.ts'
import type {Subscribers} from '../../delivery/subscribers/subscribers.ts'
import {joiningMail} from '../../publishers/email/joining-mail.ts'
import {joiningSms} from '../../publishers/sms/joining-sms.ts'
import {consentText, JOINING_PATHS} from '../../publishers/web/joining/joining-page.ts'
import type {Edition} from '../site/edition.ts'
import type {Newsroom} from '../site/newsroom.ts'
import type {Limits} from './limits.ts'
import type {Post} from './post.ts'
import {timeZoneOf} from './time-zone.ts'

export interface SignUpDesk {
  readonly newsroom: Newsroom
  readonly subscribers: Subscribers
  readonly limits: Limits
  readonly post: Post
  /** Keys the hash of network addresses. */
  readonly secret: string
}

/** What the form sends. */
export interface Filled {
  readonly email: string
  readonly phone: string
  readonly country: string
  readonly topics: readonly string[]
  readonly networkAddress: string
}

export interface Wanted {
  readonly address: Address
  readonly country: string
  readonly topics: readonly string[]
  readonly ipHash: string
}

/** `undefined` when there is no address in it that can be written to. */
export const readForm = (filled: Filled, edition: Edition, secret: string): Wanted | undefined => {
  const {email, phone, topics, networkAddress} = filled
  const given = email.trim() === '' ? phone.trim() : email.trim()
  const country = edition.countries.includes(filled.country)
    ? filled.country
    : edition.site.defaultCountry
  const address = parseAddress(given, country)
  if ('fault' in address) return undefined
  return {
    address,
    country,
    topics: TOPICS.filter((topic) => topics.includes(topic)),
    ipHash: createHmac('sha256', secret).update(`network address ${networkAddress}`).digest('hex'),
  }
}

/** Takes as long as it takes; whoever asked has been answered already, the same for every address. */
export const signUp = async (
  {newsroom, subscribers, limits, post}: SignUpDesk,
  {address, country, topics, ipHash}: Wanted,
): Promise<void> => {
  if (!(await limits.mayWrite(`${address.channel} ${address.key}`))) return
  const edition = await newsroom.edition()
  const {site} = edition
  const language = site.defaultLanguage
  const now = new Date()
  const {outcome, subscriber} = await subscribers.signUp({
    address,
    country,
    language,
    timeZone: timeZoneOf(country),
    topics,
    consent: {
      at: now,
      source: `${site.url}/${JOINING_PATHS.signUp}`,
      wording: consentText(language, site.name),
      ipHash,
    },
  })
  if (outcome === 'refused' || subscriber === undefined) return
  const purpose = outcome === 'confirm' ? 'confirm' : 'preferences'
  const output = await edition.compose(subscriber.country, (publication) =>
    address.channel === 'email'
      ? joiningMail(publication, {
          kind: outcome,
          url: `${site.url}/${JOINING_PATHS[purpose]}`,
          date: now.toISOString(),
        })
      : joiningSms(publication, outcome),
  )
  await post({output, to: subscriber, link: {purpose, subscriberId: subscriber.id}})
}
