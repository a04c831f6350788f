import {mkdir, readdir, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, it, onTestFinished} from 'vitest'
import {fileSource, type FileSourceOptions} from '../../content/file-source.ts'
import type {ContentSource} from '../../content/source.ts'
import {SourceError} from '../../errors.ts'
import {type Member, tarGz} from './archives.ts'
import {dataset, ndjson} from './documents.ts'
import {png} from './pictures.ts'
import {testSource} from './source-contract.ts'
import {temporaryFiles} from './temporary.ts'

testSource({
  name: 'an NDJSON file',
  make: async (documents) => {
    const folder = await temporaryFiles({'data.ndjson': ndjson(documents)})
    return fileSource(join(folder, 'data.ndjson'))
  },
})

testSource({
  name: 'an export archive',
  make: async (documents) => {
    const archive = await tarGz([
      {name: 'health-export/data.ndjson', content: ndjson(documents)},
      {name: 'health-export/assets.json', content: '{}'},
    ])
    const folder = await temporaryFiles({'health.tar.gz': archive})
    return fileSource(join(folder, 'health.tar.gz'))
  },
})

const archiveSource = async (
  bytes: Uint8Array,
  options: FileSourceOptions = {},
): Promise<ContentSource> => {
  const folder = await temporaryFiles({'health.tar.gz': bytes})
  const source = fileSource(join(folder, 'health.tar.gz'), options)
  onTestFinished(() => source.close())
  return source
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof SourceError) return error.code
    throw error
  }
}

const DATA: Member = {name: 'data.ndjson', content: ndjson(dataset())}

/** Of this process alone: other tests unpack and spool beside it. */
const leftovers = async (): Promise<number> =>
  (await readdir(tmpdir())).filter((name) => name.includes(`.${process.pid}.`)).length

describe('a dataset file', () => {
  it('is named when it is not there, or is a folder', async () => {
    const folder = await temporaryFiles({'data.ndjson': ''})
    await mkdir(join(folder, 'inner.ndjson'))
    for (const name of ['nobody.ndjson', 'nobody.tar.gz', 'inner.ndjson', 'data.ndjson/x']) {
      const source = fileSource(join(folder, name))
      expect(await codeOf(source.dataset())).toBe('SOURCE_NOT_FOUND')
      await source.close()
    }
  })

  it('gives files beside it and none elsewhere', async () => {
    const folder = await temporaryFiles({
      'set/data.ndjson': '',
      'set/images/x.png': png(1, 1),
      'secret.png': png(2, 2),
    })
    await symlink('../../secret.png', join(folder, 'set/images/link.png'))
    const source = fileSource(join(folder, 'set/data.ndjson'))
    expect(await source.file('images/x.png')).toEqual(png(1, 1))
    expect(await source.file('images/none.png')).toBeUndefined()
    const ways = [
      '../secret.png',
      'images/../../secret.png',
      join(folder, 'secret.png'),
      'images/link.png',
      'images/x.png\0',
      '.',
    ]
    for (const path of ways) {
      expect(await codeOf(source.file(path)), path).toBe('SOURCE_PATH_REFUSED')
    }
    await source.close()
  })
})

describe('an export archive', () => {
  it('brings its images, and leaves nothing behind', async () => {
    const before = await leftovers()
    const source = await archiveSource(
      await tarGz([
        {name: 'health/data.ndjson', content: ndjson(dataset())},
        {name: 'health/images/x.png', content: png(3, 4)},
        {name: 'health/files/ignored.pdf', content: 'x'},
      ]),
    )
    expect(await source.file('images/x.png')).toEqual(png(3, 4))
    expect(await source.file('files/ignored.pdf')).toBeUndefined()
    expect(await leftovers()).toBe(before + 1)
    await source.close()
    expect(await leftovers()).toBe(before)
  })

  const HOSTILE: readonly (readonly [string, Member])[] = [
    ['a path up', {name: '../evil.txt', content: 'x'}],
    ['a path up inside', {name: 'images/../../evil.png', content: 'x'}],
    ['an absolute path', {name: '/tmp/throwline-evil.png', content: 'x'}],
    ['a drive', {name: 'C:/evil.png', content: 'x'}],
    ['a backslash', {name: 'images\\..\\..\\evil.png', content: 'x'}],
    ['a folder up', {name: '../evil/', type: 'directory'}],
    ['a symbolic link', {name: 'images/a.png', type: 'symlink', linkname: '/etc/passwd'}],
    ['a hard link', {name: 'images/a.png', type: 'link', linkname: '/etc/passwd'}],
    ['a device', {name: 'images/a.png', type: 'character-device'}],
    ['a pipe', {name: 'images/a.png', type: 'fifo'}],
  ]

  it.each(HOSTILE)('is refused for %s', async (_what, member) => {
    const source = await archiveSource(await tarGz([DATA, member]))
    expect(await codeOf(source.dataset())).toBe('SOURCE_ARCHIVE_REFUSED')
  })

  it('is read when nothing is wrong with it', async () => {
    const source = await archiveSource(await tarGz([{name: './', type: 'directory'}, DATA]))
    expect(await codeOf(source.dataset())).toBe('none')
  })

  it('is refused when it unpacks to too much', async () => {
    const archive = await tarGz([DATA, {name: 'images/x.png', content: Buffer.alloc(100_000, 1)}])
    const limits = {bytes: 50_000, ratio: 1e6, entries: 10}
    expect(await codeOf((await archiveSource(archive, {limits})).dataset())).toBe(
      'SOURCE_ARCHIVE_TOO_LARGE',
    )
    const wide = {bytes: 500_000, ratio: 1e6, entries: 10}
    expect(await codeOf((await archiveSource(archive, {limits: wide})).dataset())).toBe('none')
  })

  it('is refused as a bomb by its ratio', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024))
    expect(await codeOf((await archiveSource(bomb)).dataset())).toBe('SOURCE_ARCHIVE_TOO_LARGE')
  })

  it('is refused when it holds too many files', async () => {
    const many = Array.from({length: 30}, (_, index) => ({name: `images/${index}.png`}))
    const limits = {bytes: 1e9, ratio: 1e6, entries: 20}
    const source = await archiveSource(await tarGz([DATA, ...many]), {limits})
    expect(await codeOf(source.dataset())).toBe('SOURCE_ARCHIVE_TOO_LARGE')
  })

  it('is refused when it breaks off, and when it is none', async () => {
    const whole = await tarGz([DATA])
    const half = whole.subarray(0, whole.length >> 1)
    expect(await codeOf((await archiveSource(half)).dataset())).toBe('SOURCE_TRUNCATED')
    const texts = [Buffer.from('{"_id":"a"}'), gzipSync('not a tar file at all'), Buffer.alloc(0)]
    for (const bytes of texts) {
      const code = await codeOf((await archiveSource(bytes)).dataset())
      expect(['SOURCE_ARCHIVE_INVALID', 'SOURCE_TRUNCATED']).toContain(code)
    }
  })

  it('is refused without data, and with two of them', async () => {
    const none = await archiveSource(await tarGz([{name: 'images/a.png', content: 'x'}]))
    expect(await codeOf(none.dataset())).toBe('SOURCE_ARCHIVE_INVALID')
    const two = await archiveSource(
      await tarGz([DATA, {name: 'again/data.ndjson', content: ndjson(dataset())}]),
    )
    expect(await codeOf(two.dataset())).toBe('SOURCE_ARCHIVE_INVALID')
  })
})
