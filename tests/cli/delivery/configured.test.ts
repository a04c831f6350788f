import {describe, expect, it} from 'vitest'
import {configuredParts} from '../../../cli/delivery/configured.ts'
import {deliveryConfig} from '../../../config.ts'
import {EXAMPLE, TODAY} from '../run.ts'
import {serve} from '../serving.ts'

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`

const ways = (environment: Readonly<Record<string, string>>) =>
  Object.fromEntries(configuredParts(deliveryConfig(environment)).map(({part, way}) => [part, way]))

describe('what the settings say', () => {
  it('is the outbox where nothing is set', () => {
    expect(ways({})).toEqual({
      mail: 'the outbox of a running serve',
      'text messages': 'the outbox of a running serve',
      'returned mail': 'a port of a running serve, for this machine',
      'mail events': 'not taken; INBOUND_WEBHOOK_SECRET opens a webhook of serve',
    })
  })

  it('names the ways out and back, and no secret', () => {
    const all = ways({
      SMTP_URL: 'smtp://me:hidden@relay.example',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'hidden',
      TWILIO_FROM: '+12025550143',
      PUBLIC_URL: 'https://news.example',
      INBOUND_SMTP_PORT: '2525',
      INBOUND_MAILBOXES: 'abuse@health.example',
      INBOUND_WEBHOOK_SECRET: SECRET,
    })
    expect(all).toEqual({
      mail: 'SMTP, relay.example:587',
      'text messages': `Twilio, account AC${'0'.repeat(32)}, from +12025550143; it reports to https://news.example/inbound/twilio`,
      'returned mail': 'port 2525 of 0.0.0.0, without STARTTLS, also to abuse@health.example',
      'mail events': 'POST https://news.example/inbound/mail-events',
    })
    const smpp = ways({SMPP_URL: 'smpp://me:hidden@smsc.example?from=+15550100'})
    expect(smpp['text messages']).toBe('SMPP, smsc.example:2775')
    expect(JSON.stringify([all, smpp])).not.toMatch(/hidden|whsec/)
  })

  it('is told by doctor, and a setting that is wrong is a fault', async () => {
    const doctor = async (env: Readonly<Record<string, string>>) => {
      const args = ['doctor', '--dataset', EXAMPLE, '--today', TODAY]
      const running = serve(args, {NO_COLOR: '1', ...env})
      return {status: await running.ended, said: running.said()}
    }
    const right = await doctor({INBOUND_SMTP_PORT: '2525'})
    expect(right.status).toBe(0)
    expect(right.said).toContain('returned mail  port 2525 of 0.0.0.0')
    const wrong = await doctor({INBOUND_SMTP_PORT: 'smtp'})
    expect(wrong.status).toBe(1)
    expect(wrong.said).toContain('CONFIG_INVALID INBOUND_SMTP_PORT: This is no port.')
    expect(wrong.said).toContain('1 to mend.')
  })
})
