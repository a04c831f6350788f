import {fieldsOf, itemsOf} from '../shapes.ts'
import {advise, type Verdict} from '../verdict.ts'

/** A row that is too short leaves readers guessing which column its cells belong to. */
export const sameWidth = (rows: unknown): Verdict => {
  const widths = itemsOf(rows).map((row) => itemsOf(fieldsOf(row)['cells']).length)
  return new Set(widths).size <= 1
    ? true
    : advise(
        'The rows have different numbers of cells. Add empty cells where there is nothing to say.',
      )
}
