/** What the tests of compiled mails are made of: a digest that the gate has passed, keys, readers. */
import {generateKeyPairSync} from 'node:crypto'
import {dkimVerify} from 'mailauth/lib/dkim/verify.js'
import {simpleParser} from 'mailparser'
import PostalMime from 'postal-mime'
import type {Digest} from '../../../content/model.ts'
import {type CompileOptions, compileMail} from '../../../delivery/mail/compile.ts'
import type {DkimKey} from '../../../delivery/mail/dkim.ts'
import {type MailTokens, mailTokens} from '../../../delivery/mail/values.ts'
import {createTokens} from '../../../delivery/links/tokens.ts'
import {emailPublisher} from '../../../publishers/email/email-publisher.ts'
import type {Output} from '../../../publishers/publisher.ts'
import {createGate, type VerifiedOutput} from '../../../verification/gate.ts'
import {block, digestPublication, noticeBook, site} from '../../support/model.ts'

export const tokens = createTokens('a secret of the tests, long enough')

export const tokensOf = (subscriberId: number, deliveryId = subscriberId + 1): MailTokens =>
  mailTokens(tokens, {subscriberId, deliveryId, issuedAt: new Date('2026-03-02T08:00:00Z')})

const PEM = {type: 'pkcs8', format: 'pem'} as const
const SPKI = {type: 'spki', format: 'der'} as const

const rsa = generateKeyPairSync('rsa', {modulusLength: 2048})
const ed25519 = generateKeyPairSync('ed25519')

export const rsaKey: DkimKey = {
  domain: 'health.example',
  selector: 'r1',
  privateKey: rsa.privateKey.export(PEM).toString(),
}

export const ed25519Key: DkimKey = {
  domain: 'health.example',
  selector: 'e1',
  privateKey: ed25519.privateKey.export(PEM).toString(),
}

/** RFC 8463: the raw 32 octets, which end the DER form. */
const records: Readonly<Record<string, string>> = {
  'r1._domainkey.health.example': `v=DKIM1; k=rsa; p=${rsa.publicKey.export(SPKI).toString('base64')}`,
  'e1._domainkey.health.example': `v=DKIM1; k=ed25519; p=${ed25519.publicKey.export(SPKI).subarray(-32).toString('base64')}`,
}

/** The verdict on each signature, by selector, of another implementation than ours. */
export const verdicts = async (raw: Buffer): Promise<Readonly<Record<string, string>>> => {
  const {results} = await dkimVerify(raw, {
    resolver: (name: string) => Promise.resolve([[records[name] ?? '']]),
  })
  return Object.fromEntries(results.map(({selector, status}) => [String(selector), status.result]))
}

const book = noticeBook()
const gate = createGate(book, {origin: site().url})

const ARABIC: Partial<Digest> = {
  language: 'ar',
  subject: 'خطوات صغيرة عندما لا يزول المزاج السيئ',
  preheader: 'وأين تجد المساعدة',
  intro: [block('عندما لا يزول المزاج السيئ، تحدث مع شخص تثق به. '.repeat(12))],
}

export const LANGUAGES = ['en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** English is quoted-printable, Arabic base64. */
export const digestOutput = (language: Language, over: Partial<Digest> = {}): Output => {
  const [output] = emailPublisher.digest(
    digestPublication({...(language === 'ar' ? ARABIC : {}), ...over}),
  )
  if (output === undefined) throw new Error('No output')
  return output
}

const topics = ['depression']

export const verified = (output: Output): Promise<VerifiedOutput> =>
  gate.pass(output, {audience: output.audience, topics})

/** Whether the gate finds the notice in these finished octets. */
export const inspect = (raw: Buffer, output: Output): Promise<void> =>
  gate.inspect(
    {path: output.path, format: 'mail', text: raw.toString('latin1')},
    {audience: output.audience, topics},
  )

export const OPTIONS: CompileOptions = {
  siteUrl: site().url,
  returnAddress: 'returns@health.example',
  date: new Date('2026-03-02T08:00:00Z'),
}

export const compiled = async (
  language: Language = 'en',
  options: Partial<CompileOptions> = {},
  over: Partial<Digest> = {},
) => compileMail(await verified(digestOutput(language, over)), {...OPTIONS, ...options})

const plain = (text: unknown): string => String(text).replaceAll('\r\n', '\n').trimEnd()

/** Both parts as two parsers read them. */
export const readings = async (
  raw: Buffer,
): Promise<readonly {readonly text: string; readonly html: string}[]> => {
  const one = await PostalMime.parse(raw)
  const other = await simpleParser(raw, {skipTextToHtml: true})
  return [one, other].map(({text, html}) => ({text: plain(text), html: plain(html)}))
}

/** Every field, unfolded, in order: `[lower-case name, value]`. */
export const fieldsOf = (raw: Buffer): readonly (readonly [name: string, value: string])[] => {
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n', 1)
  return head
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ])
}

export const fieldOf = (raw: Buffer, name: string): string =>
  fieldsOf(raw)
    .filter(([each]) => each === name)
    .map(([, value]) => value)
    .join('\n')
