/** What is known of a mail when its connection is lost, or can no longer be believed, halfway. */
import {afterEach, describe, expect, it} from 'vitest'
import {smtpTransport, type SmtpTransportOptions} from '../../../delivery/mail/smtp-transport.ts'
import type {OutgoingMail} from '../../../delivery/mail/transport.ts'
import {type Script, scriptedServer, settingsOf} from './smtp-servers.ts'

const running: {close(): Promise<void>}[] = []

afterEach(async () => {
  for (const each of running.splice(0).toReversed()) await each.close()
})

const held = <Closable extends {close(): Promise<void>}>(each: Closable): Closable => {
  running.push(each)
  return each
}

const SHORT = {connect: 500, greeting: 500, silence: 500}

const playing = async (script: Script, over: Partial<SmtpTransportOptions['settings']> = {}) => {
  const server = held(await scriptedServer(script))
  const settings = {...settingsOf(server.port, '?connections=1'), ...over}
  return {server, transport: held(smtpTransport({settings, timeouts: SHORT}))}
}

const mail = (body: string): OutgoingMail => ({
  envelope: {from: 'returns@health.example', to: 'reader@mail.example'},
  raw: Buffer.from(`Subject: x\r\n\r\n${body}\r\n`),
})

const SHORT_MAIL = mail('Hello')
/** More than the buffers between two processes hold. */
const LONG_MAIL = mail('x'.repeat(24 * 1024 * 1024))

const unreachable = {state: 'failed', isPermanent: false, code: 'MAIL_SERVER_UNREACHABLE'}

const PIPELINING = '250-test\r\n250 PIPELINING'
const EXTENSIONS = [
  ['one by one', '250 test'],
  ['pipelined', PIPELINING],
] as const

describe.each(EXTENSIONS)('a mail that is on its way, %s', (_, EHLO) => {
  it('cannot have arrived before its end was written', async () => {
    const {server, transport} = await playing({EHLO, BODY: 'DROP'})
    expect(await transport.send(LONG_MAIL)).toMatchObject(unreachable)
    expect(server.log.at(-1)).toBe('BODY')
    expect(server.kept).toEqual([])
  })

  it('may have arrived when its end was written', async () => {
    const {transport} = await playing({EHLO, BODY: 'DROP'})
    expect(await transport.send(SHORT_MAIL)).toMatchObject({state: 'unknown'})
  })

  it('is refused by a server that has heard enough, which is then left', async () => {
    const {server, transport} = await playing({EHLO, BODY: ['552 5.3.4 too long', '']})
    expect(await transport.send(LONG_MAIL)).toMatchObject({
      state: 'failed',
      isPermanent: true,
      code: 'MAIL_REFUSED',
      message: '552 5.3.4 too long',
    })
    await transport.send(SHORT_MAIL)
    expect(server.log.filter((step) => step === 'GREETING').length).toBe(2)
  })

  // told of as sent, or as refused, before an octet of it has left
  it.each(['250 2.0.0 kept', '550 5.7.1 no'])(
    'is not believed to be answered before it was sent: %s',
    async (early) => {
      const {server, transport} = await playing({
        EHLO,
        DATA: [`354 go on\r\n${early}`, '354 go on'],
      })
      expect(await transport.send(SHORT_MAIL)).toMatchObject(unreachable)
      expect(server.kept).toEqual([])
      expect(await transport.send(SHORT_MAIL)).toMatchObject({state: 'sent'})
      expect(server.log.filter((step) => step === 'GREETING').length).toBe(2)
    },
  )

  it('is not sent after an answer to DATA that is no agreement', async () => {
    const {server, transport} = await playing({EHLO, DATA: ['250 ok', '354 go on']})
    expect(await transport.send(SHORT_MAIL)).toMatchObject(unreachable)
    expect(server.kept).toEqual([])
    expect(await transport.send(SHORT_MAIL)).toMatchObject({state: 'sent'})
  })

  it('is unknown when its answer is none', async () => {
    const {transport} = await playing({EHLO, DOT: '354 go on'})
    expect(await transport.send(SHORT_MAIL)).toMatchObject({state: 'unknown'})
  })

  it.each(['DROP', 'STALL', '500 5.5.1 what?'])(
    'keeps its refusal when the connection cannot be used again: RSET, %s',
    async (RSET) => {
      const RCPT = ['550 5.1.1 unknown', '250 ok']
      // a server that refuses RCPT refuses DATA
      const DATA = EHLO === PIPELINING ? ['503 5.5.1 no', '354 go on'] : '354 go on'
      const {server, transport} = await playing({EHLO, RCPT, DATA, RSET})
      expect(await transport.send(SHORT_MAIL)).toMatchObject({code: 'MAIL_ADDRESS_DEAD'})
      expect(await transport.send(SHORT_MAIL)).toMatchObject({state: 'sent'})
      expect(server.log.filter((step) => step === 'GREETING').length).toBe(2)
    },
  )
})

describe('a login that is not answered', () => {
  it.each(['DROP', 'STALL'])('says nothing of the password: %s', async (AUTH) => {
    const login = {user: 'me', pass: 'secret'}
    const {server, transport} = await playing({EHLO: '250-test\r\n250 AUTH PLAIN', AUTH}, {login})
    expect(await transport.send(SHORT_MAIL)).toMatchObject(unreachable)
    expect(server.log).not.toContain('MAIL')
  })

  it('is not tried where none is offered', async () => {
    const login = {user: 'me', pass: 'secret'}
    const {server, transport} = await playing({}, {login})
    expect(await transport.send(SHORT_MAIL)).toMatchObject({code: 'MAIL_LOGIN_REFUSED'})
    expect(server.log).toEqual(['GREETING', 'EHLO'])
  })
})
