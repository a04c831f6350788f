/** Servers, or others on the way, that mean no good. */
import {afterEach, describe, expect, it} from 'vitest'
import {smtpTransport, type SmtpTransportOptions} from '../../../delivery/mail/smtp-transport.ts'
import type {MailTransport, OutgoingMail} from '../../../delivery/mail/transport.ts'
import {realServer, type Script, scriptedServer, settingsOf} from './smtp-servers.ts'

const running: {close(): Promise<void>}[] = []

afterEach(async () => {
  for (const each of running.splice(0).toReversed()) await each.close()
})

const held = <Closable extends {close(): Promise<void>}>(each: Closable): Closable => {
  running.push(each)
  return each
}

const SHORT = {connect: 500, greeting: 500, silence: 500}

const mail = (to = 'reader@mail.example'): OutgoingMail => ({
  envelope: {from: 'returns@health.example', to},
  raw: Buffer.from('Subject: x\r\n\r\nHello\r\n'),
})

const playing = async (script: Script, over: Partial<SmtpTransportOptions['settings']> = {}) => {
  const server = held(await scriptedServer(script))
  const settings = {...settingsOf(server.port, '?connections=1'), ...over}
  return {server, transport: held(smtpTransport({settings, timeouts: SHORT}))}
}

const unreachable = {state: 'failed', isPermanent: false, code: 'MAIL_SERVER_UNREACHABLE'}

describe('an SMTP server that means no good', () => {
  it('cannot slip answers in before the TLS handshake', async () => {
    const script = {EHLO: '250-test\r\n250 STARTTLS', STARTTLS: '220 go on\r\n250 AUTH PLAIN'}
    const {server, transport} = await playing(script, {isLoopback: false})
    expect(await transport.send(mail())).toMatchObject({code: 'MAIL_TLS_FAILED'})
    expect(server.log).not.toContain('AUTH')
    expect(server.log).not.toContain('MAIL')
  })

  it('gets neither a password nor a mail without TLS, when it takes STARTTLS away', async () => {
    const login = {user: 'me', pass: 'secret'}
    const script = {EHLO: '250-test\r\n250 AUTH PLAIN'}
    const {server, transport} = await playing(script, {isLoopback: false, login})
    expect(await transport.send(mail())).toMatchObject({code: 'MAIL_TLS_FAILED'})
    expect(server.log).toEqual(['GREETING', 'EHLO'])
  })

  it('cannot fill the memory with a reply that never ends', async () => {
    const lines = Array.from({length: 2000}, () => `250-${'x'.repeat(60)}`).join('\r\n')
    const {transport} = await playing({EHLO: lines})
    expect(await transport.send(mail())).toMatchObject({
      ...unreachable,
      message: 'The server never ends its reply.',
    })
  })

  it('is not understood when it speaks another protocol', async () => {
    const {transport} = await playing({GREETING: 'SSH-2.0-OpenSSH_9.9'})
    expect(await transport.send(mail())).toMatchObject(unreachable)
  })

  for (const extension of ['250 test', '250-test\r\n250 PIPELINING']) {
    it(`is left when it answers what it was not asked: ${extension.slice(-10)}`, async () => {
      const {server, transport} = await playing({
        EHLO: extension,
        MAIL: ['250 ok\r\n250 ok', '250 ok'],
      })
      // a mail that is taken in such a session may be told of as another
      expect(await transport.send(mail())).toMatchObject(unreachable)
      expect(server.kept).toEqual([])
      expect(await transport.send(mail())).toMatchObject({state: 'sent'})
      expect(server.log.filter((step) => step === 'GREETING').length).toBe(2)
    })
  }

  it('that says farewell between two mails is not asked again', async () => {
    const {server, transport} = await playing({DOT: '250 kept\r\n421 4.4.2 idle too long'})
    expect(await transport.send(mail())).toMatchObject({state: 'sent', response: '250 kept'})
    expect(await transport.send(mail())).toMatchObject({state: 'sent'})
    expect(server.log.filter((step) => step === 'GREETING').length).toBe(2)
  })

  it('cannot be given commands by an address', async () => {
    const {server, transport} = await playing({})
    for (const to of [
      'a@b.example>\r\nRCPT TO:<c@d.example',
      'a@b.example> SIZE=1',
      'a\0@b.example',
    ]) {
      expect(await transport.send(mail(to)), to).toMatchObject({
        state: 'failed',
        code: 'MAIL_REFUSED',
        isPermanent: true,
      })
    }
    expect(server.log).toEqual(['GREETING', 'EHLO'])
  })

  it('is not sent addresses that it cannot read', async () => {
    const {server, transport} = await playing({})
    expect(await transport.send(mail('قارئ@mail.example'))).toMatchObject({
      code: 'MAIL_REFUSED',
      message: expect.stringContaining('SMTPUTF8'),
    })
    expect(server.log).not.toContain('MAIL')
  })
})

describe('TLS from the first octet', () => {
  const to = (port: number, over: Partial<SmtpTransportOptions> = {}): MailTransport =>
    held(smtpTransport({settings: {...settingsOf(port), isSecure: true}, timeouts: SHORT, ...over}))

  it('is spoken with a certificate that is trusted, and with no other', async () => {
    const server = held(await realServer({secure: true, disabledCommands: ['AUTH']}))
    expect(await to(server.port).send(mail())).toMatchObject({code: 'MAIL_TLS_FAILED'})
    expect(server.kept).toEqual([])
    const trusting = to(server.port, {tls: {rejectUnauthorized: false}})
    expect(await trusting.send(mail())).toMatchObject({state: 'sent'})
  })

  it('fails by name where the server does not speak it', async () => {
    const server = held(await scriptedServer({}))
    expect(await to(server.port).send(mail())).toMatchObject({code: 'MAIL_TLS_FAILED'})
  })
})

describe('a login', () => {
  it('is given as LOGIN where PLAIN is not taken', async () => {
    const seen: unknown[] = []
    const server = held(
      await realServer({
        disabledCommands: ['STARTTLS'],
        authMethods: ['LOGIN'],
        allowInsecureAuth: true,
        onAuth: ({method, username, password}, _session, done) => {
          seen.push([method, username, password])
          done(null, {user: username})
        },
      }),
    )
    const settings = settingsOf(server.port, '', 'me:p%40ss@')
    expect(await held(smtpTransport({settings})).send(mail())).toMatchObject({state: 'sent'})
    expect(seen).toEqual([['LOGIN', 'me', 'p@ss']])
  })
})
