/**
 * `node bench/dkim.ts [--messages 2000]`: finished messages a second from one compiled mail of about
 * 33 KB, by who signs. Eight are under way at once, as in a pool. One message of each way is
 * verified by `mailauth` first. What counts is the ratio between the rows.
 */
import {generateKeyPairSync} from 'node:crypto'
import {buffer} from 'node:stream/consumers'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {dkimVerify} from 'mailauth/lib/dkim/verify.js'
import {dkimSign} from 'mailauth/lib/dkim/sign.js'
import DKIM from 'nodemailer/lib/dkim'
import {createTokens} from '../delivery/links/tokens.ts'
import {compileMail} from '../delivery/mail/compile.ts'
import type {DkimKey} from '../delivery/mail/dkim.ts'
import {mailTokens} from '../delivery/mail/values.ts'
import {emailPublisher} from '../publishers/email/email-publisher.ts'
import {createGate} from '../verification/gate.ts'
import {block, digestPublication, noticeBook, site} from '../tests/support/model.ts'

const {values} = parseArgs({options: {messages: {type: 'string', default: '2000'}}})
const MESSAGES = Number(values.messages)
const AT_ONCE = 8

const PKCS8 = {type: 'pkcs8', format: 'pem'} as const
const SPKI = {type: 'spki', format: 'der'} as const
const rsa = generateKeyPairSync('rsa', {modulusLength: 2048})
const ed25519 = generateKeyPairSync('ed25519')
const rsaPem = rsa.privateKey.export(PKCS8).toString()
const ed25519Pem = ed25519.privateKey.export(PKCS8).toString()
const RSA: DkimKey = {domain: 'health.example', selector: 'r', privateKey: rsaPem}
const ED25519: DkimKey = {domain: 'health.example', selector: 'e', privateKey: ed25519Pem}
const published: Readonly<Record<string, string>> = {
  'r._domainkey.health.example': `v=DKIM1; k=rsa; p=${rsa.publicKey.export(SPKI).toString('base64')}`,
  'e._domainkey.health.example': `v=DKIM1; k=ed25519; p=${ed25519.publicKey.export(SPKI).subarray(-32).toString('base64')}`,
}

const LONG = 'A plain habit helps more than a plan that nobody keeps for a week. '.repeat(20)
const [output] = emailPublisher.digest(
  digestPublication({intro: Array.from({length: 9}, (_, key) => block(`${key} ${LONG}`))}),
)
if (output === undefined) throw new Error('No digest')
const gate = createGate(noticeBook(), {origin: site().url})
const verified = await gate.pass(output, {audience: output.audience, topics: ['depression']})

const tokens = createTokens('a secret of the bench, long enough')
const compiled = (dkim: readonly DkimKey[]) =>
  compileMail(verified, {
    siteUrl: site().url,
    returnAddress: 'returns@health.example',
    date: new Date(0),
    dkim,
  })

const filled =
  (dkim: readonly DkimKey[]) =>
  (mail = compiled(dkim)) =>
  async (id: number): Promise<Buffer> => {
    const ticket = {subscriberId: id, deliveryId: id, issuedAt: new Date(0)}
    const filling = {to: `reader${id}@mail.example`, tokens: mailTokens(tokens, ticket)}
    return (await mail.fill(filling)).raw
  }

const FIELDS =
  'from:reply-to:to:subject:date:message-id:list-id:list-unsubscribe:list-unsubscribe-post:feedback-id:content-language:mime-version:content-type'

const MAILAUTH = {signingDomain: 'health.example', selector: 'r', privateKey: rsaPem}

const bare = filled([])()
const nodemailer = new DKIM({
  keys: [{domainName: 'health.example', keySelector: 'r', privateKey: rsaPem}],
  headerFieldNames: FIELDS,
})

const WAYS: Readonly<Record<string, (id: number) => Promise<Buffer>>> = {
  'not signed': bare,
  'ours, RSA 2048': filled([RSA])(),
  'ours, Ed25519': filled([ED25519])(),
  'ours, both': filled([RSA, ED25519])(),
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
