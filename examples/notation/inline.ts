/**
 * One paragraph's notation, close to what an editor would type:
 *
 *     **strong**  _emphasis_  H~2~O  10^2^  [words](https://…)  a claim.[@source-a, @source-b]
 *
 * Line breaks and runs of spaces count as one space. `[@…]` names sources by the part of their id
 * after `source-`. A mark that is opened and not closed is an error, not a guess.
 */
import type {JsonObject} from './json.ts'
import {keyOf} from './keys.ts'
import {reference} from './reference.ts'

const DECORATORS: ReadonlyMap<string, string> = new Map([
  ['**', 'strong'],
  ['_', 'em'],
  ['~', 'sub'],
  ['^', 'sup'],
])

const TOKEN = /\*\*|_|~|\^|\[(@[^\]]+)\]|\[([^\]]+)\]\(([^)]+)\)/g

export interface Inline {
  readonly children: readonly JsonObject[]
  readonly markDefs: readonly JsonObject[]
}

/** Only these: a no-break space means something. */
export const oneLine = (text: string): string => text.replace(/[ \n\t]+/g, ' ').trim()

const citation = (names: string): JsonObject => ({
  _type: 'citation',
  sources: names.split(',').map((name) => reference('source', name.trim().slice(1))),
})

/**
 * The Studio keeps a span, if need be an empty one, at both ends of a block and between inline
 * objects; the example does so too, since publishers will meet it.
 */
const padded = (children: readonly JsonObject[]): readonly JsonObject[] => {
  const empty: JsonObject = {_type: 'span', marks: [], text: ''}
  const out: JsonObject[] = []
  for (const child of children) {
    if (child['_type'] !== 'span' && out.at(-1)?.['_type'] !== 'span') out.push(empty)
    out.push(child)
  }
  if (out.at(-1)?.['_type'] !== 'span') out.push(empty)
  return out
}

export const inline = (notation: string): Inline => {
  const text = oneLine(notation)
  const children: JsonObject[] = []
  const markDefs: JsonObject[] = []
  const open: string[] = []
  const say = (words: string, more: readonly string[] = []): void => {
    if (words !== '') children.push({_type: 'span', marks: [...open, ...more], text: words})
  }

  let end = 0
  for (const token of text.matchAll(TOKEN)) {
    say(text.slice(end, token.index))
    end = token.index + token[0].length
    const [whole, names, words, href] = token
    const decorator = DECORATORS.get(whole)
    if (decorator !== undefined) {
      const last = open.indexOf(decorator)
      if (last < 0) open.push(decorator)
      else open.splice(last, 1)
    } else if (names !== undefined) {
      children.push(citation(names))
    } else if (words !== undefined && href !== undefined) {
      const key = keyOf(`link ${markDefs.length} ${href}`)
      markDefs.push({_key: key, _type: 'link', href})
      say(words, [key])
    }
  }
  say(text.slice(end))
  if (open.length > 0) throw new Error(`"${text}" opens ${open.join(', ')} and does not close it.`)
  return {children: padded(children), markDefs}
}
