/**
 * `node bench/serializer.ts [--articles 1000]`: our serializer against `toHTML`, in one process and in
 * turns, on generated articles and on one that people wrote. Both get the same components and the same
 * texts, and each text must come out the same to the octet, or there is no figure.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {type PortableTextComponents, toHTML} from '@portabletext/to-html'
import Table from 'cli-table3'
import {openContent} from '../content/assemble.ts'
import {citationNumbers, formatNumbers} from '../content/citations.ts'
import type {Content} from '../content/content.ts'
import {directionOf} from '../content/direction.ts'
import {fileSource} from '../content/file-source.ts'
import type {Article, PortableNode, Site} from '../content/model.ts'
import {blockHtml} from '../publishers/email/blocks.ts'
import {sidesOf} from '../publishers/email/style.ts'
import {escapeHtml} from '../publishers/html/escape.ts'
import {htmlSerializer} from '../publishers/html/portable-text/serializer.ts'
import {plainCitation, semanticComponents} from '../publishers/html/semantic.ts'
import {writeCorpus} from './corpus.ts'
import {median} from './compare/results.ts'

const TODAY = '2026-11-23'
const EXAMPLE = join(import.meta.dirname, '../examples/health.ndjson')
const WRITTEN = 'article-ketamine'
const ARTICLES = 1000
/** So few that what was read of them is still near the processor when it is rendered, as in a publish. */
const LOT = 20
const ROUNDS = 9
/** Before anything is counted. */
const WARM_LOTS = 3

type Text = readonly PortableNode[]
type Look = (article: Article, site: Site) => PortableTextComponents
type Looks = Readonly<Record<string, Look>>

const nothing = (): string => ''

/** Next to no work in the components: what is timed is the serializer. */
const OWN: Looks = {
  "to-html's own": () => ({
    types: {
      citation: () => '<sup>1</sup>',
      figure: nothing,
      table: nothing,
      warningRef: nothing,
      helplineRef: nothing,
    },
  }),
}

/**
 * As the channels of the same names give them. Their own work is in the times of both: numbers of
 * citations, tables, and call-outs, whose texts they render by our serializer.
 */
const CHANNELS: Looks = {
  'web and partners': (article) => {
    const numbers = citationNumbers(article)
    return {
      escapeHTML: escapeHtml,
      hardBreak: () => '<br>',
      ...semanticComponents({
        language: article.language,
        noticeLanguage: article.language,
        href: (href) => href,
        imageUrl: ({url}) => url,
        citation: ({sources}) => plainCitation(formatNumbers(numbers(sources))),
      }),
    }
  },
  mail: (article, site) =>
    blockHtml({
      site,
      language: article.language,
      noticeLanguage: article.language,
      numbers: citationNumbers(article),
      sides: sidesOf(directionOf(article.language)),
    }).components,
}

interface Job {
  readonly components: PortableTextComponents
  readonly texts: readonly Text[]
}

type Render = (job: Job) => readonly string[]

const RENDERS = {
  theirs: ({components, texts}) => texts.map((nodes) => toHTML([...nodes], {components})),
  ours: ({components, texts}) => texts.map(htmlSerializer({components})),
} as const satisfies Record<string, Render>

const textsOf = ({opening, warnings, sections}: Article): readonly Text[] => [
  opening,
  ...warnings.map(({body}) => body),
  ...sections.map(({body}) => body),
]

const assertSame = (jobs: readonly Job[]): void => {
  for (const job of jobs) {
    const theirs = RENDERS.theirs(job)
    const different = RENDERS.ours(job).findIndex((html, index) => html !== theirs[index])
    if (different === -1) continue
    const [first] = job.texts[different] ?? []
    throw new Error(`The text that begins with ${first?._key} is not what toHTML makes of it.`)
  }
}

/** Milliseconds until the octets could be written. */
const time = (render: Render, jobs: readonly Job[]): number => {
  const started = performance.now()
  let octets = 0
  for (const job of jobs) for (const html of render(job)) octets += Buffer.byteLength(html)
  if (octets === 0) throw new Error('Nothing was rendered.')
  return performance.now() - started
}

interface Times {
  readonly theirs: number
  readonly ours: number
}

const inTurns = (jobs: readonly Job[], rounds: number): Times => {
  const theirs: number[] = []
  const ours: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(time(RENDERS.theirs, jobs))
    ours.push(time(RENDERS.ours, jobs))
  }
  return {theirs: median(theirs), ours: median(ours)}
}

interface Row extends Times {
  readonly what: string
  readonly look: string
  readonly ratio: number
}

const opened = async (dataset: string): Promise<{content: Content; site: Site}> => {
  const content = await openContent(fileSource(dataset), {today: TODAY})
  return {content, site: await content.site()}
}

const generated = async (count: number, looks: Looks): Promise<readonly Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'throwline-serializer-'))
  try {
    const dataset = join(folder, 'corpus.ndjson')
    await writeCorpus(dataset, count)
    const {content, site} = await opened(dataset)
    const sums = new Map(Object.keys(looks).map((look) => [look, {theirs: 0, ours: 0}]))
    for (let lot = -WARM_LOTS; lot * LOT < count; lot += 1) {
      const first = Math.max(0, lot * LOT)
      const ids = Array.from(
        {length: Math.min(LOT, count - first)},
        (_, index) => `article-${first + index}`,
      )
      const articles = await Promise.all(ids.map((id) => content.article(id)))
      for (const [look, componentsOf] of Object.entries(looks)) {
        const jobs = articles.map((article) => ({
          components: componentsOf(article, site),
          texts: textsOf(article),
        }))
        assertSame(jobs)
        const {theirs, ours} = inTurns(jobs, ROUNDS)
        const sum = sums.get(look)
        if (lot < 0 || sum === undefined) continue
        sum.theirs += theirs / count
        sum.ours += ours / count
      }
    }
    await content.close()
    const what = `${count.toLocaleString('en')} generated`
    return [...sums].map(([look, sum]) => ({what, look, ...sum, ratio: sum.theirs / sum.ours}))
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

const written = async (looks: Looks): Promise<readonly Row[]> => {
  const {content, site} = await opened(EXAMPLE)
  const article = await content.article(WRITTEN)
  await content.close()
  return Object.entries(looks).map(([look, componentsOf]) => {
    const jobs = [{components: componentsOf(article, site), texts: textsOf(article)}]
    assertSame(jobs)
    inTurns(jobs, ROUNDS * 50)
    const times = inTurns(jobs, ROUNDS * 50)
    return {what: WRITTEN, look, ...times, ratio: times.theirs / times.ours}
  })
}

/** How many times as fast as `toHTML`, with components of to-html's own. Throws when a text differs. */
export const serializerRatio = async (count = ARTICLES): Promise<number> => {
  const [row] = await generated(count, OWN)
  if (row === undefined) throw new Error('Nothing was measured.')
  return row.ratio
}

if (import.meta.main) {
  const {values} = parseArgs({options: {articles: {type: 'string', default: String(ARTICLES)}}})
  const count = Number(values.articles)
  if (!Number.isInteger(count) || count < LOT) {
    throw new RangeError(`--articles ${values.articles}: write a number, ${LOT} or more.`)
  }
  const table = new Table({head: ['', 'components', 'toHTML, ms', 'ours, ms', 'times as fast']})
  const looks = {...OWN, ...CHANNELS}
  const rows = [...(await generated(count, looks)), ...(await written(looks))]
  for (const {what, look, theirs, ours, ratio} of rows) {
    table.push([what, look, theirs.toFixed(3), ours.toFixed(3), ratio.toFixed(2)])
  }
  process.stdout.write(
    `Medians of ${ROUNDS} rounds in turn, an article; every text the same to the octet.\n`,
  )
  process.stdout.write(`${table.toString()}\n`)
}
