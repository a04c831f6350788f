/**
 * Keeps a mail within its limits. Gmail cuts HTML off at about 102 KB and shows "message clipped"
 * in its place; whatever is cut must be cut by us, at a place that makes sense to a reader.
 */
import {PublisherError} from '../../errors.ts'
import {base64Length} from './mime/base64.ts'
import {measuredAlternative, type Message, multipartAlternative} from './mime/mime.ts'
import {quotedSize} from './mime/quoted-printable.ts'
import {byDispensability, joinHtml, joinText, keep, type Piece, type Rendered} from './pieces.ts'

/** Octets of decoded UTF-8, line breaks as CRLF. */
export const MAX_HTML = 80_000
/** Octets of the whole message as sent. */
export const MAX_MESSAGE = 100_000

interface Draft {
  readonly documentId: string
  readonly headers: readonly string[]
  /** HTML around the rows; both end with a line break. */
  readonly frame: {readonly before: string; readonly after: string}
  readonly pieces: readonly Piece[]
}

interface Cost {
  readonly html: number
  readonly quotedHtml: number
  readonly text: number
  readonly quotedText: number
}

/** Both encodings work line by line or octet by octet, so costs of whole lines add up. */
const costOf = ({html, text}: Rendered): Cost => {
  const ofHtml = quotedSize(html)
  const ofText = quotedSize(`${text}\n\n`)
  return {
    html: ofHtml.octets,
    quotedHtml: ofHtml.length,
    text: ofText.octets,
    quotedText: ofText.length,
  }
}

const total = (costs: readonly Cost[], field: keyof Cost): number =>
  costs.reduce((sum, cost) => sum + cost[field], 0)

/** The message without the pieces in `gone`. */
const write = ({headers, frame, pieces}: Draft, gone: ReadonlySet<Piece>): Message => {
  const kept = keep(pieces, gone)
  const html = joinHtml([{html: frame.before}, ...kept, {html: frame.after}])
  return measuredAlternative({headers, text: joinText(kept), html})
}

const isWithin = ({message, htmlOctets}: Message): boolean =>
  message.length <= MAX_MESSAGE && htmlOctets <= MAX_HTML

/** In either encoding a UTF-16 unit takes a character or more. */
const isHopeless = (pieces: readonly Piece[]): boolean =>
  pieces.reduce((sum, {html, text}) => sum + html.length + text.length, 0) > MAX_MESSAGE

/** How many dispensable pieces must go: none of fewer fits. `undefined` when all are not enough. */
const smallestCut = (draft: Draft, order: readonly Piece[]): number | undefined => {
  const known = new Map<Rendered, Cost>()
  const cost = (piece: Rendered): Cost => {
    const found = known.get(piece) ?? costOf(piece)
    known.set(piece, found)
    return found
  }
  const framing = multipartAlternative({headers: draft.headers, text: '', html: ''}).length
  const frame = costOf({html: draft.frame.before + draft.frame.after, text: ''})
  const fits = (count: number): boolean => {
    const kept = keep(draft.pieces, new Set(order.slice(0, count)))
    const costs = [frame, ...kept.map(cost)]
    const html = total(costs, 'html')
    const body = Math.min(total(costs, 'quotedHtml'), base64Length(html))
    const text = Math.min(total(costs, 'quotedText'), base64Length(total(costs, 'text')))
    return html <= MAX_HTML && framing + body + text <= MAX_MESSAGE
  }
  if (!fits(order.length)) return undefined
  let [tooFew, enough] = [-1, order.length]
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (fits(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

/**
 * The message, whole when it fits, else without as few pieces as will do. Throws PublisherError
 * MAIL_TOO_LONG when even the indispensable pieces do not fit.
 */
export const fit = (draft: Draft): string => {
  const whole = isHopeless(draft.pieces) ? undefined : write(draft, new Set())
  if (whole !== undefined && isWithin(whole)) return whole.message
  const order = byDispensability(draft.pieces)
  const count = smallestCut(draft, order)
  const cut = count === undefined ? undefined : write(draft, new Set(order.slice(0, count)))
  if (cut !== undefined && isWithin(cut)) return cut.message
  throw new PublisherError({
    documentId: draft.documentId,
    path: '',
    code: 'MAIL_TOO_LONG',
    message: `The mail is over ${MAX_MESSAGE} octets even with its sections left out. Shorten the title, summary, or the names in it.`,
  })
}
