/**
 * `node bench/delivery/dkim.ts [--messages 2000]`: finished messages a second from one compiled mail of about
 * 33 KB, by who signs. Eight are under way at once, as in a pool. One message of each way is
 * verified by `mailauth` first. What counts is the ratio between the rows.
 */
import {buffer} from 'node:stream/consumers'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {dkimVerify} from 'mailauth/lib/dkim/verify.js'
import {dkimSign} from 'mailauth/lib/dkim/sign.js'
import DKIM from 'nodemailer/lib/dkim'
import type {DkimKey} from '../../delivery/mail/dkim.ts'
import {ED25519, FIELDS, filled, published, RSA, rsaPem} from './mails.ts'

const {values} = parseArgs({options: {messages: {type: 'string', default: '2000'}}})
const MESSAGES = Number(values.messages)
const AT_ONCE = 8

const MAILAUTH = {signingDomain: 'health.example', selector: 'r', privateKey: rsaPem}

const octets =
  (dkim: readonly DkimKey[], fill = filled(dkim)) =>
  async (id: number): Promise<Buffer> =>
    (await fill(id)).raw

const bare = octets([])
const nodemailer = new DKIM({
  keys: [{domainName: 'health.example', keySelector: 'r', privateKey: rsaPem}],
  headerFieldNames: FIELDS,
})

const WAYS: Readonly<Record<string, (id: number) => Promise<Buffer>>> = {
  'not signed': bare,
  'ours, RSA 2048': octets([RSA]),
  'ours, Ed25519': octets([ED25519]),
  'ours, both': octets([RSA, ED25519]),
  'nodemailer, RSA 2048': async (id) => buffer(nodemailer.sign(await bare(id))),
  'mailauth, RSA 2048': async (id) => {
    const raw = await bare(id)
    const {signatures} = await dkimSign(raw, {
      canonicalization: 'relaxed/relaxed',
      ...MAILAUTH,
      signatureData: [MAILAUTH],
    })
    return Buffer.concat([Buffer.from(signatures), raw])
  },
}

const verdict = async (raw: Buffer): Promise<string> => {
  const resolver = (name: string) => Promise.resolve([[published[name] ?? '']])
  const {results} = await dkimVerify(raw, {resolver})
  return results.map(({status}) => status.result).join(', ')
}

const perSecond = async (way: (id: number) => Promise<Buffer>): Promise<number> => {
  let next = 0
  const started = performance.now()
  const worker = async (): Promise<void> => {
    while (next < MESSAGES) {
      next += 1
      await way(next)
    }
  }
  await Promise.all(Array.from({length: AT_ONCE}, worker))
  return (MESSAGES * 1000) / (performance.now() - started)
}

const table = new Table({
  head: ['signed by', 'octets', 'mailauth says', 'messages/s', 'to nodemailer'],
  colAligns: ['left', 'right', 'left', 'right', 'right'],
  style: {head: [], border: []},
})
const rates = new Map<string, number>()
const first = new Map<string, Buffer>()
for (const [name, way] of Object.entries(WAYS)) {
  first.set(name, await way(1))
  await perSecond(way)
  rates.set(name, await perSecond(way))
}
for (const [name, rate] of rates) {
  const raw = first.get(name) ?? Buffer.alloc(0)
  const base = rates.get('nodemailer, RSA 2048') ?? Number.NaN
  table.push([
    name,
    String(raw.length),
    await verdict(raw),
    rate.toFixed(0),
    `${(rate / base).toFixed(2)}x`,
  ])
}
process.stdout.write(`${table.toString()}\n`)
