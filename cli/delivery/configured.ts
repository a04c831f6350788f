/** What the settings say about sending and about what comes back, without secrets. */
import type {DeliveryConfig} from '../../config.ts'
import {parseSmtpUrl} from '../../delivery/mail/smtp-url.ts'
import {parseSmppUrl} from '../../delivery/sms/smpp-url.ts'
import {INBOUND_PATHS} from '../../server/inbound/paths.ts'

export interface ConfiguredPart {
  readonly part: 'mail' | 'text messages' | 'returned mail' | 'mail events'
  readonly way: string
}

const OUTBOX = 'the outbox of a running serve'

const texts = ({smppUrl, twilio, publicUrl}: DeliveryConfig): string => {
  if (smppUrl !== undefined) {
    const {host, port} = parseSmppUrl(smppUrl)
    return `SMPP, ${host}:${port}`
  }
  if (twilio === undefined) return OUTBOX
  const {accountSid, from, api} = twilio
  const at = api === undefined ? '' : ` at ${api}`
  // the account's id is no secret, and is how one tells two of them apart
  return `Twilio${at}, account ${accountSid}, from ${from}; it reports to ${publicUrl}${INBOUND_PATHS.twilio}`
}

const returnedMail = ({inboundMail, smtpUrl}: DeliveryConfig): string => {
  if (inboundMail === undefined) {
    return smtpUrl === undefined
      ? 'a port of a running serve, for this machine'
      : 'by throwline send bounces alone; INBOUND_SMTP_PORT opens a port of serve'
  }
  const {host, port, mailboxes, tls} = inboundMail
  const also = mailboxes.length === 0 ? '' : `, also to ${mailboxes.join(', ')}`
  return `port ${port} of ${host}, ${tls === undefined ? 'without' : 'with'} STARTTLS${also}`
}

/** Throws ConfigError. */
export const configuredParts = (config: DeliveryConfig): readonly ConfiguredPart[] => {
  const {smtpUrl, inboundSecrets, publicUrl} = config
  const {host, port} = smtpUrl === undefined ? {} : parseSmtpUrl(smtpUrl)
  return [
    {part: 'mail', way: host === undefined ? OUTBOX : `SMTP, ${host}:${port}`},
    {part: 'text messages', way: texts(config)},
    {part: 'returned mail', way: returnedMail(config)},
    {
      part: 'mail events',
      way:
        inboundSecrets === undefined
          ? 'not taken; INBOUND_WEBHOOK_SECRET opens a webhook of serve'
          : `POST ${publicUrl ?? ''}${INBOUND_PATHS.mailEvents}`,
    },
  ]
}
