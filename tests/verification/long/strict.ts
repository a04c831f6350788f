/**
 * `node tests/verification/long/strict.ts 100000 [first seed]`: spoiled pages, mails and fragments of
 * the example, and as many trees of any elements, read strictly and fully. Ends with 1 at a difference.
 */
import {mutated} from '../mutations.ts'
import {difference} from '../same-tree.ts'
import {pieces} from '../strict-html.ts'
import {tree} from '../trees.ts'

export interface Tally {
  readonly same: number
  /** Left to the full reading. */
  readonly fallback: number
  readonly differences: readonly string[]
}

interface Case {
  readonly name: string
  readonly html: string
  readonly doctype: boolean
}

const tallyOf = (cases: Iterable<Case>): Tally => {
  let same = 0
  let fallback = 0
  const differences: string[] = []
  for (const {name, html, doctype} of cases) {
    const found = difference(html, {doctype})
    if (found === '') same += 1
    else if (found === 'fallback') fallback += 1
    else differences.push(`${name}: ${found}`)
  }
  return {same, fallback, differences}
}

const spoiled = function* (count: number, first: number): Generator<Case> {
  for (let seed = first; seed < first + count; seed += 1) {
    const piece = pieces[seed % pieces.length]
    if (piece === undefined) throw new RangeError('The example has no HTML')
    const {path, html, doctype} = piece
    yield {name: `${path} seed ${seed}`, html: mutated(html, seed), doctype}
  }
}

const trees = function* (count: number, first: number): Generator<Case> {
  for (let seed = first; seed < first + count; seed += 1) {
    const kind = {doctype: seed % 2 === 0}
    yield {name: `tree ${seed}`, html: tree(seed, kind), ...kind}
  }
}

/** By what was read. `count` of each kind, from the seed `first` on. */
export const bothReadings = (count: number, first: number): Readonly<Record<string, Tally>> => ({
  'as they are': tallyOf(pieces.map((piece) => ({...piece, name: piece.path}))),
  spoiled: tallyOf(spoiled(count, first)),
  trees: tallyOf(trees(count, first)),
})

if (import.meta.main) {
  const tallies = bothReadings(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1))
  console.log(JSON.stringify(tallies, undefined, 2))
  process.exitCode = Object.values(tallies).every(({differences}) => differences.length === 0)
    ? 0
    : 1
}
