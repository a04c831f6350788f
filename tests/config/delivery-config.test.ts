import {describe, expect, it} from 'vitest'
import {deliveryConfig} from '../../config.ts'
import {ConfigError} from '../../errors.ts'

const SID = `AC${'0'.repeat(32)}`
const SERVICE = `MG${'a'.repeat(32)}`
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const TWILIO = {
  TWILIO_ACCOUNT_SID: SID,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+12025550143',
  PUBLIC_URL: 'https://health.example/',
}

const without = (environment: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(environment).filter(([key]) => key !== name))

/** The variable that is named, and what is said. */
const refusal = (environment: Readonly<Record<string, string>>): readonly [string, string] => {
  try {
    deliveryConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return [error.variable, error.message]
  }
  return ['none', '']
}

describe('settings of Twilio', () => {
  it('name an account, its token, and a number or a messaging service', () => {
    expect(deliveryConfig({}).twilio).toBe(undefined)
    expect(deliveryConfig(TWILIO)).toMatchObject({
      twilio: {accountSid: SID, authToken: 'token', from: '+12025550143'},
      publicUrl: 'https://health.example',
    })
    const service = {...without(TWILIO, 'TWILIO_FROM'), TWILIO_MESSAGING_SERVICE_SID: SERVICE}
    const api = {TWILIO_API_HOST: 'http://127.0.0.1:8010/'}
    expect(deliveryConfig({...service, ...api}).twilio).toEqual({
      accountSid: SID,
      authToken: 'token',
      from: SERVICE,
      api: 'http://127.0.0.1:8010',
    })
  })

  it.each(Object.keys(TWILIO))('are refused without %s, which is named', (name) => {
    const [variable, message] = refusal(without(TWILIO, name))
    expect(variable).toBe(name)
    expect(message).toMatch(/TWILIO_\w+ is set without it.*Set/)
    expect(message).not.toContain('token')
  })

  it.each([
    ['SMPP_URL', {SMPP_URL: 'smpp://user:pass@smsc.example'}],
    ['TWILIO_FROM', {TWILIO_MESSAGING_SERVICE_SID: SERVICE}],
    ['TWILIO_FROM', {TWILIO_FROM: 'Lantern'}],
    ['TWILIO_ACCOUNT_SID', {TWILIO_ACCOUNT_SID: SERVICE}],
    ['TWILIO_API_HOST', {TWILIO_API_HOST: 'http://api.example'}],
    ['TWILIO_API_HOST', {TWILIO_API_HOST: 'api.example'}],
  ])('are refused with another %s than they can have', (name, over) => {
    expect(refusal({...TWILIO, ...over})[0]).toBe(name)
  })
})

describe('settings of what comes back', () => {
  const PORT = {INBOUND_SMTP_PORT: '2525'}

  it('open a port for mail', () => {
    expect(deliveryConfig({}).inboundMail).toBe(undefined)
    const open = {host: '0.0.0.0', port: 2525, mailboxes: []}
    expect(deliveryConfig(PORT).inboundMail).toEqual(open)
    const more = {
      INBOUND_SMTP_HOST: '127.0.0.1',
      INBOUND_MAILBOXES: 'complaints@health.example, abuse@health.example',
      INBOUND_TLS_KEY: 'key.pem',
      INBOUND_TLS_CERT: 'cert.pem',
    }
    expect(deliveryConfig({...PORT, ...more}).inboundMail).toEqual({
      host: '127.0.0.1',
      port: 2525,
      mailboxes: ['complaints@health.example', 'abuse@health.example'],
      tls: {keyFile: 'key.pem', certFile: 'cert.pem'},
    })
  })

  it.each([
    ['INBOUND_SMTP_PORT', {INBOUND_SMTP_HOST: '127.0.0.1'}],
    ['INBOUND_SMTP_PORT', {INBOUND_MAILBOXES: 'complaints@health.example'}],
    ['INBOUND_SMTP_PORT', {INBOUND_SMTP_PORT: '65536'}],
    ['INBOUND_SMTP_PORT', {INBOUND_SMTP_PORT: 'smtp'}],
    ['INBOUND_TLS_KEY', {...PORT, INBOUND_TLS_CERT: 'cert.pem'}],
    ['INBOUND_TLS_CERT', {...PORT, INBOUND_TLS_KEY: 'key.pem'}],
    ['INBOUND_MAILBOXES', {...PORT, INBOUND_MAILBOXES: 'complaints'}],
  ])('name %s when it is missing or wrong', (name, environment) => {
    expect(refusal(environment)[0]).toBe(name)
  })

  it('hold one secret, or the old and the new one', () => {
    const other = `whsec_${Buffer.alloc(24, 1).toString('base64')}`
    expect(deliveryConfig({INBOUND_WEBHOOK_SECRET: SECRET}).inboundSecrets).toEqual([SECRET])
    expect(deliveryConfig({INBOUND_WEBHOOK_SECRET: `${SECRET} ${other}`}).inboundSecrets).toEqual([
      SECRET,
      other,
    ])
  })

  it.each([
    'secret',
    'whsec_',
    `whsec_${Buffer.alloc(23).toString('base64')}`,
    `whsec_${Buffer.alloc(65).toString('base64')}`,
    `${SECRET}=`,
    SECRET.slice('whsec_'.length),
    `${SECRET} whsec_short`,
  ])('refuse the secret %j, and do not repeat it', (secret) => {
    const [variable, message] = refusal({INBOUND_WEBHOOK_SECRET: secret})
    expect(variable).toBe('INBOUND_WEBHOOK_SECRET')
    expect(message).not.toContain(secret.slice(6, 20) || 'no secret')
  })
})
