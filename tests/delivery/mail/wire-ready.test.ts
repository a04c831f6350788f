import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {smtpTransport} from '../../../delivery/mail/smtp-transport.ts'
import type {MailTransport} from '../../../delivery/mail/transport.ts'
import {isWireReady} from '../../../delivery/mail/wire-ready.ts'
import {
  realServer,
  type Running,
  type Scripted,
  scriptedServer,
  settingsOf,
} from './smtp-servers.ts'
import {compiled, tokensOf} from './support.ts'

const envelope = {from: 'returns@health.example', to: 'reader@mail.example'}

/** Much of what is hard to get right. */
const piece = fc.constantFrom(
  '.',
  '..',
  '\r',
  '\n',
  '\r\n',
  'a',
  ' ',
  '\r\n.\r\n',
  '\n.\n',
  '\r.\r',
)

/** As it may arrive: with ends of line that are one, and one at the end. */
const evened = (text: string): string => {
  const even = text.replace(/\r\n|\r|\n/g, '\r\n')
  return even.endsWith('\r\n') ? even : `${even}\r\n`
}

/** What a server makes of the lines before the final dot (RFC 5321 4.5.2). */
const unstuffed = (wire: string): string => wire.replace(/(^|\r\n)\./g, '$1')

describe('a message after DATA', () => {
  let server: Scripted
  let transport: MailTransport

  beforeAll(async () => {
    server = await scriptedServer({})
    const settings = settingsOf(server.port, '?connections=1&messages=100000')
    transport = smtpTransport({settings})
  })

  afterAll(async () => {
    await transport.close()
    await server.close()
  })

  /** The octets between the answer to DATA and the final dot. */
  const onTheWire = async (text: string): Promise<string> => {
    const raw = Buffer.from(text, 'latin1')
    expect(await transport.send({envelope, raw})).toMatchObject({state: 'sent'})
    return server.kept.at(-1)?.raw.toString('latin1') ?? 'nothing'
  }

  it('is given back as it was by what a server does, with ends of line that are one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 12}), async (pieces) => {
        const text = pieces.join('')
        const before = server.kept.length
        const wire = await onTheWire(text)
        expect(unstuffed(wire)).toBe(evened(text))
        // nothing that this server or another could take for the end
        expect(server.kept.length).toBe(before + 1)
        expect(wire).not.toMatch(/[^\r]\n|\r[^\n]/)
        // what is not looked through by nodemailer must not need it
        expect(isWireReady(Buffer.from(text, 'latin1'))).toBe(wire === text)
      }),
    )
    // every message ended where it should: what follows one is a command
    expect(new Set(server.log)).toEqual(
      new Set(['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'DOT']),
    )
  })

  it('is the very octets of a compiled mail', async () => {
    const {raw} = await (await compiled()).fill({to: 'reader@mail.example', tokens: tokensOf(1)})
    expect(isWireReady(raw)).toBe(true)
    expect(await onTheWire(raw.toString('latin1'))).toBe(raw.toString('latin1'))
    expect(isWireReady(Buffer.concat([raw, Buffer.from('.\r\n')]))).toBe(false)
  })
})

describe('a long message', () => {
  let server: Running

  beforeAll(async () => {
    server = await realServer({disabledCommands: ['AUTH']})
  })

  afterAll(() => server.close())

  /** Where pieces of 64 KB meet, and around. */
  const AT = 64 * 1024
  const TEXTS: Readonly<Record<string, string>> = {
    'as it is': `${'x'.repeat(AT - 2)}\r\n`,
    'one octet too long for a piece': `${'x'.repeat(AT - 1)}\r\n`,
    'with a line that ends between two pieces': `${'x'.repeat(AT - 1)}\r\n.dot\r\n`,
    'with a dot that begins a piece': `${'x'.repeat(AT - 2)}\r\n.dot\r\n`,
    'of many pieces': '..\r\nabc\r\n'.repeat(100_000),
  }

  for (const isLoopback of [true, false]) {
    it.each(Object.entries(TEXTS))(
      `arrives${isLoopback ? '' : ', by TLS,'} %s`,
      async (_, text) => {
        const settings = {...settingsOf(server.port), isLoopback}
        const transport = smtpTransport({settings, tls: {rejectUnauthorized: false}})
        const raw = Buffer.from(text)
        expect(await transport.send({envelope, raw})).toMatchObject({state: 'sent'})
        // not toEqual: it takes its time for so many octets
        expect(server.kept.at(-1)?.raw.equals(raw)).toBe(true)
        await transport.close()
      },
    )
  }
})
