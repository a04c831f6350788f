import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeEach, describe, expect, it} from 'vitest'
import {fileStamp} from '../../../cli/out/file-stamp.ts'
import {look} from '../../../cli/standing/look.ts'
import {
  sealedStanding,
  type StandingHead,
  writeStandingTable,
} from '../../../cli/standing/standing-table.ts'
import {NO_HEAD} from './no-head.ts'

const headOf = (files: number): StandingHead => ({
  ...NO_HEAD,
  totals: [{channel: 'web', files, messages: 0, bytes: 0}],
})

const NONE = new Uint32Array(0)
const NO_BYTES = new Uint8Array(0)
const PATHS = ['a.html', 'é.html']

let folder: string
let table: string

/** Of the files that PATHS names, as they are now. */
const writeTable = async (): Promise<void> => {
  const stamps = PATHS.map((path) => fileStamp(join(folder, path)))
  const ends = PATHS.map((_, index) => Buffer.byteLength(PATHS.slice(0, index + 1).join('')))
  const columns = sealedStanding({
    lengths: NONE,
    checksums: NONE,
    types: NONE,
    idEnds: NONE,
    ids: NO_BYTES,
    articles: NONE,
    useEnds: NONE,
    uses: NONE,
    slugs: NONE,
    images: NONE,
    words: NO_BYTES,
    pathEnds: Uint32Array.from(ends),
    paths: Buffer.from(PATHS.join('')),
    sizes: Float64Array.from(stamps.map((stamp) => stamp?.size ?? -1)),
    times: Float64Array.from(stamps.map((stamp) => stamp?.modified ?? -1)),
    owners: Uint32Array.from(PATHS, () => 0),
  })
  await writeStandingTable(table, NO_HEAD, columns)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throwline-look-'))
  table = join(folder, 'table')
  for (const path of PATHS) writeFileSync(join(folder, path), 'Call 988.')
  await writeTable()
})

describe.each([
  ['here', 2],
  ['in a thread of its own', 5000],
])('files that are looked at %s', (_, files) => {
  const looked = async (): Promise<readonly unknown[]> => {
    const {table: found, stands} = look({folder, file: table}, headOf(files))
    return [(await found)?.columns.pathEnds.length, await stands]
  }

  it('stand as they were left', async () => {
    expect(await looked()).toEqual([2, true])
  })

  it('do not where one was edited', async () => {
    writeFileSync(join(folder, 'é.html'), 'Call nobody.')
    expect(await looked()).toEqual([2, false])
  })

  it('do not where one is gone', async () => {
    rmSync(join(folder, 'a.html'))
    expect(await looked()).toEqual([2, false])
  })

  it('do not where there is no table', async () => {
    rmSync(table)
    expect(await looked()).toEqual([undefined, false])
  })
})
