/** What stands in a body, or a fragment by itself. */
import {decoded} from './references.ts'
import {BODY_ROWS, type Row} from './rows.ts'
import {commentAt, type StartTag, type TagAt} from './tags.ts'

/** Told of everything in order; offsets are those of the HTML. */
export interface Sink<Tag extends StartTag> {
  open(tag: Tag, at: number): void
  /** A `tbody` that is not written, before the row at `at`. */
  imply(at: number): void
  /** The innermost open element. `end`: of the character after its end tag, if it has one. */
  close(end: number | null): void
  /** Never empty. `words`: with its references decoded, where it has any. */
  text(from: number, to: number, words: string | undefined): void
  comment(words: string): void
}

interface Around {
  readonly name: string
  readonly row: Row | undefined
  readonly close: string
}

const BODY: Around = {name: 'body', row: undefined, close: '</body>'}
/** The rows of a table without a `tbody` stand in one all the same. */
const IMPLIED: Around = {name: 'tbody', row: BODY_ROWS.get('tbody'), close: ''}

const isWhite = (text: string): boolean => /^[ \t\n\f]*$/.test(text)

/** `groups`: bits of all that is open around it. */
const isAllowed = (name: string, row: Row, around: Around, groups: number): boolean =>
  (row.refuses & groups) === 0 &&
  (row.parents === undefined ? around.row?.isFrame !== true : row.parents.has(around.name))

const SLASH = 0x2f
const BANG = 0x21

/**
 * Reads from `from` on and gives the offset of the first tag that is not part of it, all elements
 * closed, or the length of `html`. `undefined`: not plain enough.
 */
export const readBody = <Tag extends StartTag>(
  html: string,
  from: number,
  tagAt: TagAt<Tag>,
  sink: Sink<Tag>,
): number | undefined => {
  const stack: Around[] = []
  const groupsBelow: number[] = []
  let around = BODY
  let groups = 0
  let reference = html.indexOf('&', from)
  let at = from
  while (at < html.length) {
    const tag = html.indexOf('<', at)
    const end = tag === -1 ? html.length : tag
    if (end > at) {
      // Those within tags are read with the tag.
      while (reference !== -1 && reference < at) reference = html.indexOf('&', reference + 1)
      const hasReference = reference !== -1 && reference < end
      const words = hasReference ? decoded(html.slice(at, end)) : undefined
      if (hasReference && words === undefined) return undefined
      if (around.row?.isFrame === true && !isWhite(words ?? html.slice(at, end))) return undefined
      sink.text(at, end, words)
    }
    if (tag === -1) return stack.length === 0 ? end : undefined
    const second = html.charCodeAt(tag + 1)
    if (second === SLASH) {
      if (around === IMPLIED) {
        sink.close(null)
        around = stack.pop() ?? around
        groups = groupsBelow.pop() ?? groups
      }
      const outer = stack.pop()
      if (outer === undefined) return tag
      if (!html.startsWith(around.close, tag)) return undefined
      at = tag + around.close.length
      sink.close(at)
      around = outer
      groups = groupsBelow.pop() ?? 0
    } else if (second === BANG) {
      const comment = commentAt(html, tag)
      if (comment === undefined) return undefined
      sink.comment(comment.words)
      at = comment.end
    } else {
      const start = tagAt(html, tag)
      const row = start?.row
      if (start === undefined || row === undefined) return undefined
      if (start.name === 'tr' && around.name === 'table') {
        sink.imply(tag)
        stack.push(around)
        groupsBelow.push(groups)
        around = IMPLIED
      }
      if (!isAllowed(start.name, row, around, groups)) return undefined
      at = tag + start.text.length
      sink.open(start, tag)
      if (row.isVoid) sink.close(at)
      else {
        stack.push(around)
        groupsBelow.push(groups)
        around = start
        groups |= row.opens
      }
    }
  }
  return stack.length === 0 ? at : undefined
}
