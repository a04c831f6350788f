/** Articles a second as a chart: an SVG of its own, in light and dark, its text as text. */
import {BAR, BARS, GOAL_LANE, MARGIN, MEMORY, ROW, STYLE, WIDTH} from './chart-style.ts'
import {lanes, ticks} from './chart-scale.ts'
import {GOALS} from './goals.ts'
import {CONTESTANTS, type ContestantId, LABELS, type Results, typical} from './results.ts'
import {readingsOf, round} from './table.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)

const px = (value: number): string => String(Math.round(value * 10) / 10)

const text = (x: number, y: number, kind: string, words: string): string =>
  `<text x="${px(x)}" y="${px(y)}" class="${kind}">${escape(words)}</text>`

/** Articles a second that a contestant has to reach, and why. */
interface Mark {
  readonly rate: number
  readonly words: string
}

interface Bar {
  readonly id: ContestantId
  readonly rate: number | undefined
  readonly megabytes: number | undefined
  /** In place of a bar. */
  readonly why: string
  readonly marks: readonly Mark[]
}

const rateOf = (results: Results, id: ContestantId): number | undefined => {
  const figures = typical(results.contestants[id])
  return figures && results.articles / figures.seconds
}

const marksOf = (results: Results, id: ContestantId): readonly Mark[] =>
  GOALS.flatMap(({measure, value}) => {
    if (measure.kind !== 'speed' || measure.of !== id) return []
    const rate = rateOf(results, measure.to)
    if (rate === undefined) return []
    const words = value === 1 ? LABELS[measure.to].name : `${value} × ${LABELS[measure.to].name}`
    return [{rate: rate * value, words}]
  }).toSorted((one, other) => one.rate - other.rate)

const barsOf = (results: Results): readonly Bar[] =>
  CONTESTANTS.flatMap((id) => {
    const outcome = results.contestants[id]
    if (outcome === undefined) return []
    return {
      id,
      rate: rateOf(results, id),
      megabytes: typical(outcome)?.megabytes,
      why: outcome.kind === 'measured' ? '' : `${outcome.kind}: ${outcome.why}`,
      marks: marksOf(results, id),
    }
  })

type Scale = (rate: number) => number

interface Drawn {
  readonly svg: string
  readonly height: number
}

/** Of 11.5-pixel text, on the safe side. */
const LETTER = 6.6
const LONGEST_WHY = 78

const drawMarks = (marks: readonly Mark[], y: number, scale: Scale): Drawn => {
  const labels = marks.map(({rate, words}) => ({
    words,
    at: scale(rate) + 6,
    width: words.length * LETTER + 4,
  }))
  const taken = lanes(labels)
  const svg = labels.map(({words, at}, index) => {
    const below = y + BAR + 6 + (taken[index] ?? 0) * GOAL_LANE
    const x = px(at - 6)
    return [
      `<line class="goal" x1="${x}" x2="${x}" y1="${px(y - 4)}" y2="${px(below + 8)}"/>`,
      `<circle class="goal-end" cx="${x}" cy="${px(below + 7)}" r="3"/>`,
      text(at + 1, below + 11, 'goal-text', words),
    ].join('')
  })
  return {
    svg: svg.join('\n'),
    height: marks.length === 0 ? 0 : (Math.max(...taken) + 1) * GOAL_LANE,
  }
}

const drawBar = ({id, rate, megabytes, why, marks}: Bar, y: number, scale: Scale): Drawn => {
  const {name, makes, isOurs} = LABELS[id]
  const label = [text(MARGIN, y + 9, 'name', name), text(MARGIN, y + 24, 'makes', makes)]
  if (rate === undefined) {
    const short = why.length > LONGEST_WHY ? `${why.slice(0, LONGEST_WHY)}…` : why
    return {svg: [...label, text(BARS.from + 8, y + 14, 'why', short)].join('\n'), height: ROW}
  }
  const end = Math.max(scale(rate), BARS.from + 2)
  const drawn = drawMarks(marks, y, scale)
  // the number stands beyond whatever mark is near the end of its bar
  const near = marks.filter((mark) => scale(mark.rate) > end - 2 && scale(mark.rate) < end + 60)
  const after = Math.max(end, ...near.map((mark) => scale(mark.rate)))
  const parts = [
    ...label,
    `<rect class="${isOurs ? 'ours' : 'peer'}" x="${BARS.from}" y="${px(y)}" width="${px(end - BARS.from)}" height="${BAR}" rx="2"/>`,
    drawn.svg,
    text(after + 8, y + 14.5, 'value', round(rate)),
    text(MEMORY, y + 14.5, 'number', megabytes === undefined ? '–' : `${round(megabytes)} MB`),
  ]
  return {svg: parts.join('\n'), height: ROW + drawn.height}
}

const HEAD = 40

const drawPanel = (results: Results, top: number): Drawn => {
  const bars = barsOf(results)
  const rates = bars.flatMap(({rate, marks}) => [rate ?? 0, ...marks.map((mark) => mark.rate)])
  const steps = ticks(Math.max(...rates))
  const most = steps.at(-1) ?? 1
  const scale: Scale = (rate) => BARS.from + ((BARS.to - BARS.from) * rate) / most
  const drawn: string[] = []
  let y = top + HEAD
  for (const bar of bars) {
    const {svg, height} = drawBar(bar, y, scale)
    drawn.push(`<g>${svg}</g>`)
    y += height
  }
  const grid = steps.map((step) => {
    const x = px(scale(step))
    const line = `<line class="${step === 0 ? 'zero' : 'grid'}" x1="${x}" x2="${x}" y1="${px(top + HEAD - 10)}" y2="${px(y - 8)}"/>`
    return `${line}<text x="${x}" y="${px(y + 8)}" class="axis" text-anchor="middle">${round(step)}</text>`
  })
  const head = [
    text(
      MARGIN,
      top + 12,
      'panel',
      `${results.articles.toLocaleString('en')} articles, ${readingsOf(results)}`,
    ),
    text(MEMORY, top + 12, 'axis number', 'peak memory'),
  ]
  return {svg: [...head, ...grid, ...drawn].join('\n'), height: y + 34 - top}
}

/** The same as words, for whoever does not see it. */
const told = (results: Results): string => {
  const bars = barsOf(results).map(({id, rate, megabytes, why, marks}) => {
    const {name, makes} = LABELS[id]
    if (rate === undefined) return `${name}: ${why}`
    const goals = marks.map((mark) => `${mark.words} is ${round(mark.rate)}`)
    const memory = megabytes === undefined ? '' : `, ${round(megabytes)} MB`
    const aims = goals.length === 0 ? '' : `; goals: ${goals.join(', ')}`
    return `${name} (${makes}): ${round(rate)} a second${memory}${aims}`
  })
  return `${results.articles.toLocaleString('en')} articles. ${bars.join('. ')}.`
}

const TITLE = 'Articles published in a second'

/** Panels from the smallest dataset to the largest. Throws RangeError for no results. */
export const drawChart = (all: readonly Results[]): string => {
  const [first] = all
  if (first === undefined) throw new RangeError('There is nothing to draw.')
  const {machine, date} = first
  const about = `Whole processes, in turn. ${machine.processor}, ${machine.cores} cores, ${machine.gigabytes} GB. ${date}`
  const panels: string[] = []
  let y = 104
  for (const results of all.toSorted((one, other) => one.articles - other.articles)) {
    const {svg, height} = drawPanel(results, y)
    panels.push(`<g>${svg}</g>`)
    y += height
  }
  const versions = Object.entries(first.versions).map(([name, version]) => `${name} ${version}`)
  const height = y + 30
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${px(height)}" width="${WIDTH}" height="${px(height)}" role="img" aria-labelledby="title desc">
<title id="title">${TITLE}</title>
<desc id="desc">${escape(all.map(told).join(' '))}</desc>
<style>${STYLE}</style>
<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${px(height - 1)}" rx="10"/>
${text(MARGIN, 46, 'title', TITLE)}
${text(MARGIN, 70, 'muted', about)}
${panels.join('\n')}
<circle class="goal-end" cx="${MARGIN + 4}" cy="${px(y + 2)}" r="3"/>
${text(MARGIN + 14, y + 6, 'goal-text', 'our goal')}
${text(MARGIN + 80, y + 6, 'axis', versions.join(' · '))}
</svg>
`
}
