/** Which documents of a table are not as they were, by the index of the dataset as it is now. */
import type {PackedState} from '../../content/packed-rows.ts'
import {type StandingTable, textAt} from './standing-table.ts'

/** Between what both have alike at the beginning and at the end: more, and the dataset is another. */
const MOST_BETWEEN = 20_000

export interface Changes {
  /** Rows of the table whose documents are another text now, or gone. */
  readonly rows: ReadonlySet<number>
  /** `_type`s of documents that came or went. */
  readonly types: ReadonlySet<string>
  /** Where each row of the table is in the index now, or GONE; undefined where all are where they were. */
  readonly moved: Uint32Array | undefined
}

export const GONE = 0xff_ff_ff_ff

/** One side of the comparison. */
interface Side {
  readonly count: number
  idAt(row: number): string
  typeAt(row: number): string
  /** Two documents with the same in both are the same. */
  readonly lengths: Uint32Array
  readonly checksums: Uint32Array
}

const isSameText = (one: Side, row: number, other: Side, its: number): boolean =>
  one.lengths[row] === other.lengths[its] && one.checksums[row] === other.checksums[its]

const before = ({head, columns}: StandingTable): Side => ({
  count: columns.lengths.length,
  idAt: (row) => textAt(columns.ids, columns.idEnds, row, 'latin1'),
  typeAt: (row) => head.names[columns.types[row] ?? 0] ?? '',
  lengths: columns.lengths,
  checksums: columns.checksums,
})

const after = ({count, names, columns}: PackedState): Side => ({
  count,
  idAt: (row) => textAt(columns.ids, columns.ends, row, 'latin1'),
  typeAt: (row) => names[columns.types[row] ?? 0] ?? '',
  lengths: columns.lengths,
  checksums: columns.checksums,
})

const areEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && Buffer.from(one.buffer, one.byteOffset, one.length).equals(other)

/** The same ids in the same order, and the same types: only texts can differ. */
const isSameList = ({head, columns}: StandingTable, now: PackedState): boolean =>
  head.names.length === now.names.length &&
  head.names.every((name, number) => now.names[number] === name) &&
  areEqual(bytesOf(columns.types), bytesOf(now.columns.types)) &&
  areEqual(bytesOf(columns.idEnds), bytesOf(now.columns.ends)) &&
  areEqual(columns.ids, now.columns.ids)

const bytesOf = ({buffer, byteOffset, byteLength}: Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** Rows whose numbers are compared by their octets before they are by number. */
const STRIDE = 4096

/** Numbers at which two columns of one length differ. */
function* differences(one: Uint32Array, other: Uint32Array): Generator<number> {
  for (let start = 0; start < one.length; start += STRIDE) {
    const end = start + STRIDE
    if (areEqual(bytesOf(one.subarray(start, end)), bytesOf(other.subarray(start, end)))) continue
    for (let row = start; row < Math.min(end, one.length); row += 1) {
      if (one[row] !== other[row]) yield row
    }
  }
}

const changedTexts = ({columns}: StandingTable, now: PackedState): Changes => {
  const {lengths, checksums} = now.columns
  const rows = new Set([
    ...differences(columns.lengths, lengths),
    ...differences(columns.checksums, checksums),
  ])
  return {rows, types: new Set(), moved: undefined}
}

/** Rows that both have alike, from the first on, or `fromEnd`; those that differ only in text end nothing. */
const alike = (one: Side, other: Side, most: number, fromEnd: boolean): number => {
  const [last, otherLast] = [one.count - 1, other.count - 1]
  let row = 0
  while (row < most) {
    const [own, its] = fromEnd ? [last - row, otherLast - row] : [row, row]
    if (one.idAt(own) !== other.idAt(its) || one.typeAt(own) !== other.typeAt(its)) break
    row += 1
  }
  return row
}

const changedList = (old: Side, now: Side): Changes | undefined => {
  const least = Math.min(old.count, now.count)
  const start = alike(old, now, least, false)
  const end = alike(old, now, least - start, true)
  if (Math.max(old.count, now.count) - start - end > MOST_BETWEEN) return undefined
  const between = new Map<string, number>()
  for (let row = start; row < now.count - end; row += 1) between.set(now.idAt(row), row)
  const placeOf = (row: number): number => {
    if (row < start) return row
    if (row >= old.count - end) return row + now.count - old.count
    return between.get(old.idAt(row)) ?? GONE
  }
  const isSameType = (row: number, place: number): boolean =>
    row < start || row >= old.count - end || old.typeAt(row) === now.typeAt(place)
  const moved = new Uint32Array(old.count)
  const rows = new Set<number>()
  const types = new Set<string>()
  for (let row = 0; row < old.count; row += 1) {
    const place = placeOf(row)
    const isThere = place !== GONE && isSameType(row, place)
    moved[row] = isThere ? place : GONE
    if (!isThere || !isSameText(old, row, now, place)) rows.add(row)
    if (!isThere) types.add(old.typeAt(row))
    else if (between.size > 0) between.delete(old.idAt(row))
  }
  for (const row of between.values()) types.add(now.typeAt(row))
  return {rows, types, moved}
}

/** Undefined when there are too many to be told in no time. */
export const changesSince = (table: StandingTable, now: PackedState): Changes | undefined =>
  isSameList(table, now) ? changedTexts(table, now) : changedList(before(table), after(now))
