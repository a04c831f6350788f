/** What comes back to a server: mail by a port of its own, and what others report by HTTP. */
import {readFile} from 'node:fs/promises'
import {createSecureContext} from 'node:tls'
import type {DeliveryConfig, InboundMailConfig} from '../../config.ts'
import {recordReturn} from '../../delivery/campaigns/returns.ts'
import {startInboundListener} from '../../delivery/inbound/listener.ts'
import type {Once} from '../../delivery/inbound/once.ts'
import type {Tokens} from '../../delivery/links/tokens.ts'
import type {TwilioTransport} from '../../delivery/sms/twilio-transport.ts'
import {ConfigError, ListenError} from '../../errors.ts'
import type {InboundDesk} from '../../server/inbound/inbound-routes.ts'
import {actOnReturned} from '../delivery/returned.ts'
import {twilioCallback} from '../delivery/ways-out.ts'
import type {Office} from '../open-store.ts'

export interface ServedInbound {
  readonly desk: InboundDesk
  /** Of the port for mail; absent when none is open. */
  readonly smtpUrl?: string
  close(): Promise<void>
}

export interface InboundOptions {
  readonly office: Office
  readonly tokens: Tokens
  readonly once: Once
  readonly twilio: TwilioTransport | undefined
  readonly onRefused: (line: string) => void
  readonly onError: (error: unknown) => void
}

/** While mails end in the outbox, what comes back of them is taken on this machine alone. */
const TRYING: InboundMailConfig = {host: '127.0.0.1', port: 0, mailboxes: []}

const readPem = async (setting: string, file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new ConfigError(setting, `${file} cannot be read (${why}). Name a file in PEM.`)
  }
}

const readTls = async ({
  keyFile,
  certFile,
}: {
  readonly keyFile: string
  readonly certFile: string
}) => {
  const key = await readPem('INBOUND_TLS_KEY', keyFile)
  const cert = await readPem('INBOUND_TLS_CERT', certFile)
  try {
    createSecureContext({key, cert})
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigError(
      'INBOUND_TLS_CERT',
      `${certFile} and ${keyFile} are no certificate with its key: ${why}. Name two files in PEM that belong together.`,
    )
  }
  return {key, cert}
}

const listen = async (
  {host, port, mailboxes, tls}: InboundMailConfig,
  {office, tokens, onError}: InboundOptions,
) => {
  const pem = tls === undefined ? undefined : await readTls(tls)
  try {
    return await startInboundListener({
      tokens,
      host,
      port,
      mailboxes,
      ...(pem !== undefined && {tls: pem}),
      onReturned: async (returned) => {
        try {
          return await actOnReturned(office, returned)
        } catch (error) {
          onError(error)
          throw error
        }
      },
    })
  } catch (error) {
    const settings = {port: 'INBOUND_SMTP_PORT', host: 'INBOUND_SMTP_HOST'}
    throw new ListenError({host, port, cause: error, settings})
  }
}

const urlOf = ({host}: InboundMailConfig, port: number): string =>
  `smtp://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Throws ConfigError, and ListenError when the port for mail cannot be had. */
export const openInbound = async (options: InboundOptions): Promise<ServedInbound> => {
  const {office, tokens, once, twilio, onRefused, onError} = options
  const {config, store} = office
  const {inboundSecrets: secrets}: DeliveryConfig = config
  const mail = config.inboundMail ?? (config.smtpUrl === undefined ? TRYING : undefined)
  const opened = mail && {mail, listener: await listen(mail, options)}
  const url = twilioCallback(config)
  const desk: InboundDesk = {
    onRefused,
    onError,
    ...(twilio !== undefined && url !== undefined && {twilio: {url, webhook: twilio.webhook}}),
    ...(secrets !== undefined && {
      mailEvents: {
        secrets,
        tokens,
        once,
        record: (deliveryId, what) => recordReturn(store, deliveryId, what),
      },
    }),
  }
  return {
    desk,
    ...(opened !== undefined && {smtpUrl: urlOf(opened.mail, opened.listener.port)}),
    close: async () => opened?.listener.close(),
  }
}
