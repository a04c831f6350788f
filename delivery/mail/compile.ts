/**
 * One verified mail, compiled once for everybody of its audience, and filled for each. Between two
 * recipients differ: the To, Message-ID, List-Unsubscribe and DKIM-Signature fields, and the tokens
 * in the links of the footer. The notice and everything else are the octets that the gate passed.
 */
import {MailError} from '../../errors.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'
import {base64Pieces, decodeBase64} from './base64.ts'
import {type Body, createBody} from './body.ts'
import {createSigner, type DkimKey} from './dkim.ts'
import {type HeaderOptions, type HeaderPlan, headerPlan} from './header.ts'
import {type BodyPart, type MailParts, mailParts} from './parts.ts'
import {type Place, placesIn} from './places.ts'
import {decodeQuotedPrintable, quotedPrintablePieces} from './quoted-printable.ts'
import {LINK_SLOTS, type LinkSlot, type Piece} from './slots.ts'
import type {OutgoingMail} from './transport.ts'
import {checkedTokens, type MailTokens, recipientOf} from './values.ts'

export interface CompileOptions extends HeaderOptions {
  /** The origin that the mail was published with, without a final slash. */
  readonly siteUrl: string
  /** Where the links lead: an origin, with a path or without, no final slash. `siteUrl` when absent. */
  readonly publicUrl?: string
  /**
   * A mailbox that takes plus addresses: bounces come back to `<local>+bounce-<token>@…`, mails that
   * ask to leave to `<local>+leave-<token>@…`.
   */
  readonly returnAddress: string
  /** When the campaign started: the same for all, and when one is sent again. */
  readonly date: Date
  /** One signature each; none leaves the mail unsigned, for a relay that signs. */
  readonly dkim?: readonly DkimKey[]
}

export interface MailValues {
  /** One mail address, without a name. */
  readonly to: string
  readonly tokens: MailTokens
}

export interface CompiledMail {
  /** The links of the body that take a token. */
  readonly slots: readonly LinkSlot[]
  /** Throws MailError MAIL_VALUE_REFUSED for a value that a mail may not carry. */
  fill(values: MailValues): Promise<OutgoingMail>
}

const decoded = ({encoding, body}: BodyPart): string =>
  encoding === 'base64'
    ? decodeBase64(body).toString('utf8')
    : decodeQuotedPrintable(body).octets.toString('utf8')

const piecesOf = (
  part: BodyPart,
  places: readonly Place[],
  addressOf: (place: Place) => string,
): readonly Piece[] => {
  const pieces = part.encoding === 'base64' ? base64Pieces : quotedPrintablePieces
  return pieces(part.body, places, addressOf)
}

const bodyOf = (path: string, parts: MailParts, site: string, header: HeaderPlan): Body => {
  const text = placesIn(decoded(parts.text), 'text', site)
  const html = placesIn(decoded(parts.html), 'html', site)
  const names = (places: readonly Place[]): string =>
    places
      .map(({name}) => name)
      .toSorted()
      .join(', ')
  const isIncomplete = header.isListMail && !text.some(({name}) => name === 'unsubscribe')
  if (isIncomplete || names(text) !== names(html)) {
    throw new MailError(
      'MAIL_LINK_MISSING',
      `${path}: the text part has links to (${names(text)}), the HTML part to (${names(html)}), and both need the same, a list mail's also ${site}${LINK_SLOTS.unsubscribe}. Publish the digest again.`,
    )
  }
  const addressOf = ({name}: Place): string => `${header.publicUrl}${LINK_SLOTS[name]}`
  const {boundary} = parts
  return createBody([
    `--${boundary}\r\n${parts.text.head}`,
    ...piecesOf(parts.text, text, addressOf),
    `\r\n--${boundary}\r\n${parts.html.head}`,
    ...piecesOf(parts.html, html, addressOf),
    `\r\n--${boundary}--\r\n`,
  ])
}

/**
 * Throws UnverifiedOutputError for what no gate has passed, MailError MAIL_SHAPE_UNKNOWN,
 * MAIL_LINK_MISSING, MAIL_LINK_INSECURE, MAIL_VALUE_REFUSED or DKIM_KEY_INVALID.
 */
export const compileMail = (verified: VerifiedOutput, options: CompileOptions): CompiledMail => {
  const parts = mailParts(verified)
  const {path} = verified.output
  const header = headerPlan(parts.fields, options)
  const body = bodyOf(path, parts, options.siteUrl, header)
  const signers = (options.dkim ?? []).map(createSigner)
  const fill = async ({to, tokens}: MailValues): Promise<OutgoingMail> => {
    const recipient = recipientOf(to)
    const checked = checkedTokens(tokens, body.slots)
    const {hash, after} = body.fill(checked.links)
    const fields = header.fields(recipient.header, checked)
    const signatures = await Promise.all(signers.map((sign) => sign({fields, bodyHash: hash})))
    return Object.freeze({
      envelope: Object.freeze({from: header.bounceAddress(checked), to: recipient.envelope}),
      raw: after(`${signatures.join('')}${fields.join('\r\n')}\r\n\r\n`),
    })
  }
  return Object.freeze({slots: body.slots, fill})
}
