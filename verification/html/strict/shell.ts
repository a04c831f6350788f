/** What stands around the body of a whole document: all up to `<body>`, and what follows `</body>`. */
import {decoded} from './references.ts'
import {HEAD_TEXTS, HEAD_VOIDS} from './rows.ts'
import {commentAt, type StartTag, tagReader} from './tags.ts'

/** In the head: white space, a comment, or an element whole. */
export type Part =
  | {readonly kind: 'space'; readonly words: string}
  | {readonly kind: 'comment'; readonly words: string}
  | {
      readonly kind: 'element'
      readonly tag: StartTag
      /** Of a title, with its references decoded. */
      readonly words: string
      /** Offset of the character after it. */
      readonly end: number
    }

export interface Shell {
  readonly root: StartTag
  readonly head: StartTag
  readonly parts: readonly Part[]
  /** Offset of the character after `</head>`. */
  readonly headEnd: number
  /** White space between head and body. */
  readonly between: string
  readonly body: StartTag
  /** Offset of the character after `<body>`. */
  readonly end: number
}

const tagAt = tagReader((tag) => tag)

/** Of the first character from `at` on that is no white space. */
const afterSpace = (html: string, at: number): number => {
  const space = /[ \t\n\f]*/y
  space.lastIndex = at
  return at + (space.exec(html)?.[0].length ?? 0)
}

/** `<html>`, `<head>` or `<body>`, which stay open. */
const tagNamed = (html: string, at: number, name: string): StartTag | undefined => {
  const tag = tagAt(html, at)
  return tag?.name === name ? tag : undefined
}

const elementAt = (html: string, at: number): (Part & {readonly end: number}) | undefined => {
  const tag = tagAt(html, at)
  if (tag === undefined) return undefined
  const {name, close} = tag
  const start = at + tag.text.length
  if (HEAD_VOIDS.has(name)) return {kind: 'element', tag, words: '', end: start}
  if (!HEAD_TEXTS.has(name)) return undefined
  const end = html.indexOf('<', start)
  if (end === -1 || !html.startsWith(close, end)) return undefined
  const raw = html.slice(start, end)
  const words = name === 'title' ? decoded(raw) : raw
  return words === undefined ? undefined : {kind: 'element', tag, words, end: end + close.length}
}

const partAt = (html: string, at: number): (Part & {readonly end: number}) | undefined => {
  const space = afterSpace(html, at)
  if (space > at) return {kind: 'space', words: html.slice(at, space), end: space}
  const comment = commentAt(html, at)
  return comment === undefined ? elementAt(html, at) : {kind: 'comment', ...comment}
}

const HEAD_CLOSE = '</head>'

/** From `<html>` to `<body>`; `undefined`: not plain enough. */
export const shellAt = (html: string, from: number): Shell | undefined => {
  const root = tagNamed(html, from, 'html')
  if (root === undefined) return undefined
  const start = afterSpace(html, from + root.text.length)
  const head = tagNamed(html, start, 'head')
  if (head === undefined) return undefined
  const parts: Part[] = []
  let at = start + head.text.length
  while (!html.startsWith(HEAD_CLOSE, at)) {
    const part = partAt(html, at)
    if (part === undefined) return undefined
    parts.push(part)
    at = part.end
  }
  const headEnd = at + HEAD_CLOSE.length
  const bodyAt = afterSpace(html, headEnd)
  const body = tagNamed(html, bodyAt, 'body')
  if (body === undefined) return undefined
  const end = bodyAt + body.text.length
  return {root, head, parts, headEnd, between: html.slice(headEnd, bodyAt), body, end}
}

/** From `</body>` on: nothing but white space, which is given. `undefined`: there is more. */
export const spaceAfter = (html: string, from: number): string | undefined => {
  const match = /^<\/body>([ \t\n\f]*)<\/html>([ \t\n\f]*)$/.exec(html.slice(from))
  return match === null ? undefined : `${match[1]}${match[2]}`
}
