/**
 * The header of a newsletter. What differs by recipient (To, the tokens in List-Unsubscribe) is
 * neutral here: delivery puts the recipient's own in before it signs and sends.
 */
import type {Site} from '../../content/model.ts'
import type {Audience} from '../../crisis-notice/notice.ts'
import {PublisherError} from '../../errors.ts'
import {perFrozen} from '../../content/per-frozen.ts'
import {mailAddress} from './mime/address.ts'
import {mailDate} from './mime/date.ts'
import {mailbox, structured, unstructured} from './mime/header.ts'
import {oneLine} from './mime/one-line.ts'

export interface Envelope {
  readonly site: Site
  readonly kind: 'article' | 'digest' | 'joining' | 'partner'
  readonly documentId: string
  readonly revision: string
  readonly slug: string
  readonly audience: Audience
  readonly subject: string
  /** The document's field that `subject` comes from. */
  readonly subjectField: string
  /** ISO 8601. */
  readonly date: string
}

/** Who has not confirmed is on no list yet; a partner is on none. */
const ON_NO_LIST: readonly Envelope['kind'][] = ['joining', 'partner']

/** Injective, so that two documents never share a Message-ID: `a.b` gives `a_2eb`. */
const safe = (text: string): string =>
  text.replace(/[^A-Za-z0-9-]/gu, (other) => `_${other.codePointAt(0)?.toString(16)}`)

const hostOf = perFrozen((site: Site) => new URL(site.url).hostname)

/** RFC 5322 3.6.4. The same document, revision and audience: the same id, in every run. */
const messageId = ({site, documentId, revision, audience}: Envelope): string => {
  const parts = [documentId, revision, audience.country, audience.language].map(safe)
  return `<${parts.join('.')}@${hostOf(site)}>`
}

const listId = (site: Site): string => {
  if (/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(site.listId)) return site.listId
  throw new PublisherError({
    documentId: site.id,
    path: 'listId',
    code: 'LIST_ID_INVALID',
    message: `"${site.listId}" is not a list id (RFC 2919). Write it like a host name, for example digest.example.org.`,
  })
}

/** Where a reader unsubscribes; delivery adds the recipient's token. */
export const unsubscribeUrl = (site: Site): string => `${site.url}/unsubscribe/`

/** Where a reader chooses topics and channels; delivery adds the recipient's token. */
export const preferencesUrl = (site: Site): string => `${site.url}/preferences/`

/** Gmail's feedback loop: three fields of our own, then the sender, 5 to 15 characters. */
const feedbackId = ({site, kind, slug, audience}: Envelope): string => {
  const sender = hostOf(site)
    .replace(/^www\./, '')
    .replace(/[^A-Za-z0-9]/g, '-')
    .slice(0, 15)
  return [safe(slug), `${safe(audience.country)}-${safe(audience.language)}`, kind, sender].join(
    ':',
  )
}

interface Sender {
  readonly name: string
  readonly address: string
  /** The address that answers go to. */
  readonly answers: string
}

const sender = perFrozen((site: Site): Sender => {
  const name = oneLine(site.mailFrom.name, {documentId: site.id, path: 'mailFrom.name'})
  const address = mailAddress(site.mailFrom.address, {
    documentId: site.id,
    path: 'mailFrom.address',
  })
  const answers =
    site.replyTo === undefined
      ? address
      : mailAddress(site.replyTo, {documentId: site.id, path: 'replyTo'})
  return {name, address, answers}
})

/** Who sends and who is written to: the same in every mail of a site. */
const senderHeaders = perFrozen((site: Site): readonly string[] => {
  const {name, address, answers} = sender(site)
  return [
    mailbox('From', {name, address}),
    ...(site.replyTo === undefined ? [] : [structured('Reply-To', answers)]),
    structured('To', 'undisclosed-recipients:;'),
  ]
})

/** Of every list mail of a site. */
const listHeaders = perFrozen((site: Site): readonly string[] => {
  const {name, answers} = sender(site)
  return [
    // RFC 2919
    mailbox('List-Id', {name, address: listId(site)}),
    // RFC 2369 and RFC 8058: one field, one https address
    structured(
      'List-Unsubscribe',
      `<${unsubscribeUrl(site)}>,`,
      `<mailto:${answers}?subject=unsubscribe>`,
    ),
    structured('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
  ]
})

/** Folded header fields, in the order of RFC 5322 3.6. Throws PublisherError. */
export const mailHeaders = (envelope: Envelope): readonly string[] => {
  const {site, documentId, subject, subjectField, date} = envelope
  return [
    ...senderHeaders(site),
    unstructured('Subject', oneLine(subject, {documentId, path: subjectField})),
    structured('Date', mailDate(date)),
    structured('Message-ID', messageId(envelope)),
    ...(ON_NO_LIST.includes(envelope.kind)
      ? []
      : [...listHeaders(site), structured('Feedback-ID', feedbackId(envelope))]),
    structured('Content-Language', envelope.audience.language),
  ]
}
