/** Subscribers, links and ways out for a server: what signing up and answering need. */
import {randomBytes} from 'node:crypto'
import {join} from 'node:path'
import type {DeliveryConfig} from '../../config.ts'
import {onceIn} from '../../delivery/inbound/once.ts'
import {createTokens} from '../../delivery/links/tokens.ts'
import {compileMail} from '../../delivery/mail/compile.ts'
import {smtpTransport} from '../../delivery/mail/smtp-transport.ts'
import {parseSmtpUrl} from '../../delivery/mail/smtp-url.ts'
import {mailTokens} from '../../delivery/mail/values.ts'
import type {Sent} from '../../delivery/sent.ts'
import {smppTransport} from '../../delivery/sms/smpp-transport.ts'
import {parseSmppUrl} from '../../delivery/sms/smpp-url.ts'
import type {InboundDesk} from '../../server/inbound/inbound-routes.ts'
import {answerText} from '../../server/joining/answer.ts'
import type {JoiningDesk} from '../../server/joining/joining-routes.ts'
import {createLimits} from '../../server/joining/limits.ts'
import type {Post} from '../../server/joining/post.ts'
import type {OutboxDesk} from '../../server/outbox/outbox-routes.ts'
import type {Newsroom} from '../../server/site/newsroom.ts'
import {type Office, openOffice} from '../open-store.ts'
import {recordReceipts} from '../delivery/receipts.ts'
import {twilioWayOut} from '../delivery/ways-out.ts'
import {openInbound, type ServedInbound} from './inbound.ts'
import {mailboxOf, openOutboxIn} from './outbox.ts'

export interface ServedOffice {
  readonly office: Office
  readonly joining: JoiningDesk
  readonly inbound: InboundDesk
  /** Where mail that comes back is taken; absent when nowhere. */
  readonly returnsUrl?: string
  readonly outbox?: OutboxDesk
  /** Of the outbox, for other commands. */
  readonly smtpUrl?: string
  close(): Promise<void>
}

export interface ServedOfficeOptions {
  readonly config: DeliveryConfig
  readonly newsroom: Newsroom
  /** Where the server is reached, once it listens; without a final slash. */
  readonly publicUrl: () => string
  readonly onError: (error: unknown) => void
  /** Told which requests from outside were refused. */
  readonly onRefused: (line: string) => void
}

/** Without what the other side said: it may name the reader, and this goes into a log. */
const check = (sent: Sent): void => {
  if (sent.state === 'sent') return
  const why = sent.state === 'failed' ? sent.code : 'the answer was lost'
  throw new Error(`A message could not be handed on: ${why}.`)
}

/** Throws StoreError and ConfigError. */
export const openServedOffice = async (options: ServedOfficeOptions): Promise<ServedOffice> => {
  const {config, newsroom, publicUrl, onError, onRefused} = options
  const office = await openOffice(config, {lends: true})
  const {store, secret, subscribers} = office
  const tokens = createTokens(secret)
  const once = onceIn(store)
  const smpp =
    config.smppUrl === undefined
      ? undefined
      : smppTransport({settings: parseSmppUrl(config.smppUrl)})
  const twilio = twilioWayOut(config)
  const provider = smpp ?? twilio
  const isTrying = config.smtpUrl === undefined || provider === undefined
  const outbox = isTrying ? await openOutboxIn(join(config.data, 'outbox')) : undefined
  const mail = smtpTransport({settings: parseSmtpUrl(config.smtpUrl ?? outbox?.smtpUrl ?? '')})
  const sms = provider ?? outbox?.sms

  const post: Post = async ({output, to, link}) => {
    const {site} = await newsroom.edition()
    const reference = randomBytes(8).toString('hex')
    if (to.channel === 'sms') {
      const text = output.output.text.trimEnd()
      const sent = await sms?.send({to: to.address, text, reference})
      if (sent !== undefined) check(sent)
      return
    }
    const compiled = compileMail(output, {
      siteUrl: site.url,
      publicUrl: publicUrl(),
      returnAddress: site.mailFrom.address,
      date: new Date(),
    })
    const ticket = {subscriberId: link?.subscriberId ?? 0, deliveryId: 0, issuedAt: new Date()}
    const message = await compiled.fill({
      to: to.address,
      tokens: {...mailTokens(tokens, ticket), confirm: tokens.link('confirm', ticket)},
    })
    check(await mail.send(message))
  }

  const joining: JoiningDesk = {
    newsroom,
    subscribers,
    tokens,
    limits: createLimits(),
    post,
    secret,
    onError,
  }
  sms?.onInbound(async (message) => {
    const answer = (): Promise<void> => answerText(joining, message)
    try {
      if (message.id === undefined) await answer()
      else await once.act({source: 'sms', id: message.id}, answer)
    } catch (error) {
      onError(error)
      throw error
    }
  })
  if (sms !== undefined) recordReceipts(sms, store)
  const close = async (): Promise<void> => {
    await mail.close()
    await sms?.close()
    await outbox?.close()
    await office.close()
  }
  let inbound: ServedInbound
  try {
    inbound = await openInbound({office, tokens, once, twilio, onRefused, onError})
  } catch (error) {
    await close()
    throw error
  }
  const key = randomBytes(24).toString('base64url')
  return {
    office,
    joining,
    inbound: inbound.desk,
    ...(inbound.smtpUrl !== undefined && {returnsUrl: inbound.smtpUrl}),
    ...(outbox !== undefined && {
      smtpUrl: outbox.smtpUrl,
      outbox: {
        key,
        mailbox: mailboxOf(outbox, inbound.smtpUrl),
        siteUrl: async () => (await newsroom.site()).url,
      },
    }),
    close: async () => {
      await inbound.close()
      await close()
    },
  }
}
