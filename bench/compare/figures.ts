/** What is read beside the race: start-up, one change, the serializer, the Studio. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeHeading, writeCorpus} from '../corpus.ts'
import {serializerRatio} from '../serializer.ts'
import {previewTimes, settled} from '../studio-preview.ts'
import type {Built} from './built.ts'
import {insertBehind} from './changed-dataset.ts'
import type {Field} from './contestants.ts'
import {type Figure, type FigureId, median} from './results.ts'
import {type Command, ProcessFailed, runProcess} from './run-process.ts'

/** Of what takes less than a second. */
const QUICK_ROUNDS = 9
/** At least, of what is a difference of two processes that take seconds. */
const CHANGES = 3

export type Figures = Readonly<Partial<Record<FigureId, Figure>>>

const measured = (values: readonly number[]): Figure => ({
  kind: 'measured',
  values: values.map((value) => Number(value.toPrecision(5))),
})

const failed = (error: unknown): Figure => ({
  kind: 'failed',
  why: error instanceof Error ? error.message.slice(0, 500) : String(error),
})

const attempt = async (read: () => Promise<Figure>): Promise<Figure> => {
  try {
    return await read()
  } catch (error) {
    return failed(error)
  }
}

const milliseconds = async (command: Command, before: () => void): Promise<Figure> => {
  const values: number[] = []
  for (let round = 0; round < QUICK_ROUNDS; round += 1) {
    before()
    values.push((await runProcess(command, 60)).seconds * 1000)
  }
  return measured(values)
}

const publishing = (
  {throwline}: Built,
  folder: string,
  dataset: string,
  today: string,
): Command => {
  const args = ['publish', '--dataset', dataset, '--out', join(folder, 'out'), '--today', today]
  const env = {THROWLINE_DATA: join(folder, 'data')}
  return {file: process.execPath, args: [throwline, ...args], env}
}

const oneArticle = async (built: Built, field: Field): Promise<Figure> => {
  const folder = join(field.folder, 'one')
  mkdirSync(folder)
  const dataset = join(folder, 'dataset.ndjson')
  await writeCorpus(dataset, 1)
  return milliseconds(publishing(built, folder, dataset, field.today), () => {
    for (const made of ['out', 'data']) rmSync(join(folder, made), {recursive: true, force: true})
  })
}

/** Another dataset in the place of the one before; the disk is done with it. */
const replaceDataset = async (dataset: string, place: string, text: string): Promise<void> => {
  await insertBehind(dataset, place, text)
  spawnSync('sync')
}

/** A process opens the dataset and tells how long that took; watched as one that publishes is. */
const opening = async (
  built: Built,
  {env}: Command,
  dataset: string,
  limit: number,
): Promise<{readonly own: number; readonly whole: number}> => {
  const told = join(dirname(built.open), 'opened')
  const args = [built.open, dataset, told]
  const {seconds} = await runProcess({file: process.execPath, args, ...(env && {env})}, limit)
  return {own: Number(readFileSync(told, 'utf8')) / 1000, whole: seconds}
}

/**
 * In turns: publish what one section's heading changed of; change it again and open the dataset anew;
 * open it once more. `changed` is the difference of two whole processes, so start-up is in neither.
 */
const change = async (built: Built, field: Field, rounds: number): Promise<Figures> => {
  const folder = join(field.folder, 'change')
  mkdirSync(folder)
  const {dataset, today, articles} = field
  const command = publishing(built, folder, dataset, today)
  const limit = 3600
  await runProcess(command, limit)
  const article = Math.floor(articles / 2)
  const place = beforeHeading(`section-${article}-3`)
  const page = join(folder, `out/web/article-${article}/index.html`)
  const opened: number[] = []
  const openedAgain: number[] = []
  const published: number[] = []
  const processes: number[] = []
  for (let round = 0; round < Math.max(rounds, CHANGES); round += 1) {
    await replaceDataset(dataset, place, `Published ${round}. `)
    published.push((await runProcess(command, limit)).seconds)
    if (!readFileSync(page, 'utf8').includes(`Published ${round}. `)) {
      throw new ProcessFailed('the change is not in its page')
    }
    await replaceDataset(dataset, place, `Opened ${round}. `)
    const anew = await opening(built, command, dataset, limit)
    opened.push(anew.own)
    processes.push(anew.whole)
    openedAgain.push((await opening(built, command, dataset, limit)).own)
  }
  const between = median(processes)
  rmSync(folder, {recursive: true})
  return {
    open: measured(opened),
    'open-kept': measured(openedAgain),
    changed: measured(published.map((seconds) => seconds - between)),
  }
}

export const readFigures = async (built: Built, field: Field, rounds: number): Promise<Figures> => {
  const changes = await change(built, field, rounds).catch((error: unknown) => {
    const figure = failed(error)
    return {open: figure, 'open-kept': figure, changed: figure}
  })
  const help = {file: process.execPath, args: [built.throwline, '--help']}
  return {
    serializer: await attempt(async () => measured([await serializerRatio()])),
    ...changes,
    help: await attempt(() => milliseconds(help, () => {})),
    'one-article': await attempt(() => oneArticle(built, field)),
    preview: await attempt(async () => measured(settled(await previewTimes()))),
  }
}
