/** Where the parts of a notice stand in a page. */
import type {Fact} from './facts.ts'
import {dialOf, isSameNumber, numberPattern} from './numbers.ts'
import {decodedUri, plainPiece} from './plain.ts'
import type {Stream, StreamLink} from './stream.ts'

export interface Occurrence {
  readonly fact: Fact
  readonly at: number
  readonly hidden: string | undefined
  /** A link leads there, whatever its words. */
  readonly isLink: boolean
}

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

/** Whole words, whatever the white space between them. */
export const wordsPattern = (words: string): RegExp => {
  const tokens = plainPiece(words).trim().split(/\s+/).map(escaped)
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${tokens.join(String.raw`\s+`)}(?![\p{L}\p{N}])`,
    'giu',
  )
}

/** The same place, however its address is written: no scheme, no `www.`, no slash at the end, no query. */
const place = (href: string): string | undefined => {
  if (!URL.canParse(href)) return undefined
  const {protocol, host, pathname} = new URL(href)
  if (!protocol.startsWith('http')) return undefined
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`
}

const WAYS = {phone: 'tel', emergency: 'tel', sms: 'sms'} as const

const isLinkTo = ({href}: StreamLink, {kind, value}: Fact): boolean => {
  if (kind === 'chat') return place(href) !== undefined && place(href) === place(value)
  if (kind === 'keyword')
    return (
      dialOf(href)?.way === 'sms' && wordsPattern(value).test(decodedUri(href.replaceAll('+', ' ')))
    )
  if (kind === 'name') return false
  const found = dialOf(href)
  return found !== undefined && found.way === WAYS[kind] && isSameNumber(found.dial, value)
}

const patternsOf = ({kind, value, shown}: Fact): readonly RegExp[] => {
  if (kind === 'name' || kind === 'keyword') return [wordsPattern(value)]
  if (kind === 'chat') return [wordsPattern(place(value) ?? value)]
  const spelled = /\p{L}/u.test(shown) ? [wordsPattern(shown)] : []
  return [numberPattern(value), ...spelled]
}

/** In the order in which they stand. */
export const occurrencesOf = (stream: Stream, facts: readonly Fact[]): readonly Occurrence[] =>
  facts
    .flatMap((fact) => {
      const inText = patternsOf(fact)
        .flatMap((pattern) => [...stream.text.matchAll(pattern)])
        .map(({index}) => ({fact, at: index, hidden: stream.hiddenAt(index), isLink: false}))
      const inLinks = stream.links
        .filter((link) => isLinkTo(link, fact))
        .map(({at, hidden}) => ({fact, at, hidden, isLink: true}))
      return [...inText, ...inLinks]
    })
    .sort((a, b) => a.at - b.at)
