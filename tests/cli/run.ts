/** The command as a user runs it: a process of its own. */
import {spawn, spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {vi} from 'vitest'
import {publishCommand, type PublishCommandOptions} from '../../cli/commands/publish.ts'

export const ROOT = join(import.meta.dirname, '../..')
const COMMAND = join(ROOT, 'cli/throwline.ts')
export const TODAY = '2026-11-23'
export const EXAMPLE = join(ROOT, 'examples/health.ndjson')

const {SANITY_PROJECT_ID: _project, SANITY_DATASET: _dataset, ...ENVIRONMENT} = process.env

/** What earlier runs left; nothing of the checkout's. */
export const DATA = mkdtempSync(join(tmpdir(), 'throwline-data-'))
process.on('exit', () => rmSync(DATA, {recursive: true, force: true}))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export const throwline = (...options: readonly string[]): Ran =>
  spawnSync(process.execPath, [COMMAND, ...options], {
    encoding: 'utf8',
    env: {...ENVIRONMENT, NO_COLOR: '1', THROWLINE_DATA: DATA},
    maxBuffer: 64 * 1024 * 1024,
  })

/**
 * `publish` within this process, which is warm after the first: for what a run that is a process of
 * its own is held to.
 */
export const publishHere = async (options: PublishCommandOptions): Promise<Ran> => {
  const said = {stdout: '', stderr: ''}
  const listening = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      said[name] += String(chunk)
      return true
    }),
  )
  vi.stubEnv('THROWLINE_DATA', DATA)
  vi.stubEnv('NO_COLOR', '1')
  try {
    return {status: await publishCommand(options), ...said}
  } finally {
    vi.unstubAllEnvs()
    for (const each of listening) each.mockRestore()
  }
}

/** Resolves when the process has ended, by itself or by SIGKILL after `milliseconds`. */
export const killedAfter = async (
  milliseconds: number,
  ...options: readonly string[]
): Promise<boolean> => {
  const child = spawn(process.execPath, [COMMAND, ...options], {
    env: {...ENVIRONMENT, NO_COLOR: '1', THROWLINE_DATA: DATA},
    stdio: 'ignore',
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  return new Promise((resolve) => {
    child.on('exit', (_code, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL')
    })
  })
}

export const folder = (): string => mkdtempSync(join(tmpdir(), 'throwline-cli-'))

type Change = (document: Record<string, unknown>) => Record<string, unknown> | undefined

/** A copy of the example dataset with its images, its documents changed; `undefined` leaves one out. */
export const changedExample = (change: Change): string => {
  const place = folder()
  cpSync(join(ROOT, 'examples/images'), join(place, 'images'), {recursive: true})
  const documents = readFileSync(EXAMPLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line))
    .flatMap((document) => change(document) ?? [])
  const file = join(place, 'health.ndjson')
  writeFileSync(file, `${documents.map((document) => JSON.stringify(document)).join('\n')}\n`)
  return file
}

export const copy = (from: string): string => {
  const to = folder()
  cpSync(from, to, {recursive: true})
  return to
}

/** Every file by its path below `out`. `generatedAt` of the manifest tells two runs apart, and is meant to. */
export const snapshot = (out: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(out, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [
        path.slice(out.length),
        readFileSync(path, 'utf8').replace(/"generatedAt": "[^"]*"/, ''),
      ]),
  )
