/** What is known of all HTML of one kind and with one style sheet, so that it is worked out once. */
import type {Expected} from '../../expected.ts'
import type {Kind} from '../kinds.ts'
import {memo} from '../memo.ts'
import {startTagAt, type TagAt, tagReader} from '../strict/tags.ts'
import {type Styles, stylesBy} from '../styles.ts'
import {UnreadableCss} from '../stylesheet.ts'
import {readWhole} from '../whole.ts'
import {type Judged, judgeTag} from './judged.ts'

export interface Sheeted {
  readonly css: string
  readonly tagAt: TagAt<Judged>
  /** A `tbody` that is not written, judged as if it were. */
  readonly implied: Judged
  /**
   * How many notices the whole reading finds in an outline, all of them as they should be; 0 when it
   * refuses it.
   */
  readonly noticesIn: (outline: string, expected: Expected) => number
}

/** A few hundred outlines are all that a site's templates come to; each is the notice and some tags. */
const MOST_OUTLINES = 500

const countNotices = (outline: string, expected: Expected, kind: Kind): number => {
  const whole = readWhole(outline, expected, kind)
  if (typeof whole === 'string') return 0
  return whole.found.every(({reason}) => reason === undefined) ? whole.found.length : 0
}

const readableStyles = (css: string): Styles | undefined => {
  try {
    return stylesBy(css)
  } catch (error) {
    // Stryker disable next-line ConditionalExpression: nothing else is thrown here, as far as is known
    if (error instanceof UnreadableCss) return undefined
    throw error
  }
}

const TBODY = startTagAt('<tbody>', 0)

/** `undefined` for a sheet that cannot be read. */
const createSheeted = (kind: Kind, css: string): Sheeted | undefined => {
  const styles = readableStyles(css)
  const implied = styles && TBODY && judgeTag(TBODY, kind, styles)
  if (styles === undefined || implied === undefined) return undefined
  const sheet = css === '' ? '' : `<style>${css}</style>`
  const counts = new WeakMap<Expected, (outline: string) => number>()
  return {
    css,
    implied,
    tagAt: tagReader((tag) => judgeTag(tag, kind, styles)),
    noticesIn: (outline, expected) => {
      let count = counts.get(expected)
      if (count === undefined) {
        // What it says depends on the two, the sheet and the kind, and on nothing else.
        count = memo(
          (each) =>
            countNotices(
              each.replace('</head>', () => `${sheet}</head>`),
              expected,
              kind,
            ),
          MOST_OUTLINES,
        )
        counts.set(expected, count)
      }
      return count(outline)
    },
  }
}

/** A site has one or two; each knows a few thousand tags. */
const MOST_SHEETS = 8

/** Pages of one sheet come one after the other: to compare it takes a third of looking it up. */
const createSheets = (kind: Kind): ((css: string) => Sheeted | undefined) => {
  const known = memo((css) => createSheeted(kind, css), MOST_SHEETS)
  let last: Sheeted | undefined
  return (css) => {
    // Stryker disable next-line ConditionalExpression: what was known last is known; it saves time only
    if (last?.css !== css) last = known(css)
    return last
  }
}

const byKind = new WeakMap<Kind, (css: string) => Sheeted | undefined>()

/** `undefined` for a sheet that cannot be read. */
export const sheetedBy = (kind: Kind, css: string): Sheeted | undefined => {
  const sheets = byKind.get(kind) ?? createSheets(kind)
  byKind.set(kind, sheets)
  return sheets(css)
}
