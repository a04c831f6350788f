/**
 * DKIM signatures (RFC 6376; Ed25519 by RFC 8463). Our own step, since the body of a compiled mail is
 * canonical and hashed up to its first slot before the first recipient, and since the private
 * keys' work is done on the thread pool: docs in bench/delivery/dkim.ts.
 */
import {createHash, createPrivateKey, type KeyObject, sign} from 'node:crypto'
import {MailError} from '../../errors.ts'
import {relaxedField} from './canonical.ts'

export interface DkimKey {
  /** The `d=` domain: the sender's, so that DMARC sees one. */
  readonly domain: string
  readonly selector: string
  /** PEM. RSA of 2048 bits or more, or Ed25519. */
  readonly privateKey: string
}

export interface Signable {
  /** Whole fields, folded, without their final CRLF. */
  readonly fields: readonly string[]
  /** `bh=`. */
  readonly bodyHash: string
}

/** Gives a whole DKIM-Signature field, with its CRLF. */
export type Signer = (message: Signable) => Promise<string>

/**
 * What is signed, where it is there. Doubled are the fields that a reader sees: a second one could
 * not be put in beside it (RFC 6376 8.15). RFC 8058 wants both of the List-Unsubscribe fields.
 */
const SIGNED = [
  'from',
  'reply-to',
  'to',
  'subject',
  'date',
  'message-id',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'feedback-id',
  'content-language',
  'mime-version',
  'content-type',
] as const

const DOUBLED: ReadonlySet<string> = new Set(['from', 'reply-to', 'to', 'subject', 'date'])

const SHORTEST_RSA = 2048
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/

const invalid = ({domain, selector}: DkimKey, why: string): MailError =>
  new MailError(
    'DKIM_KEY_INVALID',
    `The DKIM key ${selector}._domainkey.${domain} cannot sign: ${why}. Give an RSA key of at least ${SHORTEST_RSA} bits or an Ed25519 key, as PEM.`,
  )

const privateKeyOf = (key: DkimKey): KeyObject => {
  try {
    return createPrivateKey(key.privateKey)
  } catch {
    throw invalid(key, 'it is not a private key in PEM')
  }
}

const algorithmOf = (key: DkimKey, privateKey: KeyObject): 'rsa-sha256' | 'ed25519-sha256' => {
  const {asymmetricKeyType, asymmetricKeyDetails} = privateKey
  if (asymmetricKeyType === 'ed25519') return 'ed25519-sha256'
  const bits = asymmetricKeyDetails?.modulusLength ?? 0
  if (asymmetricKeyType !== 'rsa') throw invalid(key, `it is a key of ${asymmetricKeyType}`)
  if (bits < SHORTEST_RSA) throw invalid(key, `it has ${bits} bits`)
  return 'rsa-sha256'
}

const signed = (data: string, algorithm: string, key: KeyObject): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null, signature: Buffer): void =>
      error === null ? resolve(signature) : reject(error)
    // RFC 8463 3: Ed25519 signs the hash, not the text
    if (algorithm === 'rsa-sha256') sign('sha256', Buffer.from(data, 'latin1'), key, done)
    else sign(null, createHash('sha256').update(data, 'latin1').digest(), key, done)
  })

const COLUMNS = 76

/** `h=`'s names, folded after colons. */
const foldedNames = (names: readonly string[]): string => {
  const lines: string[] = []
  let line = ' h='
  for (const [index, name] of names.entries()) {
    const token = index === names.length - 1 ? `${name};` : `${name}:`
    if (line.length + token.length > COLUMNS) {
      lines.push(line)
      line = '  '
    }
    line += token
  }
  return [...lines, line].join('\r\n')
}

const foldedSignature = (signature: string): string =>
  (signature.match(/.{1,72}/g) ?? []).join('\r\n  ')

/** Throws MailError DKIM_KEY_INVALID. */
export const createSigner = (key: DkimKey): Signer => {
  if (!NAME.test(key.domain) || !NAME.test(key.selector)) {
    throw invalid(key, 'its domain or selector is no host name')
  }
  const privateKey = privateKeyOf(key)
  const algorithm = algorithmOf(key, privateKey)
  return async ({fields, bodyHash}) => {
    const named = new Map(fields.map((lines) => [relaxedField(lines).split(':', 1)[0], lines]))
    const there = SIGNED.filter((name) => named.has(name))
    const names = there.flatMap((name) => (DOUBLED.has(name) ? [name, name] : [name]))
    const unsigned = [
      `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed;`,
      ` d=${key.domain}; s=${key.selector};`,
      foldedNames(names),
      ` bh=${bodyHash};`,
      ' b=',
    ].join('\r\n')
    // a doubled name stands for a field that is not there: it adds nothing to what is signed
    const data = there.map((name) => relaxedField(named.get(name) ?? '')).join('')
    const own = relaxedField(unsigned).trimEnd()
    const signature = await signed(data + own, algorithm, privateKey)
    return `${unsigned}${foldedSignature(signature.toString('base64'))}\r\n`
  }
}
