/** What may be the address of a webhook, before any name is looked up. */
import {isIP} from 'node:net'
import {WebhookError} from '../../errors.ts'
import {isPublicAddress} from '../../public-address.ts'

/** Characters. */
const LONGEST = 2000

/** Host names (WEBHOOK_ALLOW) that may be of a private network, and be asked without encryption. */
export type AllowedHosts = ReadonlySet<string>

export const isAllowed = (allowed: AllowedHosts, {hostname}: URL): boolean => allowed.has(hostname)

/** An address that stands in place of a name; `undefined` for a name. */
export const literalAddress = ({hostname}: URL): string | undefined => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? undefined : bare
}

const refusal = (text: string, why: string): WebhookError =>
  new WebhookError('WEBHOOK_URL_REFUSED', `${text}: ${why}`)

/** Throws WebhookError WEBHOOK_URL_REFUSED. Names are looked up, and checked again, with each message. */
export const parseWebhookUrl = (text: string, allowed: AllowedHosts): string => {
  const url = URL.parse(text)
  if (url === null || text.length > LONGEST) {
    throw refusal(
      text.slice(0, 100),
      'this is no address. Write one as https://clinic.example/hooks.',
    )
  }
  const isOurs = isAllowed(allowed, url)
  if (url.protocol !== 'https:' && !(isOurs && url.protocol === 'http:')) {
    throw refusal(
      url.origin,
      'webhooks go out by https alone. Write https://, or name the host in WEBHOOK_ALLOW to try on this machine.',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw refusal(
      url.origin,
      'an address with a password in it would end in logs. The signature says who we are; leave it out.',
    )
  }
  const literal = literalAddress(url)
  if (!isOurs && literal !== undefined && !isPublicAddress(literal)) {
    throw refusal(
      url.origin,
      'this address is of a private network. Name one that the Internet reaches, or have the host named in WEBHOOK_ALLOW.',
    )
  }
  url.hash = ''
  return url.href
}
