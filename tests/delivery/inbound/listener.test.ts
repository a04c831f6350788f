import {connect} from 'node:net'
import {createTransport} from 'nodemailer'
import {afterEach, describe, expect, it} from 'vitest'
import {startInboundListener} from '../../../delivery/inbound/listener.ts'
import {INBOUND_LIMITS} from '../../../delivery/inbound/limits.ts'
import type {Returned} from '../../../delivery/inbound/read-returned.ts'
import {createTokens} from '../../../delivery/links/tokens.ts'
import {complaint, dsn} from './reports.ts'

const tokens = createTokens('a secret of the tests, long enough')
const bounceTo = `returns+bounce-${tokens.address('bounce', 41)}@health.example`
const leaveTo = `returns+leave-${tokens.address('leave', 7)}@health.example`

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const start = async (onReturned?: (returned: Returned) => Promise<void>) => {
  const seen: Returned[] = []
  const listener = await startInboundListener({
    tokens,
    host: '127.0.0.1',
    port: 0,
    mailboxes: ['Complaints@health.example'],
    onReturned:
      onReturned ??
      (async (returned) => {
        seen.push(returned)
      }),
  })
  open.push(listener.close)
  const transport = createTransport({host: '127.0.0.1', port: listener.port, ignoreTLS: true})
  const send = async (to: string | readonly string[], raw: Buffer): Promise<string> => {
    const sent = await transport
      .sendMail({envelope: {from: '', to: [to].flat()}, raw})
      .catch((error: unknown) => error)
    return typeof sent === 'object' && sent !== null && 'response' in sent
      ? String(sent.response)
      : String(sent)
  }
  return {listener, seen, send}
}

describe('the inbound mail server', () => {
  it('reads what comes back', async () => {
    const {seen, send} = await start()
    expect(await send(bounceTo, dsn({to: 'unnamed@health.example'}))).toMatch(/^250 /)
    expect(await send(leaveTo, Buffer.from('Subject: unsubscribe\r\n\r\n'))).toMatch(/^250 /)
    const original = [`Message-ID: <${tokens.address('message', 43)}@health.example>`]
    expect(await send('complaints@HEALTH.example', complaint({original}))).toMatch(/^250 /)
    expect(seen).toMatchObject([
      {kind: 'bounce', deliveryId: 41},
      {kind: 'leave', subscriberId: 7},
      {kind: 'complaint', deliveryId: 43},
    ])
  })

  it('takes mail for nobody else, and for one at a time', async () => {
    const {seen, send} = await start()
    const mail = dsn({to: bounceTo})
    for (const to of [
      'ana@reader.example',
      'returns@health.example',
      `returns+bounce-${'a'.repeat(26)}@health.example`,
    ])
      expect(await send(to, mail), to).toMatch(/550 5\.1\.1/)
    expect(seen).toEqual([])
    await send([bounceTo, leaveTo], mail)
    expect(seen).toHaveLength(1)
  })

  it('refuses what is too large or cannot be read, and goes on', async () => {
    const {seen, send} = await start()
    expect(await send(bounceTo, Buffer.from('--b\r\n'.repeat(1000)))).toMatch(/554 5\.6\.0/)
    const large = Buffer.alloc(INBOUND_LIMITS.octets + 10, 'line of text\r\n')
    expect(await send(bounceTo, large)).toMatch(/552|larger/)
    expect(await send(bounceTo, dsn({to: bounceTo}))).toMatch(/^250 /)
    expect(seen).toHaveLength(1)
  })

  it('counts octets itself, whatever the client announced', async () => {
    const {listener, seen} = await start()
    const answer = await new Promise<string>((resolve) => {
      let said = ''
      const socket = connect(listener.port, '127.0.0.1')
      // who speaks before the greeting is sent away
      socket.once('data', () => {
        socket.write(`EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<${bounceTo}>\r\nDATA\r\n`)
        for (let sent = 0; sent <= INBOUND_LIMITS.octets; sent += 10_000)
          socket.write(`${'x'.repeat(998)}\r\n`.repeat(10))
        socket.write('.\r\nQUIT\r\n')
      })
      socket.on('data', (data) => {
        said += String(data)
      })
      socket.on('close', () => {
        resolve(said)
      })
    })
    expect(answer).toContain('552 5.3.4')
    expect(seen).toEqual([])
  })

  it('asks for it again when it could not be stored', async () => {
    const {send} = await start(() => Promise.reject(new Error('The disk is full')))
    const answer = await send(bounceTo, dsn({to: bounceTo}))
    expect(answer).toMatch(/451 4\.3\.0/)
    expect(answer).not.toContain('disk')
  })
})
