/** One-character changes to the notice inside an artefact, wherever a reader or a machine meets it. */
import PostalMime from 'postal-mime'
import {noticeText} from '../../crisis-notice/lines.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import type {Output} from '../../publishers/publisher.ts'
import {mail} from './artefacts.ts'
import {plainly} from './plain-mail.ts'

/** A part of an artefact that holds the notice, and how it goes back in. */
interface Place {
  readonly text: string
  /** From and to, in UTF-16 units of `text`. */
  readonly spans: readonly (readonly [number, number])[]
  readonly put: (changed: string) => string
}

const spanOf = (text: string, wanted: string): readonly (readonly [number, number])[] => {
  const at = text.indexOf(wanted)
  return at === -1 ? [] : [[at, at + wanted.length]]
}

/** Words and addresses of the first notice in HTML; markup between them is its own affair. */
const htmlSpans = (html: string, name = 'aside'): readonly (readonly [number, number])[] => {
  const notice = new RegExp(`<${name} (?:class="notice" )?role="note"[\\s\\S]*?</${name}>`)
  const [region = ''] = notice.exec(html) ?? []
  const start = html.indexOf(region)
  return [...region.matchAll(/>([^<]+)<|href="([^"]+)"/g)].map((match) => {
    const inside = match[1] ?? match[2] ?? ''
    const at = start + match.index + match[0].indexOf(inside)
    return [at, at + inside.length]
  })
}

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** The objects of a JSON artefact that have something to say about the notice. */
const jsonPlaces = (text: string, lines: string): readonly Place[] => {
  const root: unknown = JSON.parse(text)
  const places: Place[] = []
  const visit = (value: unknown): void => {
    if (!isJson(value)) return
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') visit(inner)
      else {
        const isHtml = key === 'html' || key === 'content_html'
        // The HTML of a section is the partner's to place; the notice is not in it.
        const spans = isHtml ? htmlSpans(inner) : spanOf(inner, lines)
        const put = (changed: string): string => {
          value[key] = changed
          const out = JSON.stringify(root)
          value[key] = inner
          return out
        }
        if (spans.length > 0) places.push({text: inner, spans, put})
      }
    }
  }
  visit(root)
  return places
}

const placesOf = async (
  output: Output,
  notice: CrisisNotice,
  seed: number,
): Promise<readonly Place[]> => {
  const {format, text} = output
  const itself = (changed: string): string => changed
  if (format === 'sitemap') return []
  if (format === 'page') return [{text, spans: htmlSpans(text), put: itself}]
  if (format === 'sms') return [{text, spans: spanOf(text, notice.smsText), put: itself}]
  if (format === 'atom') {
    const summary = /<summary[^>]*>([^<]*?)\n\n/.exec(text)
    return summary === null ? [] : [{text, spans: spanOf(text, summary[1] ?? ''), put: itself}]
  }
  if (format === 'mail') {
    const {html = '', text: plain = ''} = await PostalMime.parse(text)
    // For the full reading or for the strict one, whichever part and edit the seed chooses.
    const write = Math.floor(seed / 8) % 2 === 0 ? mail : plainly
    const length = noticeText(notice).replace(/\s/g, '').length
    let end = 0
    for (let seen = 0; seen < length; end += 1) if (/\S/.test(plain.charAt(end))) seen += 1
    return [
      {
        text: html,
        spans: htmlSpans(html, 'div'),
        put: (changed) => write({html: changed, text: plain}),
      },
      {text: plain, spans: [[0, end]], put: (changed) => write({html, text: changed})},
    ]
  }
  return jsonPlaces(text, noticeText(notice))
}

/** Each takes one character of ink away, or puts one in. */
const EDITS: readonly ((before: string, character: string, after: string) => string)[] = [
  (before, _character, after) => before + after,
  (before, character, after) => `${before}${character === '#' ? 'x' : '#'}${after}`,
  (before, character, after) => `${before}${character}${character}${after}`,
  (before, character, after) => `${before}${character}\u200b${after}`,
]

/** Inside `&lt;`, where the semicolon may go and the reader sees the same. */
const isReference = (text: string, at: number): boolean => {
  const start = text.lastIndexOf('&', at)
  return start !== -1 && /^&#?\w*;?$/.test(text.slice(start, at + 1))
}

/**
 * The artefact with one change, chosen by `seed`; `undefined` when nothing of it is the notice. White
 * space is left alone: how a line is broken changes no word.
 */
export const edited = async (
  output: Output,
  notice: CrisisNotice,
  seed: number,
): Promise<string | undefined> => {
  const places = await placesOf(output, notice, seed)
  const place = places[seed % Math.max(places.length, 1)]
  const spots = (place?.spans ?? []).flatMap(([from, to]) =>
    Array.from({length: to - from}, (_each, index) => from + index).filter(
      (at) => /\S/.test(place?.text.charAt(at) ?? ' ') && !isReference(place?.text ?? '', at),
    ),
  )
  const at = spots[seed % Math.max(spots.length, 1)]
  const edit = EDITS[seed % EDITS.length]
  if (place === undefined || at === undefined || edit === undefined) return undefined
  const {text, put} = place
  return put(edit(text.slice(0, at), text.charAt(at), text.slice(at + 1)))
}
