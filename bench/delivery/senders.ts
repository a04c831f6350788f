/** Ways to hand the same mails to a server: ours, nodemailer's own, and a bare socket. */
import {connect} from 'node:net'
import {createTransport} from 'nodemailer'
import PostalMime from 'postal-mime'
import type {DkimKey} from '../../delivery/mail/dkim.ts'
import {smtpTransport} from '../../delivery/mail/smtp-transport.ts'
import {parseSmtpUrl} from '../../delivery/mail/smtp-url.ts'
import type {MailTransport, OutgoingMail} from '../../delivery/mail/transport.ts'
import {FIELDS, filled, RSA, rsaPem} from './mails.ts'

export interface Sender {
  one(id: number): Promise<unknown>
  close(): unknown
}

/** To the server at a port, over so many connections. */
export type OpenSender = (port: number, connections: number) => Promise<Sender>

export const ourTransport = (port: number, connections: number): MailTransport =>
  smtpTransport({
    settings: parseSmtpUrl(`smtp://127.0.0.1:${port}?connections=${connections}&messages=100000`),
  })

const sentBy = (made: (id: number) => Promise<OutgoingMail>): OpenSender => {
  return async (port, connections) => {
    const transport = ourTransport(port, connections)
    return {
      one: async (id) => {
        const {state} = await transport.send(await made(id))
        if (state !== 'sent') throw new Error(state)
      },
      close: () => transport.close(),
    }
  }
}

/** Filled and signed one by one. */
export const ours = (keys: readonly DkimKey[]): OpenSender => sentBy(filled(keys))

const fill = filled([RSA])
const example = await PostalMime.parse((await fill(0)).raw)

/** The same mails as an application writes them with nodemailer alone. */
export const nodemailers: OpenSender = async (port, connections) => {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: connections,
    maxMessages: 100_000,
    dkim: {
      domainName: 'health.example',
      keySelector: 'r',
      privateKey: rsaPem,
      headerFieldNames: FIELDS,
    },
  })
  return {
    one: (id) => {
      const token = String(id).padStart(44, 'x')
      const personal = (body = '') =>
        body.replace(/\/(unsubscribe|preferences)\/[\w-]{44}/g, `/$1/${token}`)
      return transport.sendMail({
        from: 'Lantern Health <digest@health.example>',
        to: `reader${id}@mail.example`,
        envelope: {from: `returns+${id}@health.example`, to: `reader${id}@mail.example`},
        subject: example.subject ?? '',
        text: personal(example.text),
        html: personal(example.html),
        headers: {
          'List-Id': '<digest.health.example>',
          'List-Unsubscribe': `<https://health.example/unsubscribe/${token}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      })
    },
    close: () => transport.close(),
  }
}

/** A socket, and nothing that is not needed to know when the next mail may follow. */
const bareLine = async (port: number) => {
  const socket = connect({port, host: '127.0.0.1', noDelay: true})
  const state = {seen: 0, wanted: 0, wake: (): void => undefined}
  socket.on('data', (chunk: Buffer) => {
    state.seen += chunk.toString('latin1').match(/^\d{3} /gm)?.length ?? 0
    state.wake()
  })
  const replies = async (count: number): Promise<void> => {
    state.wanted += count
    while (state.seen < state.wanted) {
      await new Promise<void>((resolve) => {
        state.wake = resolve
      })
    }
  }
  await replies(1)
  socket.write('EHLO bench\r\n')
  await replies(1)
  return {
    send: async ({from, to, body}: {from: string; to: string; body: Buffer}) => {
      socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`)
      await replies(3)
      socket.write(body)
      await replies(1)
    },
    end: () => socket.end('QUIT\r\n'),
  }
}

/** As a transport would put it on the wire. */
const stuffed = ({envelope, raw}: OutgoingMail) => ({
  ...envelope,
  body: Buffer.from(`${raw.toString('latin1').replace(/^\./gm, '..')}.\r\n`, 'latin1'),
})

const finished = await Promise.all(
  Array.from({length: 200}, async (_, id) => stuffed(await fill(id))),
)

/** The same octets, not yet on the wire: no line of a compiled mail begins with a dot. */
const mails: readonly OutgoingMail[] = finished.map(({from, to, body}) => ({
  envelope: {from, to},
  raw: body.subarray(0, -'.\r\n'.length),
}))

export const oursFinished = sentBy(async (id) => mails[id % mails.length] ?? fill(id))

export const bare: OpenSender = async (port, connections) => {
  const lines = await Promise.all(Array.from({length: connections}, () => bareLine(port)))
  const free = [...lines]
  return {
    one: async (id) => {
      const line = free.pop()
      const mail = finished[id % finished.length]
      if (line === undefined || mail === undefined) throw new Error('No connection is free')
      await line.send(mail)
      free.push(line)
    },
    close: () => {
      for (const line of lines) line.end()
    },
  }
}
