/**
 * Articles and digests as newsletters: `.eml` files with a text and an HTML part, both with the
 * notice first. They are addressed to nobody: delivery sets To, and puts the recipient's own
 * addresses in the place of `/unsubscribe/` (List-Unsubscribe and footer) and `/preferences/`
 * (footer); in both parts a link's address stands on one line of the decoded text. A part may be
 * base64 (most Arabic and Hindi ones are), so decode, replace, encode; do not patch the message.
 */
import {directionOf} from '../../content/direction.ts'
import type {DigestPublication, Publication} from '../../crisis-notice/policy.ts'
import {PublisherError} from '../../errors.ts'
import {placed} from '../paths.ts'
import type {Output, Publisher} from '../publisher.ts'
import {articlePieces} from './article-pieces.ts'
import {current, digestPieces} from './digest-pieces.ts'
import {fit} from './fit.ts'
import {type Envelope, mailHeaders} from './headers.ts'
import {frame} from './layout.ts'
import type {Piece} from './pieces.ts'
import {type Sides, sidesOf} from './style.ts'

/** Characters of a digest's subject (content-model.md). */
const SUBJECT = 78

export interface Mail {
  readonly envelope: Envelope
  readonly path: string
  readonly preheader: string
  readonly language: string
  readonly sides: Sides
  readonly pieces: readonly Piece[]
}

/** Fitted into what clients show, the notice before all else. Throws PublisherError. */
export const mailOutput = ({envelope, path, preheader, language, sides, pieces}: Mail): Output => {
  const {documentId, revision, audience, subject} = envelope
  const text = fit({
    documentId,
    headers: mailHeaders(envelope),
    frame: frame({language, title: subject, preheader, sides}),
    pieces,
  })
  return Object.freeze({
    channel: 'email',
    format: 'mail',
    path,
    documentId,
    revision,
    audience,
    text,
  } as const)
}

const articleMail = (publication: Publication): Mail => {
  const {site, article, audience} = publication
  const {id, revision, slug, language, title, summary} = article
  const sides = sidesOf(directionOf(language))
  return {
    envelope: {
      site,
      kind: 'article',
      documentId: id,
      revision,
      slug,
      audience,
      subject: title,
      subjectField: 'title',
      date: article.updatedAt ?? article.publishedAt,
    },
    path: `email/${placed(site, article)}.eml`,
    preheader: summary,
    language,
    sides,
    pieces: articlePieces(publication, sides),
  }
}

/** When the digest goes out, else when the newest of its articles did. ISO 8601 sorts as text. */
const digestDate = (publication: DigestPublication): string =>
  publication.digest.scheduledAt ??
  current(publication)
    .map(({updatedAt, publishedAt}) => updatedAt ?? publishedAt)
    .toSorted()
    .at(-1) ??
  new Date(0).toISOString()

const digestMail = (publication: DigestPublication): Mail => {
  const {site, digest, audience} = publication
  const {id, revision, slug, language, subject, preheader = ''} = digest
  if ([...subject].length > SUBJECT) {
    throw new PublisherError({
      documentId: id,
      path: 'subject',
      code: 'SUBJECT_TOO_LONG',
      message: `The subject has ${[...subject].length} characters, and inboxes show ${SUBJECT} at most. Shorten it.`,
    })
  }
  const sides = sidesOf(directionOf(language))
  return {
    envelope: {
      site,
      kind: 'digest',
      documentId: id,
      revision,
      slug,
      audience,
      subject,
      subjectField: 'subject',
      date: digestDate(publication),
    },
    path: `email/digest/${placed(site, digest)}.eml`,
    preheader,
    language,
    sides,
    pieces: digestPieces(publication, sides),
  }
}

export const emailPublisher: Publisher = Object.freeze({
  channel: 'email',
  /** Throws PublisherError and UnknownBlockError. A retracted article is not mailed again. */
  article: (publication: Publication): readonly Output[] =>
    publication.article.retraction === undefined ? [mailOutput(articleMail(publication))] : [],
  digest: (publication: DigestPublication): readonly Output[] =>
    publication.digest.channels.includes('email') && current(publication).length > 0
      ? [mailOutput(digestMail(publication))]
      : [],
  site: () => [],
} as const)
