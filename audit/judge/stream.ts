/** The pieces of a page as one text, with what is hidden of it and where its links begin. */
import type {Piece} from '../read/view.ts'
import {plainPiece} from './plain.ts'

export interface StreamLink {
  readonly at: number
  readonly href: string
  readonly words: string
  readonly hidden: string | undefined
}

export interface Stream {
  /** Plain (plain.ts), blocks kept apart by line breaks. */
  readonly text: string
  readonly links: readonly StreamLink[]
  /** Why a reader does not see what stands there. */
  hiddenAt(offset: number): string | undefined
}

interface Span {
  readonly start: number
  readonly hidden: string | undefined
}

/** The last span that begins at or before `offset`. */
const spanAt = (spans: readonly Span[], offset: number): Span | undefined => {
  let [low, high] = [0, spans.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((spans[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return spans[low]
}

export const streamOf = (pieces: readonly Piece[]): Stream => {
  const parts: string[] = []
  const spans: Span[] = []
  const links: StreamLink[] = []
  let length = 0
  for (const {text, hidden, link} of pieces) {
    if (link !== undefined) {
      const words = plainPiece(link.words)
      links.push({at: length, href: link.href, words, hidden})
    }
    if (text === '') continue
    const plain = plainPiece(text)
    spans.push({start: length, hidden})
    parts.push(plain)
    length += plain.length
  }
  return {
    text: parts.join(''),
    links,
    hiddenAt: (offset) => spanAt(spans, offset)?.hidden,
  }
}

/** What a reader sees. */
export const seenPieces = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter(({hidden}) => hidden === undefined)
