/** What the benches of mail share: one compiled digest of about 33 KB, keys, and ways to fill it. */
import {generateKeyPairSync} from 'node:crypto'
import {createTokens} from '../../delivery/links/tokens.ts'
import {compileMail} from '../../delivery/mail/compile.ts'
import type {DkimKey} from '../../delivery/mail/dkim.ts'
import type {OutgoingMail} from '../../delivery/mail/transport.ts'
import {mailTokens} from '../../delivery/mail/values.ts'
import {emailPublisher} from '../../publishers/email/email-publisher.ts'
import {createGate} from '../../verification/gate.ts'
import {block, digestPublication, noticeBook, site} from '../../tests/support/model.ts'

const PKCS8 = {type: 'pkcs8', format: 'pem'} as const
const SPKI = {type: 'spki', format: 'der'} as const
const rsa = generateKeyPairSync('rsa', {modulusLength: 2048})
const ed25519 = generateKeyPairSync('ed25519')
export const rsaPem = rsa.privateKey.export(PKCS8).toString()
const ed25519Pem = ed25519.privateKey.export(PKCS8).toString()
export const RSA: DkimKey = {domain: 'health.example', selector: 'r', privateKey: rsaPem}
export const ED25519: DkimKey = {domain: 'health.example', selector: 'e', privateKey: ed25519Pem}
/** DNS, for whoever verifies. */
export const published: Readonly<Record<string, string>> = {
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
/** Finished mails by number, signed with these keys. */
export const filled = (dkim: readonly DkimKey[]): ((id: number) => Promise<OutgoingMail>) => {
  const mail = compileMail(verified, {
    siteUrl: site().url,
    returnAddress: 'returns@health.example',
    date: new Date(0),
    dkim,
  })
  return (id) => {
    const ticket = {subscriberId: id + 1, deliveryId: id + 1, issuedAt: new Date(0)}
    return mail.fill({to: `reader${id}@mail.example`, tokens: mailTokens(tokens, ticket)})
  }
}

/** What is signed, for nodemailer. */
export const FIELDS =
  'from:reply-to:to:subject:date:message-id:list-id:list-unsubscribe:list-unsubscribe-post:feedback-id:content-language:mime-version:content-type'
