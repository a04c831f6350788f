import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {syncFiles} from '../../../cli/out/disk-sync.ts'
import {FileBatch} from '../../../cli/out/file-batch.ts'
import {folder} from '../run.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')

const names = (place: string): readonly string[] =>
  readdirSync(place, {recursive: true}).map(String).toSorted()

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8')

describe('files that take their places together', () => {
  it('stand where they belong once the disk has them, and not before', async () => {
    const place = folder()
    const seen: string[] = []
    const batch = new FileBatch(place, {
      before: () => {
        seen.push(`before ${names(place).includes('one.txt')}`)
      },
      sync: async (files) => {
        seen.push(
          `sync ${files.map((file) => read(file)).join()} ${names(place).includes('one.txt')}`,
        )
      },
    })
    expect(await batch.write('one.txt', bytes('1'), false)).toBe(true)
    expect(await batch.write('deep/er/two.txt', bytes('2'), false)).toBe(true)
    await batch.drain()
    expect(seen).toEqual(['before false', 'sync 1,2 false'])
    expect(read(place, 'one.txt')).toBe('1')
    expect(names(place)).toEqual(['deep', 'deep/er', 'deep/er/two.txt', 'one.txt'])
  })

  it.each([true, false])(
    'hold what they were given, whatever becomes of its memory: %s',
    async (anew) => {
      const place = folder()
      const batch = new FileBatch(place)
      const shared = Buffer.alloc(3)
      const writing = ['one', 'two', 'six'].map((word) => {
        shared.write(word)
        return batch.write(`${word}.txt`, shared, anew)
      })
      shared.fill(0)
      await Promise.all(writing)
      await batch.drain()
      expect(names(place).map((name) => read(place, name))).toEqual(['one', 'six', 'two'])
    },
  )

  it('are left alone where they say so already, but for a run that writes anew', async () => {
    const place = folder()
    writeFileSync(join(place, 'same.txt'), 'same')
    const batch = new FileBatch(place)
    expect(await batch.write('same.txt', bytes('same'), false)).toBe(false)
    expect(await batch.write('same.txt', bytes('sane'), false)).toBe(true)
    expect(await batch.write('same.txt', bytes('same'), true)).toBe(true)
    await batch.drain()
    expect(read(place, 'same.txt')).toBe('same')
  })

  it('go in batches, one after the other, each file once', async () => {
    const place = folder()
    const sizes: number[] = []
    let running = 0
    const sync = async (files: readonly string[]): Promise<void> => {
      running += 1
      sizes.push(running === 1 ? files.length : Number.NaN)
      await syncFiles(files)
      running -= 1
    }
    const batch = new FileBatch(place, {sync})
    for (let each = 0; each < 4800; each += 1) {
      await batch.write(`${each % 7}/${each}.txt`, bytes(String(each)), false)
    }
    await batch.drain()
    expect(sizes).toEqual([2048, 2048, 704])
    for (let each = 0; each < 4800; each += 1) {
      expect(read(place, `${each % 7}/${each}.txt`)).toBe(String(each))
    }
    expect(names(place)).toHaveLength(4807)
  })

  it('tell of a disk that fails, at the next write and at the end, and leave the old files', async () => {
    const place = folder()
    writeFileSync(join(place, 'one.txt'), 'old')
    const sync = (): Promise<void> =>
      Promise.reject(Object.assign(new Error('full'), {code: 'ENOSPC'}))
    const batch = new FileBatch(place, {sync})
    await batch.write('one.txt', bytes('new'), false)
    await expect(batch.drain()).rejects.toMatchObject({code: 'OUT_UNWRITABLE'})
    await expect(batch.write('two.txt', bytes('2'), false)).rejects.toThrow('one.txt')
    await expect(batch.drain()).rejects.toThrow('one.txt')
    expect(read(place, 'one.txt')).toBe('old')
    expect(names(place)).toEqual(['one.txt'])
  })

  it('name the file that cannot take its place, and leave no half one', async () => {
    const place = folder()
    mkdirSync(join(place, 'two.txt'))
    const batch = new FileBatch(place)
    await batch.write('one.txt', bytes('1'), true)
    await batch.write('two.txt', bytes('2'), true)
    await expect(batch.drain()).rejects.toThrow('two.txt: a folder is in its place')
    const blocked = new FileBatch(place)
    await blocked.write('three.txt', bytes('3'), true)
    await expect(blocked.write('one.txt/below.txt', bytes('4'), true)).rejects.toThrow('below.txt')
    expect(names(place)).toEqual(['one.txt', 'two.txt'])
  })
})

describe('what makes files certain', () => {
  it('asks the file system once for many, and each for few', async () => {
    const place = folder()
    const files = Array.from({length: 40}, (_, each) => join(place, `${each}.txt`))
    for (const file of files) writeFileSync(file, 'x')
    await expect(syncFiles(files)).resolves.toBeUndefined()
    await expect(syncFiles(files.slice(0, 3))).resolves.toBeUndefined()
    await expect(syncFiles([join(place, 'none.txt')])).rejects.toMatchObject({code: 'ENOENT'})
    const gone = [...files.slice(0, 39), join(place, 'none.txt')]
    await expect(syncFiles(gone)).rejects.toMatchObject({code: 'ENOENT'})
  })

  it('syncs each by itself where there is no sync command', async () => {
    const place = folder()
    const files = Array.from({length: 40}, (_, each) => join(place, `${each}.txt`))
    for (const file of files) writeFileSync(file, 'x')
    const {PATH} = process.env
    try {
      process.env['PATH'] = place
      await expect(syncFiles(files)).resolves.toBeUndefined()
    } finally {
      process.env['PATH'] = PATH
    }
  })
})
