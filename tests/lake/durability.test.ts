/** What is acknowledged stays; what is damaged is said; one lake a folder. */
import {spawnSync} from 'node:child_process'
import {appendFile, copyFile, mkdir, readdir, readFile, truncate, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {LakeError} from '../../errors.ts'
import {startLake} from '../../lake/server.ts'
import {killTrials} from './kill-trial.ts'
import {clientOf, folderForTest, lakeForTest, lakeWith, refusalOf} from './support.ts'

const LOG = /^log-\d+\.ndjson$/

const logOf = async (data: string): Promise<string> => {
  const logs = (await readdir(data)).filter((name) => LOG.test(name)).sort()
  return join(data, logs.at(-1) ?? 'none')
}

/** A folder with three transactions in its log. */
const folderWithLog = async (): Promise<string> => {
  const data = await folderForTest()
  const lake = await lakeForTest({data})
  for (const _id of ['a', 'b', 'c']) await clientOf(lake).create({_id, _type: 'note'})
  await lake.close()
  return data
}

const idsIn = async (data: string): Promise<unknown> => {
  const lake = await lakeForTest({data})
  const ids = await clientOf(lake).fetch('*._id')
  await lake.close()
  return ids
}

describe('a restart', () => {
  it('finds every document as it was, byte for byte', async () => {
    const data = await folderForTest()
    const before = await lakeForTest({data})
    await clientOf(before).create({
      _id: 'a',
      _type: 'note',
      text: 'ü \u2028 \ud83d\ude00',
      n: [1, null, 1.5e300],
    })
    await clientOf(before).create({_id: 'b', _type: 'note'})
    await clientOf(before)
      .patch('a')
      .set({'deep.down': {x: 'y'}})
      .commit()
    await clientOf(before).delete('b')
    const documents = await clientOf(before).fetch('*')
    await before.close()
    const after = await lakeForTest({data})
    expect(await clientOf(after).fetch('*')).toEqual(documents)
  })

  it('finds them after a snapshot too, and no old logs', async () => {
    const data = await folderForTest()
    const before = await lakeForTest({data, compactAt: 2000})
    for (let n = 0; n < 40; n++) {
      await clientOf(before).createOrReplace({
        _id: `d${n % 7}`,
        _type: 'note',
        n,
        text: 'x'.repeat(200),
      })
    }
    const documents = await clientOf(before).fetch('*')
    await before.close()
    const files = await readdir(data)
    expect(files).toContain('snapshot.ndjson')
    expect(files.filter((name) => LOG.test(name)).length).toBeLessThan(5)
    expect(files).not.toContain('log-000001.ndjson')
    const after = await lakeForTest({data})
    expect(await clientOf(after).fetch('*')).toEqual(documents)
  })
})

describe('SIGKILL', () => {
  it('loses nothing that was acknowledged, at any moment', async () => {
    const trials = await killTrials(await folderForTest(), 15, () => Math.random() * 300)
    expect(trials.lost).toEqual([])
    expect(trials.acknowledged).toBeGreaterThan(15)
  })
})

describe('a torn last record', () => {
  it('is set aside wherever it was cut, and said', async () => {
    const data = await folderWithLog()
    const log = await logOf(data)
    const whole = await readFile(log)
    const last = whole.lastIndexOf('\n', whole.length - 2) + 1
    for (const cut of [last + 1, last + 5, last + 9, last + 12, last + 40, whole.length - 1]) {
      const copy = await folderForTest()
      await mkdir(copy, {recursive: true})
      await copyFile(log, join(copy, 'log-000001.ndjson'))
      await truncate(join(copy, 'log-000001.ndjson'), cut)
      const notices: string[] = []
      const lake = await lakeForTest({data: copy, onNotice: (notice) => notices.push(notice)})
      expect(await clientOf(lake).fetch('*._id'), String(cut)).toEqual(['a', 'b'])
      await clientOf(lake).create({_id: 'after', _type: 'note'})
      await lake.close()
      expect(notices).toHaveLength(1)
      expect(notices[0]).toMatch(/^The last record of log-000001\.ndjson was torn: \d+ bytes/)
      const aside = (await readdir(copy)).find((name) => name.includes('.torn-')) ?? ''
      expect(await readFile(join(copy, aside))).toEqual(whole.subarray(last, cut))
      expect(await idsIn(copy)).toEqual(['a', 'after', 'b'])
    }
  })

  it('may be all there is, or zeros from a power cut', async () => {
    for (const torn of ['0000', '12345678 99 {"tran', '\0'.repeat(4096), 'x'.repeat(50)]) {
      const data = await folderForTest()
      await writeFile(join(data, 'log-000001.ndjson'), torn)
      const notices: string[] = []
      const lake = await lakeForTest({data, onNotice: (notice) => notices.push(notice)})
      expect(lake.size()).toBe(0)
      expect(notices).toHaveLength(1)
      await lake.close()
    }
  })
})

describe('damage', () => {
  const damage = async (data: string, file: string, at: (bytes: Buffer) => number) => {
    const path = join(data, file)
    const bytes = await readFile(path)
    const position = at(bytes)
    bytes[position] = (bytes[position] ?? 0) ^ 1
    await writeFile(path, bytes)
    return bytes
  }

  it.for([
    ['its sum', () => 2],
    ['its length', () => 9],
    ['its content', () => 60],
    ['its end', (bytes: Buffer) => bytes.indexOf('\n')],
  ] as const)('in the middle of the log (%s) is an error that names the place', async ([, at]) => {
    const data = await folderWithLog()
    const damaged = await damage(data, 'log-000001.ndjson', at)
    const error = await refusalOf(startLake({data}))
    expect(error).toBeInstanceOf(LakeError)
    expect(error).toMatchObject({code: 'LAKE_CORRUPT'})
    expect(error.message).toContain('log-000001.ndjson, record 1')
    expect(await readFile(join(data, 'log-000001.ndjson'))).toEqual(damaged)
    // and the folder is free again
    expect(await readdir(data)).not.toContain('lock')
  })

  it('in the snapshot is one too, and so is one that ends early', async () => {
    const data = await folderForTest()
    const {lake} = await lakeWith(
      [
        {_id: 'a', _type: 'note'},
        {_id: 'b', _type: 'note'},
      ],
      {data},
    )
    await lake.close()
    const whole = await readFile(join(data, 'snapshot.ndjson'))
    await damage(data, 'snapshot.ndjson', (bytes) => bytes.indexOf('"a"') + 1)
    const error = await refusalOf(startLake({data}))
    expect(error).toMatchObject({code: 'LAKE_CORRUPT'})
    expect(error.message).toContain('snapshot.ndjson, line 2')
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1
    await writeFile(join(data, 'snapshot.ndjson'), whole.subarray(0, lastLine))
    expect(await refusalOf(startLake({data}))).toMatchObject({code: 'LAKE_CORRUPT'})
    await writeFile(join(data, 'snapshot.ndjson'), whole)
    expect(await idsIn(data)).toEqual(['a', 'b'])
  })

  it('of a log that is gone is found', async () => {
    const data = await folderWithLog()
    await copyFile(join(data, 'log-000001.ndjson'), join(data, 'log-000003.ndjson'))
    const error = await refusalOf(startLake({data}))
    expect(error).toMatchObject({code: 'LAKE_CORRUPT'})
    expect(error.message).toContain('a log is missing')
  })

  it('before the last log is never taken for a torn record', async () => {
    const data = await folderWithLog()
    await copyFile(join(data, 'log-000001.ndjson'), join(data, 'log-000002.ndjson'))
    await appendFile(join(data, 'log-000001.ndjson'), 'deadbeef 10 {"torn')
    expect(await refusalOf(startLake({data}))).toMatchObject({code: 'LAKE_CORRUPT'})
  })
})

describe('one lake a folder', () => {
  it('a second one is refused, naming the holder', async () => {
    const data = await folderForTest()
    const first = await lakeForTest({data})
    const error = await refusalOf(startLake({data}))
    expect(error).toMatchObject({code: 'LAKE_LOCKED'})
    expect(error.message).toContain(`in use by process ${process.pid}`)
    await first.close()
    expect(await idsIn(data)).toEqual([])
  })

  it('a holder that died is no holder', async () => {
    const data = await folderForTest()
    const {pid} = spawnSync(process.execPath, ['-e', '0'])
    await writeFile(join(data, 'lock'), JSON.stringify({pid, began: '1'}))
    expect(await idsIn(data)).toEqual([])
    // the number is in use again, by another process
    await writeFile(join(data, 'lock'), JSON.stringify({pid: process.pid, began: '1'}))
    expect(await idsIn(data)).toEqual([])
    await writeFile(join(data, 'lock'), '')
    expect(await idsIn(data)).toEqual([])
  })

  it('of several at once one wins, dead holder or not', async () => {
    const {pid} = spawnSync(process.execPath, ['-e', '0'])
    for (let round = 0; round < 20; round++) {
      const data = await folderForTest()
      if (round % 2 === 0) await writeFile(join(data, 'lock'), JSON.stringify({pid, began: '1'}))
      const outcomes = await Promise.allSettled(
        Array.from({length: 5}, () => startLake({data, port: 0})),
      )
      const started = outcomes.filter((outcome) => outcome.status === 'fulfilled')
      expect(started).toHaveLength(1)
      for (const {value} of started) await value.close()
      expect(await readdir(data)).not.toContain('lock')
    }
  })
})
