/**
 * `npm run bench -- --articles 1000,10000 [--rounds 3] [--no-peers] [--json]`: us and our peers on the same
 * articles, each a whole process, in turns: one round of everybody after the other. Prints every goal
 * with what was measured beside it; keeps all readings and a chart in `--results`, bench/results/ when
 * absent.
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {build, type Built} from './compare/built.ts'
import {drawChart} from './compare/chart.ts'
import {type Contestant, contestants, type Field} from './compare/contestants.ts'
import {readFigures} from './compare/figures.ts'
import {thisMachine} from './compare/machine.ts'
import {writeMarkdown} from './compare/markdown-articles.ts'
import {hugoVersion, installPeers, peerVersion} from './compare/peers.ts'
import {type ContestantId, type Outcome, type Results, type Run} from './compare/results.ts'
import {ProcessFailed, runProcess} from './compare/run-process.ts'
import {aboutLine, contestantGrid, goalGrid, terminalTable} from './compare/table.ts'
import {writeCorpus} from './corpus.ts'

/** On which the example's helplines were checked. */
const TODAY = '2026-11-23'

const {values} = parseArgs({
  options: {
    articles: {type: 'string', default: '1000'},
    rounds: {type: 'string', default: '3'},
    'no-peers': {type: 'boolean', default: false},
    json: {type: 'boolean', default: false},
    results: {type: 'string', default: join(import.meta.dirname, 'results')},
    /** Seconds for one process. */
    limit: {type: 'string', default: '3600'},
  },
})

const positive = (option: string, text: string): number => {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new RangeError(`--${option} ${text}: write a whole number above 0.`)
}
const counts = values.articles.split(',').map((count) => positive('articles', count))
const rounds = positive('rounds', values.rounds)
const limit = positive('limit', values.limit)
const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`.trim()

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Where the peers from npm are, or why not. */
interface Peers {
  readonly installed?: string
  readonly why: string
  readonly hugo: string | undefined
}

/** What npm said, or what was said of npm. Results are kept: addresses are nobody's business. */
const reason = (error: unknown): string => {
  const lines = String(error).split('\n')
  const own = lines.filter((line) => line.startsWith('npm error'))
  const told = (own.length > 0 ? own : lines).slice(0, 2).join(' ')
  return told.replace(/https?:\S+/g, '…')
}

const preparePeers = (): Peers => {
  if (values['no-peers']) return {why: 'left out by --no-peers', hugo: undefined}
  const hugo = hugoVersion()
  try {
    return {installed: installPeers(), why: '', hugo}
  } catch (error) {
    return {why: `npm ci failed in bench/peers. ${reason(error)}`, hugo}
  }
}

const absence = (id: ContestantId, peers: Peers): string | undefined => {
  if (id === 'hugo' && peers.hugo === undefined) {
    return values['no-peers'] ? peers.why : 'no hugo on the path; Debian has a package of that name'
  }
  const isFromNpm = id === 'astro' || id === 'eleventy'
  return isFromNpm && peers.installed === undefined ? peers.why : undefined
}

/** A contestant that failed once is not asked again. */
class Race {
  readonly #runs = new Map<ContestantId, Run[]>()
  readonly #out = new Map<ContestantId, Outcome>()

  async turn(contestant: Contestant): Promise<void> {
    const {id} = contestant
    if (this.#out.has(id)) return
    contestant.clear()
    // nobody waits for what another wrote
    spawnSync('sync')
    try {
      const run = await runProcess(contestant.command, limit)
      contestant.check()
      const runs = this.#runs.get(id) ?? []
      this.#runs.set(id, [...runs, run])
      say(`  ${id} ${run.seconds.toFixed(2)} s`)
    } catch (error) {
      if (!(error instanceof ProcessFailed)) throw error
      say(`  ${id} failed: ${error.message}`)
      this.#out.set(id, {kind: 'failed', why: error.message.split('\n', 1)[0] ?? ''})
    }
    contestant.clear()
  }

  leaveOut(id: ContestantId, why: string): void {
    this.#out.set(id, {kind: 'absent', why})
  }

  outcomes(): Results['contestants'] {
    const measured = [...this.#runs].map(([id, runs]) => [id, {kind: 'measured', runs}] as const)
    // a failure in any round stands for all
    return Object.fromEntries([...measured, ...this.#out])
  }
}

const raced = async (field: Field, peers: Peers): Promise<Results['contestants']> => {
  const race = new Race()
  const present: Contestant[] = []
  for (const contestant of contestants(field)) {
    const why = absence(contestant.id, peers)
    if (why === undefined) {
      contestant.prepare()
      present.push(contestant)
    } else race.leaveOut(contestant.id, why)
  }
  for (let round = 1; round <= rounds; round += 1) {
    say(` round ${round} of ${rounds}`)
    for (const contestant of present) await race.turn(contestant)
  }
  for (const contestant of present) contestant.dispose()
  return race.outcomes()
}

const versionsOf = ({installed, hugo}: Peers): Results['versions'] => {
  const require = createRequire(import.meta.url)
  const {version}: {version: string} = require('../package.json')
  const toHtml: {version: string} = require('@portabletext/to-html/package.json')
  return {
    Throwline: version,
    Node: process.version.slice(1),
    ...(hugo !== undefined && {Hugo: hugo}),
    ...(installed !== undefined && {
      Astro: peerVersion(installed, 'astro'),
      Eleventy: peerVersion(installed, '@11ty/eleventy'),
    }),
    'to-html': toHtml.version,
  }
}

const measure = async (
  folder: string,
  articles: number,
  built: Built,
  peers: Peers,
): Promise<Results> => {
  const dataset = join(folder, 'corpus.ndjson')
  const bytes = await writeCorpus(dataset, articles)
  say(`${articles.toLocaleString('en')} articles, ${(bytes / 1e6).toFixed(0)} MB`)
  const markdown = join(folder, 'markdown')
  if (!values['no-peers']) await writeMarkdown(dataset, markdown, TODAY)
  const {throwline} = built
  const field: Field = {
    folder,
    dataset,
    articles,
    throwline,
    markdown,
    today: TODAY,
    ...(peers.installed !== undefined && {installed: peers.installed}),
  }
  const outcomes = await raced(field, peers)
  say(' start-up, one change, the serializer, the Studio')
  return {
    date: new Date().toISOString().slice(0, 10),
    command,
    machine: thisMachine(),
    versions: versionsOf(peers),
    articles,
    bytes,
    rounds,
    contestants: outcomes,
    figures: await readFigures(built, field, rounds),
  }
}

/** All that is made, removed at the end alone: see `Contestant.clear`. */
const place = mkdtempSync(join(tmpdir(), 'throwline-bench-'))
try {
  const built = build(join(place, 'built'), TODAY)
  const peers = preparePeers()
  const all: Results[] = []
  mkdirSync(values.results, {recursive: true})
  for (const count of counts) {
    const folder = mkdtempSync(join(place, `${count}-`))
    const results = await measure(folder, count, built, peers)
    all.push(results)
    const file = join(values.results, `${results.date}-${count}.json`)
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
    if (values.json) continue
    const tables = [contestantGrid(results), goalGrid(results, all)].map(terminalTable)
    process.stdout.write(`${aboutLine(results)}\n${tables.join('\n')}\n\n`)
  }
  if (values.json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(join(values.results, 'throughput.svg'), drawChart(all))
} finally {
  rmSync(place, {recursive: true, force: true})
}
