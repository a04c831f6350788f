/** Tags and comments in the one spelling that leaves nothing to a parser. */
import {ownCopy} from '../memo.ts'
import {decoded} from './references.ts'
import {BODY_ROWS, type Row} from './rows.ts'

/** By name, in order. */
export type Attributes = ReadonlyMap<string, string>

export interface StartTag {
  /** As it is written. */
  readonly text: string
  readonly name: string
  readonly attributes: Attributes
  /** `undefined` for what no body holds. */
  readonly row: Row | undefined
  /** Its end tag. */
  readonly close: string
}

const START = /<([a-z][a-z0-9]*)((?:[ \n][a-z][a-z0-9:-]*="[^"]*")*)>/y
const ATTRIBUTE = /[ \n]([^=]+)="([^"]*)"/g

const NONE: Attributes = new Map()

/** `undefined` when one is there twice, or a value is not plain. */
const attributesOf = (text: string): Attributes | undefined => {
  const attributes = new Map<string, string>()
  ATTRIBUTE.lastIndex = 0
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const [, name = '', raw = ''] = match
    const value = decoded(raw)
    if (value === undefined || attributes.has(name)) return undefined
    attributes.set(name, value)
  }
  return attributes
}

/** Lower case, quotes doubled, one space each, no attribute twice; `undefined` for any other. */
export const startTagAt = (html: string, at: number): StartTag | undefined => {
  START.lastIndex = at
  const match = START.exec(html)
  if (match === null) return undefined
  const name = match[1] ?? ''
  const text = ownCopy(match[0])
  const rest = text.slice(1 + name.length, -1)
  const attributes = rest === '' ? NONE : attributesOf(rest)
  return attributes && {text, name, attributes, row: BODY_ROWS.get(name), close: `</${name}>`}
}

/** What stands at a place, if it is a start tag. */
export type TagAt<Tag extends StartTag> = (html: string, at: number) => Tag | undefined

/** Tags that are remembered; beyond, all are forgotten. A page has some 20 that no other has. */
const MOST_TAGS = 5000

/**
 * Reads each tag once, by its characters: nothing else decides what `startTagAt` says of it. `judge`
 * adds what else follows from the tag alone; `undefined` for what it does not take.
 */
export const tagReader = <Tag extends StartTag>(
  judge: (tag: StartTag) => Tag | undefined,
): TagAt<Tag> => {
  const known = new Map<string, Tag>()
  return (html, at) => {
    const found = known.get(html.slice(at, html.indexOf('>', at) + 1))
    if (found !== undefined) return found
    const start = startTagAt(html, at)
    const tag = start && judge(start)
    if (tag === undefined) return undefined
    if (known.size >= MOST_TAGS) known.clear()
    known.set(tag.text, tag)
    return tag
  }
}

interface Comment {
  readonly words: string
  readonly end: number
}

/** Without the `--`, `>` and `-` at its edges that end a comment early for some. */
export const commentAt = (html: string, at: number): Comment | undefined => {
  const dashes = html.indexOf('--', at + 4)
  if (!html.startsWith('<!--', at) || dashes === -1 || html[dashes + 2] !== '>') return undefined
  const words = html.slice(at + 4, dashes)
  return /^[->]/.test(words) ? undefined : {words, end: dashes + 3}
}
