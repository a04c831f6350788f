import {afterEach, describe, expect, it} from 'vitest'
import {smtpTransport, type SmtpTransportOptions} from '../../../delivery/mail/smtp-transport.ts'
import {parseSmtpUrl} from '../../../delivery/mail/smtp-url.ts'
import type {MailTransport, OutgoingMail} from '../../../delivery/mail/transport.ts'
import {realServer, type Running, type Script, scriptedServer, settingsOf} from './smtp-servers.ts'
import {compiled, tokensOf} from './support.ts'

const running: {close(): Promise<void>}[] = []

afterEach(async () => {
  for (const each of running.splice(0).toReversed()) await each.close()
})

const held = <Closable extends {close(): Promise<void>}>(each: Closable): Closable => {
  running.push(each)
  return each
}

const to = (server: Running, query = '', over: Partial<SmtpTransportOptions> = {}): MailTransport =>
  held(smtpTransport({settings: settingsOf(server.port, query), ...over}))

const RAW = 'From: a@b.example\r\nSubject: x\r\n\r\nHello\r\n'

const mail = (recipient = 'reader@mail.example', raw = RAW): OutgoingMail => ({
  envelope: {from: 'returns+bounce-a@health.example', to: recipient},
  raw: Buffer.from(raw),
})

describe('mail by SMTP', () => {
  it('arrives as the octets that were compiled, with its own envelope', async () => {
    const server = held(await realServer())
    const transport = to(server)
    const letters = await compiled()
    const finished = await letters.fill({to: 'reader@mail.example', tokens: tokensOf(1)})
    expect(await transport.send(finished)).toEqual({
      state: 'sent',
      response: expect.stringContaining('kept 1'),
    })
    expect(server.kept[0]).toEqual({
      from: finished.envelope.from,
      to: [finished.envelope.to],
      raw: finished.raw,
    })
  })

  it('stuffs dots, so that none ends a message early', async () => {
    const server = held(await realServer())
    const body = '.\r\n..\r\n.dot\r\nQUIT\r\n...\r\n.\r\n'
    await to(server).send(mail(undefined, `Subject: x\r\n\r\n${body}`))
    expect(server.kept.map(({raw}) => raw.toString())).toEqual([`Subject: x\r\n\r\n${body}`])
  })

  it('carries addresses in other scripts', async () => {
    const server = held(await realServer())
    expect(await to(server).send(mail('قارئ@xn--bcher-kva.example'))).toMatchObject({state: 'sent'})
    expect(server.kept[0]?.to[0]).toMatch(/^قارئ@/)
  })

  it('uses as many connections as it may, each for as many messages as it may', async () => {
    const server = held(await scriptedServer({}))
    const transport = to(server, '?connections=2&messages=3')
    await Promise.all(Array.from({length: 12}, () => transport.send(mail())))
    expect(server.kept.length).toBe(12)
    expect(server.log.filter((step) => step === 'GREETING').length).toBe(4)
  })

  it('goes on with a connection after a refusal, and after the server ended an idle one', async () => {
    const refusing = held(await scriptedServer({RCPT: ['550 5.1.1 unknown', '250 ok']}))
    const one = to(refusing, '?connections=1')
    expect(await one.send(mail())).toMatchObject({state: 'failed', isHardBounce: true})
    expect(await one.send(mail())).toMatchObject({state: 'sent'})
    expect(refusing.log.filter((step) => step === 'GREETING').length).toBe(1)
    expect(refusing.log).toContain('RSET')

    const dropping = held(await scriptedServer({MAIL: ['250 ok', 'DROP', '250 ok']}))
    const other = to(dropping, '?connections=1')
    expect(await other.send(mail())).toMatchObject({state: 'sent'})
    expect(await other.send(mail())).toMatchObject({state: 'sent'})
    expect(dropping.kept.length).toBe(2)
  })

  it('lets what is under way end when it is closed, and takes no more', async () => {
    const server = held(await realServer())
    const transport = to(server, '?connections=1')
    const first = transport.send(mail())
    const second = transport.send(mail())
    await Promise.resolve()
    await transport.close()
    expect(await first).toMatchObject({state: 'sent'})
    expect(await second).toMatchObject({state: 'failed', isPermanent: false})
    expect(await transport.send(mail())).toMatchObject({code: 'MAIL_SERVER_UNREACHABLE'})
    expect(server.kept.length).toBe(1)
  })

  it('does not let one slow domain hold the others up', async () => {
    const release: (() => void)[] = []
    const server = held(
      await realServer({
        onRcptTo: ({address}, _session, done) => {
          if (address.endsWith('@slow.example')) release.push(() => done())
          else done()
        },
      }),
    )
    const transport = to(server, '?connections=2')
    const slow = transport.send(mail('a@slow.example'))
    const quick = Array.from({length: 10}, (_, id) => transport.send(mail(`b${id}@quick.example`)))
    await Promise.all(quick)
    expect(server.kept.length).toBe(10)
    for (const go of release) go()
    expect(await slow).toMatchObject({state: 'sent'})
  })
})

const transient = {state: 'failed', isPermanent: false}
const permanent = {state: 'failed', isPermanent: true}

/** One fault a row; `kept`: whether the server has the message all the same. */
const FAULTS: Readonly<
  Record<string, {readonly script: Script; readonly sent: object; readonly kept?: number}>
> = {
  '421 as a greeting': {
    script: {GREETING: '421 4.3.2 too busy'},
    sent: {...transient, code: 'MAIL_THROTTLED', isThrottled: true},
  },
  '554 as a greeting': {
    script: {GREETING: '554 5.7.1 not you'},
    sent: {...transient, code: 'MAIL_SENDER_REFUSED'},
  },
  '421 to RCPT': {
    script: {RCPT: '421 4.7.0 too many connections'},
    sent: {...transient, code: 'MAIL_THROTTLED', isThrottled: true},
  },
  '421 after the final dot': {
    script: {DOT: '421 4.3.2 closing'},
    sent: {...transient, code: 'MAIL_THROTTLED'},
    kept: 1,
  },
  '450 to RCPT': {
    script: {RCPT: '450 4.2.1 try later'},
    sent: {...transient, code: 'MAIL_DEFERRED'},
  },
  '451 after the final dot': {
    script: {DOT: '451 4.3.0 try later'},
    sent: {...transient, code: 'MAIL_DEFERRED'},
    kept: 1,
  },
  greylisting: {
    script: {RCPT: '451 4.7.1 Greylisted, come back in five minutes'},
    sent: {...transient, code: 'MAIL_DEFERRED'},
  },
  'a limit told in words': {
    script: {DATA: '452 4.2.2 Your rate is exceeded'},
    sent: {...transient, code: 'MAIL_THROTTLED', isThrottled: true},
  },
  '550 with the code of a dead address': {
    script: {RCPT: '550 5.1.1 no'},
    sent: {...permanent, code: 'MAIL_ADDRESS_DEAD', isHardBounce: true},
  },
  '550 with the words of a dead address': {
    script: {RCPT: '550 User unknown'},
    sent: {...permanent, code: 'MAIL_ADDRESS_DEAD', isHardBounce: true},
  },
  '550 of policy to RCPT': {
    script: {RCPT: '550 5.7.1 user unknown to be nice'},
    sent: {...permanent, code: 'MAIL_REFUSED'},
  },
  '552 of a full mailbox': {
    script: {RCPT: '552 5.2.2 mailbox full'},
    sent: {...permanent, code: 'MAIL_REFUSED'},
  },
  '554 after the final dot': {
    script: {DOT: '554 5.7.1 spam'},
    sent: {...permanent, code: 'MAIL_REFUSED'},
    kept: 1,
  },
  '550 to MAIL': {
    script: {MAIL: '550 5.7.1 not for your domain'},
    sent: {...transient, code: 'MAIL_SENDER_REFUSED'},
  },
  '503 to DATA': {script: {DATA: '503 5.5.1 no'}, sent: {...transient, code: 'MAIL_DEFERRED'}},
  'a drop before the greeting': {
    script: {GREETING: 'DROP'},
    sent: {...transient, code: 'MAIL_SERVER_UNREACHABLE'},
  },
  'a drop at MAIL': {
    script: {MAIL: 'DROP'},
    sent: {...transient, code: 'MAIL_SERVER_UNREACHABLE'},
  },
  'a drop before DATA is agreed to': {
    script: {DATA: 'DROP'},
    sent: {...transient, code: 'MAIL_SERVER_UNREACHABLE'},
  },
  'a stall at the greeting': {
    script: {GREETING: 'STALL'},
    sent: {...transient, code: 'MAIL_SERVER_UNREACHABLE'},
  },
  'a stall before DATA is agreed to': {
    script: {DATA: 'STALL'},
    sent: {...transient, code: 'MAIL_SERVER_UNREACHABLE'},
  },
  'a drop amid the message': {script: {BODY: 'DROP'}, sent: {state: 'unknown'}},
  'a drop after the final dot': {script: {DOT: 'DROP'}, sent: {state: 'unknown'}, kept: 1},
  'a stall after the final dot': {script: {DOT: 'STALL'}, sent: {state: 'unknown'}, kept: 1},
  'no STARTTLS where it must be': {
    script: {},
    sent: {...transient, code: 'MAIL_TLS_FAILED'},
  },
}

describe('a fault', () => {
  const SHORT = {connect: 400, greeting: 400, silence: 400}

  for (const [name, {script, sent, kept = 0}] of Object.entries(FAULTS)) {
    for (const extension of ['', '250-test\r\n250 PIPELINING']) {
      it(`${name}${extension === '' ? '' : ', pipelined'}`, async () => {
        const greeted = extension === '' ? script : {EHLO: extension, ...script}
        const server = held(await scriptedServer(greeted))
        const settings = settingsOf(server.port)
        const isTls = name === 'no STARTTLS where it must be'
        const transport = held(
          smtpTransport({settings: {...settings, isLoopback: !isTls}, timeouts: SHORT}),
        )
        expect(await transport.send(mail())).toMatchObject(sent)
        expect(server.kept.filter(({raw}) => raw.toString() === RAW).length).toBe(kept)
        // asked once: a second try is the ledger's to decide
        expect(server.log.filter((step) => step === 'GREETING').length).toBe(1)
      })
    }
  }

  it('nobody listens', async () => {
    const server = await scriptedServer({})
    await server.close()
    const transport = held(smtpTransport({settings: settingsOf(server.port)}))
    expect(await transport.send(mail())).toMatchObject({
      ...transient,
      code: 'MAIL_SERVER_UNREACHABLE',
    })
  })

  it('a certificate that nobody trusts', async () => {
    // smtp-server brings a certificate for localhost that it signed itself
    const server = held(await realServer({disabledCommands: ['AUTH']}))
    const settings = {...settingsOf(server.port), isLoopback: false}
    expect(await held(smtpTransport({settings})).send(mail())).toMatchObject({
      ...transient,
      code: 'MAIL_TLS_FAILED',
    })
    expect(server.kept).toEqual([])
    const trusting = held(smtpTransport({settings, tls: {rejectUnauthorized: false}}))
    expect(await trusting.send(mail())).toMatchObject({state: 'sent'})
  })

  it('a login that is refused, taken, or not offered', async () => {
    const server = held(
      await realServer({
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: ({username, password}, _session, done) => {
          if (username === 'me' && password === 'p@ss') done(null, {user: username})
          else done(new Error('Invalid username or password'))
        },
      }),
    )
    const as = (login: string, port = server.port): MailTransport =>
      held(smtpTransport({settings: settingsOf(port, '', login)}))
    expect(await as('me:wrong@').send(mail())).toMatchObject({
      ...transient,
      code: 'MAIL_LOGIN_REFUSED',
    })
    expect(await as('me:p%40ss@').send(mail())).toMatchObject({state: 'sent'})
    const plain = held(await realServer())
    expect(await as('me:p%40ss@', plain.port).send(mail())).toMatchObject({
      ...transient,
      code: 'MAIL_LOGIN_REFUSED',
    })
    expect(plain.kept).toEqual([])
  })

  it('a message larger than the server takes', async () => {
    const server = held(await realServer({size: 20}))
    expect(await to(server).send(mail())).toMatchObject({...permanent, code: 'MAIL_REFUSED'})
  })
})

describe('SMTP_URL', () => {
  it('is read in all its parts', () => {
    expect(
      parseSmtpUrl('smtps://me:p%40ss@mail.example?connections=9&messages=50&name=mx.example'),
    ).toEqual({
      host: 'mail.example',
      port: 465,
      isSecure: true,
      isLoopback: false,
      login: {user: 'me', pass: 'p@ss'},
      connections: 9,
      messages: 50,
      name: 'mx.example',
    })
    expect(parseSmtpUrl('smtp://mail.example')).toMatchObject({port: 587, isSecure: false})
    expect(parseSmtpUrl('smtp://[::1]:2525')).toMatchObject({host: '::1', isLoopback: true})
    expect(parseSmtpUrl('smtp://127.0.0.1.example')).toMatchObject({isLoopback: false})
  })

  it('is refused without its value being shown', () => {
    const wrong = [
      'secret',
      'https://me:secret@mail.example',
      'smtp://me:secret@mail.example/path',
      'smtp://me:secret@mail.example?connections=0',
      'smtp://me:secret@mail.example?connections=many',
      'smtp://me:secret@mail.example?messages=1000000',
      'smtp://me:secret@mail.example?tls=no',
      'smtp://me:secret@mail.example?name=a%0d%0ab',
      'smtp://me:secret%zz@mail.example',
    ]
    for (const url of wrong) {
      expect(() => parseSmtpUrl(url), url).toThrow(/^SMTP_URL: (?!.*secret)/)
    }
  })
})
