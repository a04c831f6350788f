import {mkdtemp, readdir, rm, stat, writeFile} from 'node:fs/promises'
import {createConnection} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createTransport} from 'nodemailer'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {openOutbox, type Outbox, type OutboxOptions} from '../../../delivery/outbox/outbox.ts'
import type {InboundSms, SmsReceipt} from '../../../delivery/sms/transport.ts'

let folder: string
const open: Outbox[] = []
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'throwline-outbox-')), 'outbox')
})
afterEach(async () => {
  for (const outbox of open.splice(0)) await outbox.close()
  await rm(join(folder, '..'), {recursive: true})
})

const NOW = '2026-11-23T08:00:00.000Z'

const start = async (options: Partial<OutboxOptions> = {}): Promise<Outbox> => {
  const outbox = await openOutbox({folder, now: () => new Date(NOW), ...options})
  open.push(outbox)
  return outbox
}

const RAW = [
  'From: Lantern Health <letters@health.example>',
  'To: <ana@reader.example>',
  'Subject: =?utf-8?q?Caf=C3=A9?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Need help now=3F',
  '.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Need help now?</p>',
  '--b--',
  '',
].join('\r\n')

const send = async ({smtpUrl}: Outbox, raw = RAW, to = 'ana@reader.example'): Promise<string> => {
  const transport = createTransport(smtpUrl)
  const {response} = await transport.sendMail({
    envelope: {from: 'returns+bounce-x@health.example', to},
    raw,
  })
  transport.close()
  return response
}

const titles = async (outbox: Outbox): Promise<readonly string[]> =>
  (await outbox.list({limit: 1000})).map((entry) =>
    entry.kind === 'mail' ? entry.envelope.to.join() : entry.text,
  )

describe('the outbox', () => {
  it('keeps a mail octet by octet, and shows what a mail program would', async () => {
    const outbox = await start()
    expect(await send(outbox)).toBe('250 2.0.0 Kept as 000000000001')
    const [entry] = await outbox.list()
    expect(entry).toMatchObject({
      kind: 'mail',
      id: '000000000001',
      at: NOW,
      envelope: {from: 'returns+bounce-x@health.example', to: ['ana@reader.example']},
      from: 'Lantern Health <letters@health.example>',
      subject: 'Café',
      text: 'Need help now?\n.\n',
      html: '<p>Need help now?</p>\n',
    })
    expect(entry?.kind === 'mail' ? String(entry.raw) : '').toBe(RAW)
    expect(entry?.kind === 'mail' ? entry.headers[2] : '').toEqual({
      name: 'Subject',
      value: '=?utf-8?q?Caf=C3=A9?=',
    })
    expect(await outbox.read('000000000001')).toEqual(entry)
  })

  it('keeps text messages, and reports them as delivered', async () => {
    const outbox = await start()
    const receipts: SmsReceipt[] = []
    outbox.sms.onReceipt((receipt) => void receipts.push(receipt))
    const message = {to: '+447400123456', text: 'Call 988. Txt STOP to end', reference: '41'}
    expect(await outbox.sms.send(message)).toMatchObject({
      state: 'sent',
      providerId: '000000000001',
    })
    expect(await outbox.list()).toEqual([
      {
        kind: 'sms',
        id: '000000000001',
        at: NOW,
        direction: 'out',
        number: '+447400123456',
        text: 'Call 988. Txt STOP to end',
      },
    ])
    await expect
      .poll(() => receipts)
      .toEqual([{providerId: '000000000001', reference: '41', state: 'delivered'}])
    const long = {...message, text: 'x'.repeat(161)}
    expect(await outbox.sms.send(long)).toMatchObject({code: 'SMS_TOO_LONG', isPermanent: true})
    expect(await outbox.list()).toHaveLength(1)
    await outbox.sms.close()
  })

  it('answers as the person would', async () => {
    const outbox = await start()
    const inbound: InboundSms[] = []
    const take = outbox.sms.onInbound((message) => void inbound.push(message))
    await outbox.answer({number: '+447400123456', text: 'STOP'})
    expect(inbound).toEqual([{from: '+447400123456', to: 'outbox', text: 'STOP'}])
    expect(await outbox.list()).toMatchObject([{direction: 'in', text: 'STOP'}])
    take()
    outbox.sms.onInbound(() => Promise.reject(new Error('The database is closed')))
    await expect(outbox.answer({number: '+1', text: 'HELP'})).rejects.toThrow('closed')
  })

  it('lists the newest first, page by page', async () => {
    const outbox = await start()
    for (const text of ['1', '2', '3', '4', '5'])
      await outbox.sms.send({to: '+1', text, reference: ''})
    const first = await outbox.list({limit: 2})
    expect(first.map(({id}) => Number(id))).toEqual([5, 4])
    const next = await outbox.list({limit: 2, before: first[1]?.id ?? ''})
    expect(next.map(({id}) => Number(id))).toEqual([3, 2])
    expect(await titles(outbox)).toEqual(['5', '4', '3', '2', '1'])
    await outbox.clear()
    expect(await outbox.list()).toEqual([])
    expect(await readdir(folder)).toEqual([])
  })

  it('forgets the oldest, by number and by size', async () => {
    const outbox = await start({most: 3})
    const all = Array.from({length: 20}, (_, index) =>
      outbox.sms.send({to: '+1', text: String(index), reference: ''}),
    )
    expect((await Promise.all(all)).every(({state}) => state === 'sent')).toBe(true)
    expect(await titles(outbox)).toHaveLength(3)
    expect(await readdir(folder)).toHaveLength(3)
    await outbox.close()
    const small = await start({octets: 3 * RAW.length})
    await send(small, RAW, 'a@reader.example')
    await send(small, RAW, 'b@reader.example')
    await send(small, RAW, 'c@reader.example')
    expect(await titles(small)).toEqual(['c@reader.example', 'b@reader.example'])
  })

  it('has its entries again after a restart, and goes on with the next number', async () => {
    const first = await start()
    await send(first)
    await first.close()
    await writeFile(join(folder, '000000000009.json'), 'cut off by a')
    await writeFile(join(folder, 'notes.txt'), 'of somebody else')
    const second = await start()
    expect(await titles(second)).toEqual(['ana@reader.example'])
    expect(await send(second)).toBe('250 2.0.0 Kept as 000000000010')
    expect(await readdir(folder)).toContain('notes.txt')
  })

  it('is for this user and this machine alone', async () => {
    const outbox = await start()
    await send(outbox)
    expect((await stat(folder)).mode & 0o77).toBe(0)
    expect((await stat(join(folder, '000000000001.json'))).mode & 0o77).toBe(0)
    expect(outbox.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
    for (const id of ['../../etc/passwd', '1', '', '000000000002', '000000000001/'])
      expect(await outbox.read(id), id).toBe(undefined)
  })

  it('refuses what is too large, and keeps what is no mail as it came', async () => {
    const outbox = await start()
    await expect(send(outbox, 'x'.repeat(3 * 1024 * 1024))).rejects.toThrow(/too large|larger/)
    await send(outbox, '\0\u00ff\r\n.\r\n')
    const [entry] = await outbox.list()
    expect(entry?.kind === 'mail' ? entry.subject : 'x').toBe('')
  })

  it('outlives clients that break off', async () => {
    const outbox = await start()
    const {port, hostname} = new URL(outbox.smtpUrl)
    for (const words of ['', 'EHLO x\r\n', 'EHLO x\r\nMAIL FROM:<a@b.example>\r\nDATA\r\nx']) {
      await new Promise<void>((done) => {
        const socket = createConnection(Number(port), hostname)
        socket.once('data', () => {
          socket.write(words)
          socket.resetAndDestroy()
        })
        socket.on('close', () => {
          done()
        })
      })
    }
    await send(outbox)
    expect(await titles(outbox)).toEqual(['ana@reader.example'])
  })

  it('names the port when it is taken', async () => {
    const {smtpUrl} = await start()
    const port = Number(new URL(smtpUrl).port)
    await expect(openOutbox({folder, port})).rejects.toThrow('EADDRINUSE')
  })
})
