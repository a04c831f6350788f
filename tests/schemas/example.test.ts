import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {type Desk, openDesk} from './support/desk.ts'
import type {Doc} from './support/lake.ts'

const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && '_id' in value && '_type' in value

/** An import names files where a dataset names assets. */
const withAssets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withAssets)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]): readonly [string, unknown] =>
    name === '_sanityAsset'
      ? ['asset', {_type: 'reference', _ref: 'image-0-1x1-png'}]
      : [name, withAssets(field)],
  )
  return Object.fromEntries(fields)
}

const example: readonly Doc[] = readFileSync('examples/health.ndjson', 'utf8')
  .split('\n')
  .filter((text) => text !== '')
  .map((text): unknown => withAssets(JSON.parse(text)))
  .filter(isDoc)

const asset: Doc = {_id: 'image-0-1x1-png', _type: 'sanity.imageAsset'}

describe('the example dataset in the Studio', () => {
  let desk: Desk

  beforeAll(async () => {
    vi.useFakeTimers({toFake: ['Date'], now: new Date('2026-11-23T12:00:00Z')})
    desk = await openDesk()
  })
  afterAll(async () => {
    vi.useRealTimers()
    await desk.close()
  })

  it('has documents of every type', () => {
    expect([...new Set(example.map(({_type}) => _type))].toSorted()).toEqual([
      'article',
      'contributor',
      'crisisNotice',
      'digest',
      'helpline',
      'section',
      'site',
      'source',
      'warning',
    ])
  })

  it('gives its editors nothing to mend', async () => {
    const faults: unknown[] = []
    for (const document of example) {
      const others = [asset, ...example.filter((other) => other !== document)]
      const told = await desk.told(document, others)
      const errors = told.filter(({level}) => level === 'error')
      if (errors.length > 0) faults.push({id: document._id, errors})
    }
    expect(faults).toEqual([])
  })

  it('would be told of a fault', async () => {
    const [notice] = example.filter(({_type}) => _type === 'crisisNotice')
    const broken = {...Object(notice), smsText: 'In crisis? You are not alone.'}
    const told = await desk.told(broken, [asset, ...example.filter((other) => other !== notice)])
    expect(told.map(({path}) => path)).toContain('smsText')
  })
})
