import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {drawChart} from '../../bench/compare/chart.ts'
import {type Label, lanes, ticks} from '../../bench/compare/chart-scale.ts'
import {LABELS, type Results} from '../../bench/compare/results.ts'
import {RESULTS} from './support/results.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly words: string
}

/** Throws where it is not well-formed. */
const elements = (svg: string): readonly Element[] => {
  const found: Element[] = []
  const open: {name: string; attributes: Record<string, string>; words: string}[] = []
  const parser = new SaxesParser({fileName: 'chart.svg'})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    const plain = Object.entries(attributes).map(([key, value]) => [key, String(value)])
    open.push({name, attributes: Object.fromEntries(plain), words: ''})
  })
  parser.on('text', (text) => {
    const inner = open.at(-1)
    if (inner !== undefined) inner.words += text
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) found.push(closed)
  })
  parser.write(svg).close()
  return found
}

const of = (svg: string, name: string): readonly Element[] =>
  elements(svg).filter((element) => element.name === name)

const widths = (svg: string): readonly number[] =>
  of(svg, 'rect')
    .filter(({attributes}) => /ours|peer/.test(attributes['class'] ?? ''))
    .map(({attributes}) => Number(attributes['width']))

describe('the chart', () => {
  it('is well-formed, with title, description and its words as text', () => {
    const svg = drawChart([RESULTS])
    const [title] = of(svg, 'title')
    const [desc] = of(svg, 'desc')
    expect(title?.words).toBe('Articles published in a second')
    expect(desc?.words).toContain('Hugo (web pages, no check): 1,000 a second, 1,000 MB')
    expect(desc?.words).toContain('goals: 0.5 × Hugo is 500, 6 × Astro is 500')
    const words = of(svg, 'text').map((element) => element.words)
    for (const {name} of Object.values(LABELS)) expect(words).toContain(name)
    expect(words.join(' ')).toContain('A <fast> & quiet processor')
    expect(svg).not.toMatch(/foreignObject|<image|<script|http(?!:\/\/www\.w3\.org\/2000\/svg")/)
  })

  it('would not be called well-formed with a sign unescaped', () => {
    const svg = drawChart([RESULTS]).replace('&lt;fast', '<fast')
    expect(() => elements(svg)).toThrow('chart.svg')
  })

  it('draws bars in proportion', () => {
    const [web = 0, four = 0, hugo = 0, astro = 0, toHtml = 0, ...others] = widths(
      drawChart([RESULTS]),
    )
    expect(others).toEqual([])
    expect(four / hugo).toBeCloseTo(0.5, 2)
    expect(web / hugo).toBeCloseTo(1.25, 2)
    expect(toHtml / hugo).toBeCloseTo(10 / 6, 2)
    expect(astro / hugo).toBeCloseTo(1 / 12, 2)
  })

  it('has words in place of a bar for whoever has none, and no goal that hangs on them', () => {
    const svg = drawChart([RESULTS])
    const words = of(svg, 'text').map((element) => element.words)
    expect(words).toContain('failed: ended with 1')
    expect(words).toContain('6 × Astro')
    expect(words).not.toContain('2 × Eleventy')
  })

  it('shows every size in a panel of its own with how often it was read, the smallest first', () => {
    const small: Results = {...RESULTS, articles: 1000, rounds: 1}
    const panels = of(drawChart([RESULTS, small]), 'text').filter(
      ({attributes}) => attributes['class'] === 'panel',
    )
    expect(panels.map(({words}) => words)).toEqual([
      '1,000 articles, one round',
      '10,000 articles, medians of 3 rounds',
    ])
    expect(() => drawChart([])).toThrow(RangeError)
  })

  it('keeps its numbers clear of the column of memory', () => {
    const rows = of(drawChart([RESULTS]), 'text')
    const right = (kind: string, letter: number): readonly number[] =>
      rows
        .filter(({attributes}) => attributes['class'] === kind)
        .map(({attributes, words}) => Number(attributes['x']) + words.length * letter)
    const ends = right('value', 9)
    const begins = right('number', -9)
    expect(ends).toHaveLength(5)
    expect(Math.max(...ends)).toBeLessThan(Math.min(...begins))
  })

  it('has everything within its frame', () => {
    const svg = drawChart([RESULTS])
    const [root] = of(svg, 'svg')
    const [, , width = 0, height = 0] = (root?.attributes['viewBox'] ?? '').split(' ').map(Number)
    expect(width).toBeGreaterThan(0)
    for (const {attributes} of elements(svg)) {
      for (const name of ['x', 'x1', 'x2', 'cx']) {
        const place = Number(attributes[name] ?? 0)
        expect(place >= 0 && place <= width, `${name} ${place}`).toBe(true)
      }
      for (const name of ['y', 'y1', 'y2', 'cy']) {
        const place = Number(attributes[name] ?? 0)
        expect(place >= 0 && place <= height, `${name} ${place}`).toBe(true)
      }
    }
  })
})

describe('ticks', () => {
  it('begin at zero, reach the most and are three to seven', () => {
    fc.assert(
      fc.property(fc.double({min: 1e-3, max: 1e9, noNaN: true}), (most) => {
        const steps = ticks(most)
        expect(steps[0]).toBe(0)
        expect(steps.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-6))
        expect(steps.length).toBeGreaterThanOrEqual(3)
        expect(steps.length).toBeLessThanOrEqual(7)
      }),
    )
    expect(ticks(1250)).toEqual([0, 250, 500, 750, 1000, 1250])
    expect(ticks(0)).toEqual([0, 1])
  })
})

/** A mark hangs from the bar down to its label, and would be drawn through what is above that. */
const crossings = (labels: readonly Label[], taken: readonly number[]): number =>
  labels.flatMap((left, index) =>
    labels.filter((right, other) => {
      if (other <= index || right.at >= left.at + left.width) return false
      return (taken[other] ?? 0) >= (taken[index] ?? 0)
    }),
  ).length

describe('labels of goals', () => {
  it('never touch, and no mark is drawn through one', () => {
    const label = fc.record({at: fc.nat(500), width: fc.integer({min: 1, max: 120})})
    fc.assert(
      fc.property(fc.array(label, {maxLength: 6}), (unsorted) => {
        const labels = unsorted.toSorted((one, other) => one.at - other.at)
        expect(crossings(labels, lanes(labels))).toBe(0)
      }),
    )
  })

  it('would touch in one lane, and hang through one another the other way round', () => {
    const labels = [
      {at: 0, width: 50},
      {at: 20, width: 50},
    ]
    expect(crossings(labels, [0, 0])).toBe(1)
    expect(crossings(labels, [0, 1])).toBe(1)
    expect(lanes(labels)).toEqual([1, 0])
  })
})
