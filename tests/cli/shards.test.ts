import {cpSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {isInShard} from '../../publish-shard.ts'
import {changedExample, EXAMPLE, folder, snapshot, throwline, TODAY} from './run.ts'

const OPTIONS = ['--dataset', EXAMPLE, '--today', TODAY] as const

describe('a build in shards', () => {
  const parts = [1, 2, 3].map((number) => ({shard: `${number}/3`, out: folder()}))
  const outs = parts.map(({out}) => out)

  beforeAll(() => {
    for (const {shard, out} of parts) {
      const threads = shard === '2/3' ? ['--jobs', '2'] : []
      const {status} = throwline('publish', ...OPTIONS, ...threads, '--shard', shard, '--out', out)
      if (status !== 0) throw new Error(`Shard ${shard} ended with ${status}.`)
    }
  })

  const merge = (folders: readonly string[], ...options: readonly string[]) => {
    const given = options.length === 0 ? OPTIONS : options
    return throwline('merge', ...folders, ...given, '--out', folder())
  }

  it('is, once merged, what one run makes', () => {
    const whole = folder()
    throwline('publish', ...OPTIONS, '--out', whole)
    const merged = folder()
    const {status, stdout} = throwline('merge', ...outs, ...OPTIONS, '--out', merged)
    expect([status, stdout]).toEqual([0, expect.stringContaining('All 74 were read back')])
    expect(snapshot(merged)).toEqual(snapshot(whole))
    const again = throwline('publish', ...OPTIONS, '--out', merged)
    expect(again.stdout).toContain('Nothing had changed')
  })

  it('has each article in one part, and no list in any', () => {
    const pages = outs.map((out) =>
      [...snapshot(out).keys()].filter((path) => path.endsWith('/index.html')),
    )
    const all = pages.flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(16)
    expect(all).not.toContain('/web/index.html')
    // an article stays in its part when others come and go
    const ids = Array.from({length: 3000}, (_, index) => `article-${index}`)
    const sizes = [1, 2, 3].map(
      (number) => ids.filter((id) => isInShard(id, {number, of: 3})).length,
    )
    expect(sizes.reduce((sum, size) => sum + size)).toBe(3000)
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150)
  })

  it('is refused when a part is missing, is there twice, or belongs to another build', () => {
    const [one = '', two = '', three = ''] = outs
    const copy = folder()
    cpSync(two, copy, {recursive: true})
    const other = folder()
    throwline('publish', ...OPTIONS, '--shard', '3/3', '--country', 'GB', '--out', other)
    const wrong: readonly (readonly [readonly string[], string])[] = [
      [[one, two], '3/3: This shard is not among the folders.'],
      [[one, two, three, copy], 'are both this shard'],
      [[one, two, other], 'It is shard 3/3 of another build'],
      [[one, two, folder()], 'no folder that publish --shard has finished'],
    ]
    for (const [folders, reason] of wrong) {
      const {status, stderr} = merge(folders)
      expect([status, stderr]).toEqual([1, expect.stringContaining(reason)])
    }
    const late = throwline('merge', ...outs, '--dataset', EXAMPLE, '--today', '2026-11-24')
    expect([late.status, late.stderr]).toEqual([1, expect.stringContaining('SHARD_INVALID')])
  })

  it('is refused when an article is in no part, or a file is not what was published', () => {
    const dataset = changedExample((document) =>
      document['_id'] === 'article-sleep' ? {...document, _id: 'article-rest'} : document,
    )
    const missing = merge(outs, '--dataset', dataset, '--today', TODAY)
    expect([missing.status, missing.stderr]).toEqual([
      1,
      expect.stringContaining('SHARD_ARTICLE_MISSING: article-rest'),
    ])
    const [first = '', ...others] = outs
    const forged = folder()
    cpSync(first, forged, {recursive: true})
    const [page = ''] = readdirSync(join(forged, 'web'), {
      recursive: true,
      encoding: 'utf8',
    }).filter((path) => path.endsWith('index.html'))
    const text = readFileSync(join(forged, 'web', page), 'utf8')
    writeFileSync(join(forged, 'web', page), text.replaceAll('tel:988', 'tel:989'))
    const {status, stderr} = merge([forged, ...others])
    expect([status, stderr]).toEqual([1, expect.stringContaining('not what its shard published')])
  })

  it('is asked for as a part of a number of parts', () => {
    for (const shard of ['0/3', '4/3', '3', '1/0', '-1/2', '1/99999', 'x']) {
      const {status, stderr} = throwline(
        'publish',
        ...OPTIONS,
        `--shard=${shard}`,
        '--out',
        folder(),
      )
      expect([shard, status, stderr]).toEqual([shard, 2, expect.stringContaining('as in 3/8')])
    }
  })
})
