/**
 * The blocks of a text, in the order they are read:
 *
 *     p`A paragraph.[@who-sleep]`   h3`A heading`   quote`Words somebody might say.`
 *     list`                          table('Caption')`
 *       1. First                       Head | Head
 *          - a point of the first      Cell | Cell
 *       2. Second                    `
 *     `
 */
import {inline, oneLine} from './inline.ts'
import type {JsonObject} from './json.ts'
import {reference} from './reference.ts'

export type Block = JsonObject
export type Text = readonly (Block | readonly Block[])[]

/** A text's blocks in one row; `list` gives several. */
export const blocks = (text: Text): readonly Block[] => text.flatMap((part) => part)

const textBlock =
  (style: string) =>
  (notation: TemplateStringsArray): Block => ({_type: 'block', style, ...inline(notation.join(''))})

export const p = textBlock('normal')
export const h3 = textBlock('h3')
export const h4 = textBlock('h4')
export const quote = textBlock('blockquote')

const lines = (notation: TemplateStringsArray): readonly string[] =>
  notation
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')

interface Item {
  readonly listItem: 'bullet' | 'number'
  readonly level: number
  readonly words: string
}

const ITEM = /^( *)(-|\d+\.) +(.*)$/

/** `-` is a bullet and `1.` a number; deeper indentation nests; a line without either goes on. */
export const list = (notation: TemplateStringsArray): readonly Block[] => {
  const items: Item[] = []
  const indents: number[] = []
  for (const line of lines(notation)) {
    const [, space, marker, words] = ITEM.exec(line) ?? []
    if (space === undefined || words === undefined) {
      const last = items.pop()
      if (last === undefined) throw new Error(`"${line.trim()}" stands before the first list item.`)
      items.push({...last, words: `${last.words} ${line}`})
      continue
    }
    while ((indents.at(-1) ?? -1) > space.length) indents.pop()
    if ((indents.at(-1) ?? -1) < space.length) indents.push(space.length)
    items.push({listItem: marker === '-' ? 'bullet' : 'number', level: indents.length, words})
  }
  return items.map(({listItem, level, words}) => ({
    _type: 'block',
    style: 'normal',
    listItem,
    level,
    ...inline(words),
  }))
}

/** One row a line, cells between `|`. The first row is a header unless `header` is false. */
export const table =
  (caption: string, {header = true} = {}) =>
  (notation: TemplateStringsArray): Block => ({
    _type: 'table',
    caption,
    header,
    rows: lines(notation).map((line) => ({_type: 'tableRow', cells: line.split('|').map(oneLine)})),
  })

/** What an export writes in place of an asset reference; the path is relative to the dataset file. */
export const drawing = (name: string): JsonObject => ({
  _type: 'image',
  _sanityAsset: `image@file://./images/${name}.png`,
})

export const figure = (name: string, alt: string, caption: string): Block => ({
  _type: 'figure',
  image: drawing(name),
  alt: oneLine(alt),
  caption: oneLine(caption),
})

/** Places a warning document here, by the part of its id after `warning-`. */
export const warning = (name: string): Block => ({
  _type: 'warningRef',
  warning: reference('warning', name),
})

/** Places a helpline here, by the part of its id after `helpline-`. */
export const helpline = (name: string): Block => ({
  _type: 'helplineRef',
  helpline: reference('helpline', name),
})
