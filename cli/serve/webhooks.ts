/** Webhooks of a server: what partners are told of, and the mail to one whose webhook is disabled. */
import type {PgBoss} from 'pg-boss'
import {webhookConfig} from '../../config.ts'
import {openChangeLog} from '../../delivery/changes/log.ts'
import {PER_MINUTE} from '../../delivery/partners/partner.ts'
import type {DisabledEndpoint} from '../../delivery/webhooks/disabled.ts'
import {startWebhooks, type Webhooks} from '../../delivery/webhooks/webhooks.ts'
import {webhookMail} from '../../publishers/email/webhook-mail.ts'
import {teller} from '../../server/api/answers/changes.ts'
import type {Post} from '../../server/joining/post.ts'
import type {Newsroom} from '../../server/site/newsroom.ts'
import type {Office} from '../open-store.ts'

export interface ServedWebhooksOptions {
  readonly office: Office
  readonly boss: PgBoss
  readonly newsroom: Newsroom
  readonly post: Post
  /** Where the server is reached, without a final slash. */
  readonly publicUrl: () => string
  /** Told of a disabled webhook for which nobody was named. */
  readonly onProblem: (problem: string) => void
  readonly onError: (error: unknown) => void
}

/** What a key opens, but for what changes do not tell. */
const REST = {countries: [], origins: [], perMinute: PER_MINUTE} as const

/** Throws ConfigError. */
export const serveWebhooks = (options: ServedWebhooksOptions): Promise<Webhooks> => {
  const {office, boss, newsroom, post, publicUrl, onProblem, onError} = options
  const {store, secret} = office

  const tell = async (endpoint: DisabledEndpoint): Promise<void> => {
    const {partnerName, url, contact, failingSince, failure} = endpoint
    const {host} = new URL(url)
    onProblem(
      `The webhook of ${partnerName} (${host}) is disabled: ${failure}. See "throwline partners webhook list".`,
    )
    if (contact === undefined) return
    const edition = await newsroom.edition()
    const output = await edition.compose(edition.site.defaultCountry, (publication) =>
      webhookMail(publication, {
        host,
        failingSince: failingSince.toISOString(),
        failure,
        helpUrl: `${publicUrl()}/api/v1/`,
        date: new Date().toISOString(),
      }),
    )
    await post({output, to: {channel: 'email', address: contact}})
  }

  return startWebhooks({
    store,
    boss,
    secret,
    log: openChangeLog(store),
    allowed: webhookConfig().allowed,
    teller: async (scope) =>
      teller({edition: await newsroom.edition(), scope: {...REST, ...scope}}),
    tell,
    onError,
  })
}
