/**
 * A long list in pages. They are filled from the oldest entry on, so that a new one changes the front
 * alone, which has the newest; until there are two pages' worth, the front has all.
 */

/** Entries of a full page; the front has up to twice as many. */
const PAGE_LENGTH = 1000

export interface ListPage<T> {
  /** From 1, the oldest; undefined for the front. */
  readonly number: number | undefined
  /** Newest first, as they came. */
  readonly items: readonly T[]
  /** Numbers of the pages beside it; undefined for the front, and where there is none. */
  readonly newer: number | undefined
  readonly older: number | undefined
}

/** The front first. `items` newest first; `length` for tests. */
export function* listPages<T>(
  items: readonly T[],
  length = PAGE_LENGTH,
): Generator<ListPage<T>, void, undefined> {
  const full = Math.max(0, Math.floor(items.length / length) - 1)
  const front = items.length - full * length
  const older = full === 0 ? undefined : full
  yield {number: undefined, items: items.slice(0, front), newer: undefined, older}
  for (let number = full; number >= 1; number -= 1) {
    const end = items.length - (number - 1) * length
    yield {
      number,
      items: items.slice(end - length, end),
      newer: number === full ? undefined : number + 1,
      older: number === 1 ? undefined : number - 1,
    }
  }
}
