/**
 * HTML judged by its outline. Thousands of pages of one template have the same: it is read whole, once,
 * and of each page one pass tells that the rest cannot matter. This only ever says that the notice is
 * there; whatever is not plain enough, or wrong, is for the whole reading.
 */
import type {Expected} from '../../expected.ts'
import type {Kind} from '../kinds.ts'
import {NOT_REPEATED, type Read} from '../reading.ts'
import {readBody} from '../strict/body.ts'
import {startOf} from '../strict/read.ts'
import {type Shell, shellAt, spaceAfter} from '../strict/shell.ts'
import {isPlainPart, sheetIn} from './head.ts'
import {type Outline, Outliner} from './outliner.ts'
import {type Sheeted, sheetedBy} from './sheeted.ts'

/** Its end is that of the HTML. */
const outlineOf = (
  html: string,
  shell: Shell | undefined,
  {shown}: Expected,
  kind: Kind,
  {tagAt, implied, css}: Sheeted,
): Outline | undefined => {
  const {words} = kind
  const outliner = new Outliner(html, {shown, words, implied, hasSheet: css !== ''})
  const end = readBody(html, shell?.end ?? 0, tagAt, outliner)
  if (end === undefined) return undefined
  const isWhole = shell === undefined ? end === html.length : spaceAfter(html, end) !== undefined
  return isWhole ? outliner.outline() : undefined
}

/** Everything but the body, with a sheet that can be read. */
const sheetedOf = (shell: Shell, {shown}: Expected, kind: Kind): Sheeted | undefined => {
  const css = sheetIn(shell.parts, kind)
  const sheeted = css === undefined ? undefined : sheetedBy(kind, css)
  if (sheeted === undefined) return undefined
  const {tagAt} = sheeted
  const isPlain =
    shell.parts.every((part) => isPlainPart(part, tagAt, shown)) &&
    [shell.root, shell.head, shell.body].every(({text}) => tagAt(text, 0) !== undefined)
  return isPlain ? sheeted : undefined
}

const around = ({root, head, body}: Shell, inside: string): string =>
  `<!doctype html>${root.text}${head.text}</head>${body.text}${inside}</body></html>`

/** `undefined`: the whole reading must be asked. */
export const readOutline = (html: string, expected: Expected, kind: Kind): Read | undefined => {
  const from = startOf(html, kind)
  if (from === undefined) return undefined
  const shell = from === 0 ? undefined : shellAt(html, from)
  if (from > 0 && shell === undefined) return undefined
  const sheeted = shell === undefined ? sheetedBy(kind, '') : sheetedOf(shell, expected, kind)
  const outline = sheeted && outlineOf(html, shell, expected, kind, sheeted)
  if (outline === undefined) return undefined
  const text = shell === undefined ? outline.html : around(shell, outline.html)
  if (sheeted?.noticesIn(text, expected) !== outline.notices) return undefined
  const root = shell?.root.attributes
  return {
    notice: {endIndex: outline.firstEnd},
    root: {lang: root?.get('lang'), dir: root?.get('dir')},
    repeatReason: () => (outline.isRepeated ? undefined : NOT_REPEATED),
  }
}
