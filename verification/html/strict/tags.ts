/** Tags and comments in the one spelling that leaves nothing to a parser. */
import {decoded} from './references.ts'

/** By name, in order. */
export type Attributes = ReadonlyMap<string, string>

interface StartTag {
  readonly name: string
  readonly attributes: Attributes
  /** Of the character after it. */
  readonly end: number
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
  const [whole, name = '', rest = ''] = match
  const attributes = rest === '' ? NONE : attributesOf(rest)
  return attributes && {name, attributes, end: at + whole.length}
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
