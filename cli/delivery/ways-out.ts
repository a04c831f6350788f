/** Which way mails and text messages leave: as configured, else into the outbox of a running server. */
import type {DeliveryConfig} from '../../config.ts'
import {smtpTransport} from '../../delivery/mail/smtp-transport.ts'
import {parseSmtpUrl} from '../../delivery/mail/smtp-url.ts'
import type {MailTransport} from '../../delivery/mail/transport.ts'
import {smppTransport} from '../../delivery/sms/smpp-transport.ts'
import {parseSmppUrl} from '../../delivery/sms/smpp-url.ts'
import type {SmsTransport} from '../../delivery/sms/transport.ts'
import {ConfigError} from '../../errors.ts'
import {outboxSms} from './outbox-sms.ts'
import {findRunning} from './running.ts'

const nowhere = (name: 'SMTP_URL' | 'SMPP_URL', what: string): ConfigError =>
  new ConfigError(
    name,
    `Nothing says where ${what} go. Set it; or, to try without any account, leave \`throwline serve\` running in another terminal: its outbox takes them.`,
  )

/** Throws ConfigError when there is neither an SMTP_URL nor an outbox. */
export const mailWayOut = async ({data, smtpUrl}: DeliveryConfig): Promise<MailTransport> => {
  const url = smtpUrl ?? (await findRunning(data))?.smtpUrl
  if (url === undefined) throw nowhere('SMTP_URL', 'mails')
  return smtpTransport({settings: parseSmtpUrl(url)})
}

/** Throws ConfigError when there is neither an SMPP_URL nor an outbox. */
export const smsWayOut = async ({data, smppUrl}: DeliveryConfig): Promise<SmsTransport> => {
  if (smppUrl !== undefined) return smppTransport({settings: parseSmppUrl(smppUrl)})
  const running = await findRunning(data)
  if (running === undefined) throw nowhere('SMPP_URL', 'text messages')
  return outboxSms(running)
}

/** Where links lead: PUBLIC_URL, else the running server when its outbox is the way out, else the site. */
export const publicUrlOf = async ({
  data,
  smtpUrl,
  publicUrl,
}: DeliveryConfig): Promise<string | undefined> =>
  publicUrl ?? (smtpUrl === undefined ? (await findRunning(data))?.url : undefined)
