/** What stands in a body, or a fragment by itself. */
import type {Builder} from './builder.ts'
import {decoded} from './references.ts'
import {BODY_ROWS, type Row} from './rows.ts'
import {commentAt, startTagAt} from './tags.ts'

interface Open {
  readonly name: string
  readonly row: Row | undefined
  /** The rows of a table without a `tbody` stand in one all the same. */
  readonly isImplied: boolean
  /** Bits of all that is open, itself included. */
  readonly groups: number
}

const isWhite = (text: string): boolean => /^[ \t\n\f]*$/.test(text)

const isAllowed = (name: string, row: Row, around: Open): boolean =>
  (row.refuses & around.groups) === 0 &&
  (row.parents === undefined ? around.row?.isFrame !== true : row.parents.has(around.name))

/**
 * Reads from `from` on and gives the offset of the first tag that is not part of it, all elements
 * closed, or the length of `html`. `undefined`: not plain enough.
 */
export const readBody = (html: string, from: number, builder: Builder): number | undefined => {
  const stack: Open[] = []
  let around: Open = {name: 'body', row: undefined, isImplied: false, groups: 0}
  let at = from
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    const end = tag === -1 ? html.length : tag
    const text = decoded(html.slice(at, end))
    if (text === undefined || (around.row?.isFrame === true && !isWhite(text))) return undefined
    builder.text(text)
    if (tag === -1) return stack.length === 0 ? end : undefined
    const second = html[tag + 1]
    if (second === '/') {
      if (around.isImplied) {
        builder.close(null)
        around = stack.pop() ?? around
      }
      const outer = stack.pop()
      if (outer === undefined) return tag
      const close = `</${around.name}>`
      if (!html.startsWith(close, tag)) return undefined
      at = tag + close.length
      builder.close(at)
      around = outer
    } else if (second === '!') {
      const comment = commentAt(html, tag)
      if (comment === undefined) return undefined
      builder.comment(comment.words)
      at = comment.end
    } else {
      const start = startTagAt(html, tag)
      const row = start && BODY_ROWS.get(start.name)
      if (start?.name === 'tr' && around.name === 'table') {
        builder.open('tbody')
        stack.push(around)
        around = {...around, name: 'tbody', isImplied: true}
      }
      if (start === undefined || row === undefined || !isAllowed(start.name, row, around)) {
        return undefined
      }
      const {name, attributes} = start
      at = start.end
      builder.open(name, attributes)
      if (row.isVoid) builder.close(at)
      else {
        stack.push(around)
        around = {name, row, isImplied: false, groups: around.groups | row.opens}
      }
    }
  }
  return stack.length === 0 ? at : undefined
}
