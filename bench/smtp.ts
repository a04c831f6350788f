/**
 * `node bench/smtp.ts [--messages 3000] [--connections 5]`: mails a second of about 33 KB, each with its
 * own links and a DKIM signature (RSA 2048), to a server in another process on this machine. Ours,
 * without the ledger, is held against nodemailer's own sendMail in a pool, and against a bare socket
 * that sends the same finished octets, of which it has nothing to make. Ours with those octets shows
 * what SMTP itself takes, and the rest what it takes to fill and sign. The median of three rounds;
 * what counts are the ratios, as both processes share the machine's cores.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {connect} from 'node:net'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {createTransport} from 'nodemailer'
import PostalMime from 'postal-mime'
import {smtpTransport} from '../delivery/mail/smtp-transport.ts'
import {parseSmtpUrl} from '../delivery/mail/smtp-url.ts'
import type {OutgoingMail} from '../delivery/mail/transport.ts'
import type {DkimKey} from '../delivery/mail/dkim.ts'
import {ED25519, FIELDS, filled, RSA, rsaPem} from './mails.ts'

const {values} = parseArgs({
  options: {
    messages: {type: 'string', default: '3000'},
    connections: {type: 'string', default: '5'},
  },
})
const MESSAGES = Number(values.messages)
const CONNECTIONS = Number(values.connections)
const ROUNDS = 3

interface Measure {
  readonly perSecond: number
  /** Milliseconds of a core that this process took for a mail, whatever else the machine did. */
  readonly cost: number
}

/** A try of `MESSAGES` mails, and how many the server took in all. */
const measured = async (
  send: (port: number) => Promise<{one(id: number): Promise<unknown>; close(): unknown}>,
  atOnce: number,
): Promise<Measure> => {
  const sink = spawn(process.execPath, [join(import.meta.dirname, 'smtp-sink.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [first] = await once(sink.stdout, 'data')
  const way = await send(Number(String(first)))
  for (let id = 0; id < 50; id += 1) await way.one(id)
  let next = 0
  const [started, before] = [performance.now(), process.cpuUsage()]
  const worker = async (): Promise<void> => {
    while (next < MESSAGES) {
      next += 1
      await way.one(next)
    }
  }
  await Promise.all(Array.from({length: atOnce}, worker))
  const seconds = (performance.now() - started) / 1000
  const {user, system} = process.cpuUsage(before)
  await way.close()
  sink.stdin.end()
  const taken = Number(await text(sink.stdout))
  if (taken !== MESSAGES + 50) throw new Error(`The server took ${taken} of ${MESSAGES + 50}`)
  return {perSecond: MESSAGES / seconds, cost: (user + system) / 1000 / MESSAGES}
}

const url = (port: number) =>
  parseSmtpUrl(`smtp://127.0.0.1:${port}?connections=${CONNECTIONS}&messages=100000`)

const fill = filled([RSA])

const ours =
  (keys: readonly DkimKey[], made = filled(keys)) =>
  async (port: number) => {
    const transport = smtpTransport({settings: url(port)})
    return {
      one: async (id: number) => {
        const {state} = await transport.send(await made(id))
        if (state !== 'sent') throw new Error(state)
      },
      close: () => transport.close(),
    }
  }

/** The same mails as an application writes them with nodemailer alone. */
const example = await PostalMime.parse((await fill(0)).raw)
const nodemailers = async (port: number) => {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: CONNECTIONS,
    maxMessages: 100_000,
    dkim: {
      domainName: 'health.example',
      keySelector: 'r',
      privateKey: rsaPem,
      headerFieldNames: FIELDS,
    },
  })
  return {
    one: (id: number) => {
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

const one = async (id: number): Promise<OutgoingMail> => mails[id % mails.length] ?? fill(id)

const bare = async (port: number) => {
  const lines = await Promise.all(Array.from({length: CONNECTIONS}, () => bareLine(port)))
  const free = [...lines]
  return {
    one: async (id: number) => {
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

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const OURS = 'ours, RSA 2048'
const BARE = 'a bare socket, finished octets'

const WAYS = [
  [OURS, ours([RSA]), CONNECTIONS * 2],
  ['ours, Ed25519', ours([ED25519]), CONNECTIONS * 2],
  ['ours, not signed', ours([]), CONNECTIONS * 2],
  ['ours, finished octets', ours([], one), CONNECTIONS * 2],
  ["nodemailer's sendMail, pooled", nodemailers, CONNECTIONS * 2],
  [BARE, bare, CONNECTIONS],
] as const

const rounds = new Map<string, Measure[]>(WAYS.map(([name]) => [name, []]))
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, way, atOnce] of WAYS) {
    rounds.get(name)?.push(await measured(way, atOnce))
  }
}
const of = (name: string, field: keyof Measure): number =>
  median((rounds.get(name) ?? []).map((measure) => measure[field]))
const times = (ratio: number): string => `${ratio.toFixed(2)}x`
const table = new Table({
  head: [
    'sent by',
    'mails/s',
    'of a bare socket',
    'ours with RSA is',
    'ms of a core',
    'ours with RSA takes',
  ],
  colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
  style: {head: [], border: []},
})
for (const [name] of WAYS) {
  table.push([
    name,
    of(name, 'perSecond').toFixed(0),
    `${((of(name, 'perSecond') / of(BARE, 'perSecond')) * 100).toFixed(0)} %`,
    times(of(OURS, 'perSecond') / of(name, 'perSecond')),
    of(name, 'cost').toFixed(3),
    times(of(OURS, 'cost') / of(name, 'cost')),
  ])
}
process.stdout.write(`${table.toString()}\n`)
