/** Spoiled pages, mails and fragments, each read both ways, and what came of it. */
import {compare, type Quick, type Sample, sampleOf} from '../both-readings.ts'
import {mutated} from '../mutations.ts'
import {sabotaged} from '../sabotage.ts'

export interface Tally {
  cases: number
  /** Answered by the outline alone. */
  byOutline: number
  passedByBoth: number
  refusedByBoth: number
}

export interface Failure {
  readonly seed: number
  readonly sample: Sample
  readonly difference: string
}

export const newTally = (): Tally => ({cases: 0, byOutline: 0, passedByBoth: 0, refusedByBoth: 0})

const spoiled = (seed: number): Sample => {
  const sample = sampleOf(seed)
  const change = seed % 5 === 0 ? mutated : sabotaged
  return {...sample, html: change(sample.html, seed)}
}

/** Counts one case; gives what is wrong with it, if anything. */
export const tryOne = (seed: number, tally: Tally, quick?: Quick): Failure | undefined => {
  const sample = spoiled(seed)
  const {byOutline, isRefused, difference} = compare(sample, quick)
  tally.cases += 1
  if (byOutline) tally.byOutline += 1
  if (difference !== '') return {seed, sample, difference}
  if (isRefused) tally.refusedByBoth += 1
  else tally.passedByBoth += 1
  return undefined
}

/** The same failure in as little HTML as can be found by cutting pieces out, `tries` times at most. */
export const smallest = ({sample}: Failure, tries: number, quick?: Quick): Sample => {
  let found = sample
  let left = tries
  for (let size = Math.ceil(found.html.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < found.html.length && left > 0; left -= 1) {
      const html = found.html.slice(0, at) + found.html.slice(at + size)
      const smaller = {...found, html}
      if (compare(smaller, quick).difference === '') at += size
      else found = smaller
    }
  }
  return found
}
