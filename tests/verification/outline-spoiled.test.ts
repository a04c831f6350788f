/** The reading by an outline held to the whole one on anything spoiled, and the comparison to itself. */
import {describe, expect, it} from 'vitest'
import {readOutline} from '../../verification/html/outline/read.ts'
import {compare, type Quick} from './both-readings.ts'
import {type Failure, newTally, smallest, tryOne} from './long/gate.ts'

const run = (count: number, start: number, quick?: Quick, most = Infinity) => {
  const tally = newTally()
  const failures: Failure[] = []
  for (let seed = start; seed < start + count && failures.length < most; seed += 1) {
    const failure = tryOne(seed, tally, quick)
    if (failure !== undefined) failures.push(failure)
  }
  return {tally, failures}
}

describe('the reading by an outline', () => {
  it('says of anything spoiled what the whole reading says', () => {
    // Another part of the long run each time.
    const {tally, failures} = run(600, Math.floor(Math.random() * 1e9))
    expect(failures.map(({seed, difference}) => `seed ${seed}: ${difference}`)).toEqual([])
    expect(tally.byOutline).toBeGreaterThan(40)
    expect(tally.passedByBoth).toBeGreaterThan(40)
    expect(tally.refusedByBoth).toBeGreaterThan(150)
  })
})

describe('the comparison', () => {
  /** Reads HTML with something cut out of it; offsets stay those of the whole. */
  const cutting =
    (cut: (html: string) => string): Quick =>
    (html, wanted, kind) => {
      const read = readOutline(cut(html), wanted, kind)
      const gone = html.length - cut(html).length
      return read && {...read, notice: {endIndex: Number(read.notice.endIndex) + gone}}
    }
  const withoutLastRule = (html: string): string => {
    const end = html.indexOf('</style>')
    const from = html.lastIndexOf('}', html.lastIndexOf('{', end))
    return end === -1 ? html : `${html.slice(0, from + 1)}${html.slice(end)}`
  }
  const lenient: Readonly<Record<string, Quick>> = {
    'to style attributes': cutting((html) => html.replace(/ style="[^"]*"/g, '')),
    'to the last rule': cutting(withoutLastRule),
    'to comments': (html, wanted, kind) =>
      readOutline(
        html.replace(/<!--.*?-->/gs, (all) => ' '.repeat(all.length)),
        wanted,
        kind,
      ),
    'to what stands before': (html, wanted, kind) =>
      readOutline(html, wanted, {...kind, words: 1e6}),
    'to elements before': (html, wanted, kind) =>
      readOutline(html, wanted, {...kind, elements: ['a', 'div', 'hr', 'img', 'p', 'section']}),
    'to a missing second notice': (...asked) => {
      const read = readOutline(...asked)
      return read && {...read, repeatReason: () => undefined}
    },
    'to another place': (...asked) => {
      const read = readOutline(...asked)
      return read && {...read, notice: {endIndex: Number(read.notice.endIndex) + 1}}
    },
  }
  for (const [name, quick] of Object.entries(lenient)) {
    it(`catches a reading that is lenient ${name}`, () => {
      expect(run(2000, 1, quick, 1).failures).toHaveLength(1)
    })
  }

  it('finds a smaller page with the same difference', () => {
    const [failure] = run(2000, 1, lenient['to another place'], 1).failures
    if (failure === undefined) throw new Error('Nothing was caught')
    const small = smallest(failure, 200, lenient['to another place'])
    expect(compare(small, lenient['to another place']).difference).not.toBe('')
    expect(small.html.length).toBeLessThan(failure.sample.html.length)
  })
})
