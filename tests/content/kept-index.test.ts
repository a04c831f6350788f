import {open, readFile, rename, stat, truncate, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {keepIndex, keptIndexFile, readKeptIndex} from '../../content/kept-index.ts'
import {LazyIndex} from '../../content/lazy-index.ts'
import {temporaryFiles} from './temporary.ts'

const LINES = Array.from(
  {length: 200},
  (_, number) => `{"_id":"d${number}","_type":"t${number % 3}","n":${number + 1000}}\n`,
)
/** With a document twice and a draft. */
const TEXT = `${LINES.join('')}${LINES[7]}{"_id":"drafts.x","_type":"t0"}\n`

const opened = async (path: string) => {
  const file = await open(path)
  onTestFinished(() => file.close())
  return file
}

const later = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** A dataset whose index was kept, once the clock of its file has gone on. */
const kept = async () => {
  const folder = await temporaryFiles({'data.ndjson': TEXT})
  const path = join(folder, 'data.ndjson')
  const index = keptIndexFile(join(folder, 'indexes'), path)
  await later(150)
  const file = await opened(path)
  const read = await LazyIndex.open(file, {name: 'data.ndjson', unpublished: 'problem'})
  await keepIndex(index, file, read.state())
  return {folder, path, index, read}
}

const again = async ({path, index}: {readonly path: string; readonly index: string}) => {
  const file = await opened(path)
  const state = await readKeptIndex(index, file)
  return state === undefined ? undefined : LazyIndex.of(file, state)
}

describe('a kept index', () => {
  it('is the one that was read', async () => {
    const files = await kept()
    const index = await again(files)
    expect(index?.problems).toEqual(files.read.problems)
    expect(index?.problems).toHaveLength(2)
    for (const type of ['t0', 't1', 't2', 'none']) {
      expect(index?.ids(type)).toEqual(files.read.ids(type))
    }
    for (const id of ['d0', 'd100', 'd199', 'nobody']) {
      expect(index?.typeOf(id)).toBe(files.read.typeOf(id))
      expect(index?.stateOf(id)).toBe(files.read.stateOf(id))
      expect(index?.sizeOf(id)).toBe(files.read.sizeOf(id))
      expect(await index?.read(id)).toEqual(await files.read.read(id))
    }
    await expect(index?.read('d7')).rejects.toThrow('Lines 8 and 201')
  })

  it('of another file, or none, is not there', async () => {
    const files = await kept()
    await writeFile(join(files.folder, 'other.ndjson'), TEXT)
    expect(await again({...files, path: join(files.folder, 'other.ndjson')})).toBe(undefined)
    expect(await again({...files, index: `${files.index}x`})).toBe(undefined)
    expect(keptIndexFile('f', 'a')).not.toBe(keptIndexFile('f', 'b'))
  })

  it('is not that of a file of the same size and date with other words', async () => {
    const files = await kept()
    const {atime, mtime} = await stat(files.path)
    await writeFile(files.path, TEXT.replace('"n":1100', '"n":9100'))
    await utimes(files.path, atime, mtime)
    expect(await again(files)).toBe(undefined)
  })

  it('is not that of a file that was put in its place', async () => {
    const files = await kept()
    await writeFile(`${files.path}.new`, TEXT)
    await rename(`${files.path}.new`, files.path)
    expect(await again(files)).toBe(undefined)
  })

  it('is not trusted when a sample says otherwise', async () => {
    const files = await kept()
    const file = await opened(files.path)
    const state = files.read.state()
    state.rows.columns.checksums[0] = 7
    await keepIndex(files.index, file, state)
    expect(await again(files)).toBe(undefined)
  })

  it('is not kept of a file that may still be written to', async () => {
    const folder = await temporaryFiles({'data.ndjson': TEXT})
    const path = join(folder, 'data.ndjson')
    const file = await opened(path)
    const read = await LazyIndex.open(file, {name: 'data.ndjson', unpublished: 'problem'})
    await writeFile(path, TEXT)
    const index = keptIndexFile(folder, path)
    await keepIndex(index, file, read.state())
    expect(await again({path, index})).toBe(undefined)
  })

  it('is not used when any octet of it is wrong, or it breaks off', async () => {
    const files = await kept()
    const right = await readFile(files.index)
    expect(await again(files)).not.toBe(undefined)
    for (let at = 0; at < right.length; at += 37) {
      const wrong = Buffer.from(right)
      wrong[at] = (wrong[at] ?? 0) ^ 0x11
      await writeFile(files.index, wrong)
      expect(await again(files)).toBe(undefined)
    }
    for (const length of [0, 3, 4, 60, right.length - 1]) {
      await writeFile(files.index, right)
      await truncate(files.index, length)
      expect(await again(files)).toBe(undefined)
    }
    const huge = Buffer.from(right)
    huge.writeUInt32LE(0xffff_ffff)
    await writeFile(files.index, huge)
    expect(await again(files)).toBe(undefined)
  })

  it('that cannot be written is no fault', async () => {
    const {folder, path, read} = await kept()
    const file = await opened(path)
    await expect(
      keepIndex(join(folder, 'data.ndjson', 'x.index'), file, read.state()),
    ).resolves.toBe(undefined)
  })
})
