import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createTransport} from 'nodemailer'
import {afterAll, beforeAll, describe, expect, it, onTestFinished} from 'vitest'
import {type Office, openOffice} from '../../../cli/open-store.ts'
import {openInbound} from '../../../cli/serve/inbound.ts'
import {deliveryConfig} from '../../../config.ts'
import {onceIn} from '../../../delivery/inbound/once.ts'
import {createTokens, type Tokens} from '../../../delivery/links/tokens.ts'
import {freeze, subscribe} from '../../delivery/campaigns/support.ts'
import {complaint, dsn} from '../../delivery/inbound/reports.ts'
import {selfSigned} from '../../support/certificate.ts'

let data: string
let office: Office
let tokens: Tokens

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'throwline-inbound-'))
  office = await openOffice(deliveryConfig({THROWLINE_DATA: data}))
  tokens = createTokens(office.secret)
  await subscribe(office.store, 4)
  await freeze(office.store)
})

afterAll(async () => {
  await office.close()
  await rm(data, {recursive: true, force: true})
})

const opening = (environment: Readonly<Record<string, string>>) =>
  openInbound({
    office: {...office, config: deliveryConfig({THROWLINE_DATA: data, ...environment})},
    tokens,
    once: onceIn(office.store),
    twilio: undefined,
    onRefused: () => {},
    onError: (error) => {
      throw error
    },
  })

const open = async (environment: Readonly<Record<string, string>>) => {
  const inbound = await opening(environment)
  onTestFinished(inbound.close)
  return inbound
}

const HERE = {INBOUND_SMTP_HOST: '127.0.0.1', INBOUND_SMTP_PORT: '0'}

const verp = (id: number): string => `returns+bounce-${tokens.address('bounce', id)}@health.example`

const standing = async (id: number) =>
  office.store.db
    .selectFrom('deliveries')
    .innerJoin('subscribers', 'subscribers.id', 'subscriber_id')
    .select(['returned', 'subscribers.state'])
    .where('deliveries.id', '=', id)
    .executeTakeFirst()

const send = (smtpUrl: string | undefined, to: string, raw: Buffer, tls = {}): Promise<unknown> =>
  createTransport({url: smtpUrl ?? '', ...tls})
    .sendMail({envelope: {from: '', to: [to]}, raw})
    .then(({response}: {readonly response: string}) => response)

describe('the port for mail that comes back', () => {
  it('is opened by its setting, and what comes in is acted upon', async () => {
    const {smtpUrl} = await open({...HERE, INBOUND_MAILBOXES: 'abuse@health.example'})
    const plain = {ignoreTLS: true}
    expect(await send(smtpUrl, verp(1), dsn({to: verp(1)}), plain)).toBe(
      '250 2.0.0 bounced (5.1.1): not sent to again',
    )
    expect(await standing(1)).toEqual({returned: 'bounced', state: 'bounced'})
    const original = [`Message-ID: <${tokens.address('message', 2)}@health.example>`]
    expect(await send(smtpUrl, 'abuse@health.example', complaint({original}), plain)).toBe(
      '250 2.0.0 complained: not sent to again',
    )
    expect(await standing(2)).toEqual({returned: 'complained', state: 'complained'})
    const leave = `returns+leave-${tokens.address('leave', 3)}@health.example`
    await send(smtpUrl, leave, Buffer.from('Subject: unsubscribe\r\n\r\n'), plain)
    expect(await standing(3)).toMatchObject({state: 'unsubscribed'})
    // genuine, but of a delivery that is not there any more
    expect(await send(smtpUrl, verp(99), dsn({to: verp(99)}), plain)).toMatch(/^250 .*ignored/)
    await expect(send(smtpUrl, 'ana@health.example', dsn({to: ''}), plain)).rejects.toThrow('550')
  })

  it('is of this machine alone while mails end in the outbox, and absent with another way out', async () => {
    const {smtpUrl} = await open({})
    expect(smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
    expect((await open({SMTP_URL: 'smtp://relay.example'})).smtpUrl).toBe(undefined)
  })

  it('offers STARTTLS with a certificate of its own', async () => {
    const {key, cert} = selfSigned()
    const [keyFile, certFile] = [join(data, 'key.pem'), join(data, 'cert.pem')]
    await writeFile(keyFile, key)
    await writeFile(certFile, cert)
    const files = {INBOUND_TLS_KEY: keyFile, INBOUND_TLS_CERT: certFile}
    const {smtpUrl} = await open({...HERE, ...files})
    const trusting = {requireTLS: true, tls: {ca: cert, servername: 'localhost'}}
    expect(await send(smtpUrl, verp(4), dsn({to: verp(4)}), trusting)).toMatch(/^250 /)
    expect(await standing(4)).toMatchObject({state: 'bounced'})
    const bare = await open(HERE)
    await expect(send(bare.smtpUrl, verp(4), dsn({to: verp(4)}), trusting)).rejects.toThrow('TLS')

    const missing = opening({...HERE, ...files, INBOUND_TLS_KEY: join(data, 'none.pem')})
    await expect(missing).rejects.toMatchObject({variable: 'INBOUND_TLS_KEY'})
    await writeFile(keyFile, selfSigned().key)
    await expect(opening({...HERE, ...files})).rejects.toMatchObject({variable: 'INBOUND_TLS_CERT'})
  })

  it('is named with its setting when another program has it', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      other.close()
    })
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(opening({...HERE, INBOUND_SMTP_PORT: String(port)})).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringContaining('choose another INBOUND_SMTP_PORT'),
    })
  })
})
