/** The log by itself: what waits goes together, and a disk that fails stops it. */
import {open, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {Log} from '../../lake/store/log.ts'
import type {Transaction} from '../../lake/store/transaction.ts'
import {folderForTest, refusalOf} from './support.ts'

const transaction = (id: string): Transaction => ({
  id,
  timestamp: '2026-01-01T00:00:00Z',
  identity: 'me',
  changes: [],
})

const logOn = async (flags: 'a' | 'r') => {
  const name = join(await folderForTest(), 'log')
  await writeFile(name, '')
  const heard: string[] = []
  const log = new Log(await open(name, flags), {
    name,
    bytes: 0,
    onWritten: (written) => heard.push(...written.map(({id}) => id)),
  })
  onTestFinished(() => log.close())
  return {log, heard, name}
}

describe('a log', () => {
  it('writes what waits together, in order, and tells it before it acknowledges', async () => {
    const {log, heard, name} = await logOn('a')
    const ids = Array.from({length: 200}, (_, n) => `t${n}`)
    const acknowledged: string[] = []
    await Promise.all(
      ids.map(async (id) => {
        await log.append(transaction(id))
        expect(heard).toContain(id)
        acknowledged.push(id)
      }),
    )
    expect(heard).toEqual(ids)
    expect(acknowledged).toEqual(ids)
    const text = await readFile(name, 'utf8')
    expect(log.bytes).toBe(Buffer.byteLength(text))
    // one sync for the first, one for all that came while it ran
    expect(text.trim().split('\n').length).toBeLessThan(5)
  })

  it('acknowledges nothing that it could not write, and nothing afterwards', async () => {
    const {log, heard} = await logOn('r')
    const error = await refusalOf(log.append(transaction('a')))
    expect(error).toMatchObject({code: 'LAKE_WRITE_FAILED'})
    expect(error.message).toContain('start the lake again')
    expect(() => log.append(transaction('b'))).toThrow('cannot be written')
    await expect(log.settled()).rejects.toThrow('cannot be written')
    expect(heard).toEqual([])
  })
})
