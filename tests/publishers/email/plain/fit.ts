/** Mails written and fitted by encoding everything and measuring what came out: what the fast way is held to. */
import {base64, base64Length} from '../../../../publishers/email/mime/base64.ts'
import {
  byDispensability,
  joinHtml,
  joinText,
  keep,
  type Piece,
  type Rendered,
} from '../../../../publishers/email/pieces.ts'
import {plainQuotedPrintable} from './quoted-printable.ts'

const fnv1a = (text: string, basis: number): string => {
  let hash = basis
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

export const plainHash = (text: string): string =>
  fnv1a(text, 0x811c9dc5) + fnv1a(text, ~0x811c9dc5)

export const plainOctets = (text: string): number =>
  new TextEncoder().encode(text.replace(/\r\n|\r|\n/g, '\r\n')).length

const part = (type: string, text: string): string => {
  const quoted = plainQuotedPrintable(text)
  const isQuoted = quoted.length <= base64Length(plainOctets(text))
  return [
    `Content-Type: text/${type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${isQuoted ? 'quoted-printable' : 'base64'}`,
    '',
    isQuoted ? quoted : base64(text),
  ].join('\r\n')
}

interface Parts {
  readonly headers: readonly string[]
  readonly text: string
  readonly html: string
}

export const plainAlternative = ({headers, text, html}: Parts): string => {
  const boundary = `=_${plainHash(`${text}\0${html}`)}`
  return [
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    part('plain', text),
    `--${boundary}`,
    part('html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

export interface PlainDraft {
  readonly documentId: string
  readonly headers: readonly string[]
  readonly frame: {readonly before: string; readonly after: string}
  readonly pieces: readonly Piece[]
}

/** `undefined` for what is refused. */
export const plainFit = ({headers, frame, pieces}: PlainDraft): string | undefined => {
  const written = (gone: ReadonlySet<Piece>): string | undefined => {
    const kept = keep(pieces, gone)
    const html = `${frame.before}${joinHtml(kept)}${frame.after}`
    const message = plainAlternative({headers, text: joinText(kept), html})
    return message.length <= 100_000 && plainOctets(html) <= 80_000 ? message : undefined
  }
  const whole = written(new Set())
  if (whole !== undefined) return whole
  const order = byDispensability(pieces)
  const framing = plainAlternative({headers, text: '', html: ''}).length
  // Only so that the test ends the same day: a search asks for the same pieces again and again.
  const known = new Map<string, {readonly octets: number; readonly quoted: number}>()
  const size = (text: string) => {
    const found = known.get(text) ?? {
      octets: plainOctets(text),
      quoted: plainQuotedPrintable(text).length,
    }
    known.set(text, found)
    return found
  }
  const body = (texts: readonly string[]) => {
    const sizes = texts.map(size)
    const octets = sizes.reduce((sum, each) => sum + each.octets, 0)
    const quoted = sizes.reduce((sum, each) => sum + each.quoted, 0)
    return {octets, length: Math.min(quoted, base64Length(octets))}
  }
  const fits = (count: number): boolean => {
    const kept: readonly Rendered[] = [
      {html: frame.before + frame.after, text: ''},
      ...keep(pieces, new Set(order.slice(0, count))),
    ]
    const html = body(kept.map((piece) => piece.html))
    const text = body(kept.map((piece) => `${piece.text}\n\n`))
    return html.octets <= 80_000 && framing + html.length + text.length <= 100_000
  }
  if (!fits(order.length)) return undefined
  let [tooFew, enough] = [-1, order.length]
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (fits(middle)) enough = middle
    else tooFew = middle
  }
  return written(new Set(order.slice(0, enough)))
}
