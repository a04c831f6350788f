/** Which way mails and text messages leave: as configured, else into the outbox of a running server. */
import type {DeliveryConfig} from '../../config.ts'
import {smtpTransport} from '../../delivery/mail/smtp-transport.ts'
import {parseSmtpUrl} from '../../delivery/mail/smtp-url.ts'
import type {MailTransport} from '../../delivery/mail/transport.ts'
import {smppTransport} from '../../delivery/sms/smpp-transport.ts'
import {parseSmppUrl} from '../../delivery/sms/smpp-url.ts'
import {twilioTransport, type TwilioTransport} from '../../delivery/sms/twilio-transport.ts'
import type {SmsTransport} from '../../delivery/sms/transport.ts'
import {ConfigError} from '../../errors.ts'
import {INBOUND_PATHS} from '../../server/inbound/paths.ts'
import {outboxSms} from './outbox-sms.ts'
import {findRunning} from './running.ts'

const nowhere = (name: string, what: string): ConfigError =>
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

/** Where Twilio reports, as it is told and as its signatures have it; undefined without Twilio. */
export const twilioCallback = ({twilio, publicUrl}: DeliveryConfig): string | undefined =>
  twilio === undefined || publicUrl === undefined
    ? undefined
    : `${publicUrl}${INBOUND_PATHS.twilio}`

export const twilioWayOut = (config: DeliveryConfig): TwilioTransport | undefined => {
  const {twilio} = config
  const statusCallback = twilioCallback(config)
  if (twilio === undefined || statusCallback === undefined) return undefined
  return twilioTransport({...twilio, statusCallback})
}

/** Through SMPP or Twilio; undefined when nothing is configured. Throws ConfigError. */
const smsProvider = (config: DeliveryConfig): SmsTransport | undefined =>
  config.smppUrl === undefined
    ? twilioWayOut(config)
    : smppTransport({settings: parseSmppUrl(config.smppUrl)})

/** Throws ConfigError when there is neither a provider nor an outbox. */
export const smsWayOut = async (config: DeliveryConfig): Promise<SmsTransport> => {
  const provider = smsProvider(config)
  if (provider !== undefined) return provider
  const running = await findRunning(config.data)
  if (running === undefined) throw nowhere('SMPP_URL or TWILIO_ACCOUNT_SID', 'text messages')
  return outboxSms(running)
}

/** Where links lead: PUBLIC_URL, else the running server when its outbox is the way out, else the site. */
export const publicUrlOf = async ({
  data,
  smtpUrl,
  publicUrl,
}: DeliveryConfig): Promise<string | undefined> =>
  publicUrl ?? (smtpUrl === undefined ? (await findRunning(data))?.url : undefined)
