/** A mail as it is, through a real SMTP client and server. */
import {createTransport} from 'nodemailer'
import {SMTPServer} from 'smtp-server'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {block, section} from '../../support/model.ts'
import {everything, mailOf} from './support.ts'

const received: string[] = []

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      received.push(Buffer.concat(chunks).toString('latin1'))
      done()
    })
  },
})

const listening = (): number => {
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('Not listening')
  return address.port
}

beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    }),
)

afterAll(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
    }),
)

const send = async (raw: string): Promise<string | undefined> => {
  const transport = createTransport({host: '127.0.0.1', port: listening(), ignoreTLS: true})
  const envelope = {from: 'bounce@health.example', to: ['reader@mail.example']}
  await transport.sendMail({envelope, raw})
  transport.close()
  return received.at(-1)
}

describe('a mail sent by SMTP', () => {
  it('arrives as the same bytes', async () => {
    const mail = mailOf(everything())
    expect(await send(mail)).toBe(mail)
  })

  it('arrives as the same bytes with dots and other scripts', async () => {
    const dots = [
      section(
        'نقاط',
        ['.', '..', 'عندما لا يزول المزاج'].map((text) => block(text)),
      ),
    ]
    const mail = mailOf({language: 'ar', sections: dots})
    expect(await send(mail)).toBe(mail)
  })

  it('would not arrive as the same bytes with bare line feeds', async () => {
    const broken = mailOf().replaceAll('\r\n', '\n')
    expect(await send(broken)).not.toBe(broken)
  })
})
