/** Tags and comments in the one spelling that leaves nothing to a parser. */
import {decoded} from './references.ts'

export interface Attribute {
  readonly name: string
  readonly value: string
}

interface StartTag {
  readonly name: string
  readonly attributes: Attribute[]
  /** Of the character after it. */
  readonly end: number
}

const START = /<([a-z][a-z0-9]*)((?:[ \n][a-z][a-z0-9:-]*="[^"]*")*)>/y
const ATTRIBUTE = /[ \n]([^=]+)="([^"]*)"/g

/** `undefined` when one is there twice, or a value is not plain. */
const attributesOf = (text: string): Attribute[] | undefined => {
  const attributes: Attribute[] = []
  for (const [, name = '', raw = ''] of text.matchAll(ATTRIBUTE)) {
    const value = decoded(raw)
    if (value === undefined || attributes.some((each) => each.name === name)) return undefined
    attributes.push({name, value})
  }
  return attributes
}

/** Lower case, quotes doubled, one space each, no attribute twice; `undefined` for any other. */
export const startTagAt = (html: string, at: number): StartTag | undefined => {
  START.lastIndex = at
  const match = START.exec(html)
  if (match === null) return undefined
  const [whole, name = '', rest = ''] = match
  const attributes = rest === '' ? [] : attributesOf(rest)
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
