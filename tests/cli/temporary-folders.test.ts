import {type ChildProcess, spawn} from 'node:child_process'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGzip} from 'node:zlib'
import {pack} from 'tar-stream'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {sweepTemporaryFolders} from '../../content/temporary-folder.ts'
import {EXAMPLE, folder, ROOT} from './run.ts'

const HOST = hostname()
  .replace(/[^A-Za-z0-9]+/g, '-')
  .slice(0, 40)

const COMMAND = join(ROOT, 'cli/throwline.ts')

const children: ChildProcess[] = []

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** A process id that was in use and is not any more. */
const goneProcess = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', ''], {stdio: 'ignore'})
  await ended(child)
  return child.pid ?? 0
}

/** An archive that takes the command long enough to unpack that it can be killed meanwhile. */
const archiveOf = async (place: string, megabytes: number): Promise<string> => {
  const file = join(place, 'export.tar.gz')
  const tar = pack()
  const written = pipeline(tar, createGzip({level: 0}), createWriteStream(file))
  for (let index = 0; index < megabytes; index += 1) {
    tar.entry({name: `export/images/${index}.png`}, Buffer.alloc(1024 * 1024))
  }
  tar.entry({name: 'export/data.ndjson'}, readFileSync(EXAMPLE))
  tar.finalize()
  await written
  return file
}

const run = (temporary: string, ...options: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, [COMMAND, ...options], {
    env: {...process.env, TMPDIR: temporary, SANITY_PROJECT_ID: ''},
    stdio: 'ignore',
  })
  children.push(child)
  return child
}

const runsIn = (temporary: string): readonly string[] =>
  readdirSync(temporary).filter((name) => name.startsWith('throwline-run.'))

describe('temporary folders', () => {
  let place = ''
  let gone = 0

  beforeAll(async () => {
    place = folder()
    gone = await goneProcess()
  })

  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
  })

  it('go when their process has gone, and no others', async () => {
    const names = {
      dead: `throwline-run.${HOST}.${gone}.aaaaaa`,
      // a process of this id made it, before this one had the id
      namesake: `throwline-run.${HOST}.${process.pid}.bbbbbb`,
      alive: `throwline-run.${HOST}.${process.ppid}.cccccc`,
      elsewhere: `throwline-run.another-host.${gone}.dddddd`,
      stranger: `throwline-run-${gone}`,
    }
    for (const name of Object.values(names)) {
      mkdirSync(join(place, name))
      writeFileSync(join(place, name, 'data.ndjson'), '')
    }
    const target = folder()
    const link = `throwline-run.${HOST}.${gone}.eeeeee`
    symlinkSync(target, join(place, link))
    await sweepTemporaryFolders(place)
    expect(readdirSync(place).toSorted()).toEqual(
      [names.alive, names.elsewhere, names.stranger, link].toSorted(),
    )
    expect(existsSync(target)).toBe(true)
    await expect(sweepTemporaryFolders(join(place, 'not-there'))).resolves.toBeUndefined()
  })

  it('what a killed run unpacked is removed by the next', async () => {
    const temporary = folder()
    const archive = await archiveOf(temporary, 64)
    const options = ['doctor', '--dataset', archive, '--today', '2026-11-23']
    const killed = run(temporary, ...options)
    while (runsIn(temporary).length === 0 && killed.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    killed.kill('SIGKILL')
    await ended(killed)
    const [left] = runsIn(temporary)
    expect(left).toContain(`.${killed.pid}.`)
    await ended(run(temporary, ...options))
    expect(runsIn(temporary)).toEqual([])
  })
})
