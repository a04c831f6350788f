/** What a dataset makes of an empty lake, and what it does not do to one that is not. */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {SourceError} from '../../errors.ts'
import {startLake} from '../../lake/server.ts'
import {clientOf, EXAMPLE, folderForTest, lakeForTest, refusalOf} from './support.ts'

const datasetOf = async (text: string): Promise<string> => {
  const path = join(await folderForTest(), 'data.ndjson')
  await writeFile(path, text)
  return path
}

describe('the example dataset', () => {
  it('fills an empty lake with its documents and its images', async () => {
    const lake = await lakeForTest({dataset: EXAMPLE})
    const client = clientOf(lake)
    expect(lake.seeded).toEqual({documents: 181, assets: 18})
    const [site] = await client.fetch<readonly {readonly logo: object}[]>(
      '*[_type == "site"]{logo{..., asset->{_type, mimeType, "width": metadata.dimensions.width}}}',
    )
    expect(site?.logo).toEqual({
      _type: 'image',
      alt: 'Lantern Health',
      asset: {_type: 'sanity.imageAsset', mimeType: 'image/png', width: 512},
    })
    const urls = await client.fetch<readonly string[]>('*[_type == "sanity.imageAsset"].url')
    expect(urls).toHaveLength(18)
    for (const url of urls) expect((await fetch(url)).status).toBe(200)
    expect(await client.fetch('count(*[defined(_sanityAsset)])')).toBe(0)
  })

  it('leaves no strong reference that leads nowhere', async () => {
    const client = clientOf(await lakeForTest({dataset: EXAMPLE}))
    const all = await client.fetch<readonly {readonly _id: string}[]>('*')
    const ids = new Set(all.map(({_id}) => _id))
    const targets = [...JSON.stringify(all).matchAll(/"_ref":"([^"]+)"/g)].map(
      ([, ref = '']) => ref,
    )
    expect(targets.length).toBeGreaterThan(100)
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
  })

  it('is read once: what was written since stays', async () => {
    const data = await folderForTest()
    const first = await lakeForTest({data, dataset: EXAMPLE})
    await clientOf(first).patch('site').set({name: 'Ours'}).commit()
    await first.close()
    const second = await lakeForTest({data, dataset: EXAMPLE})
    expect(second.seeded).toBeUndefined()
    expect(await clientOf(second).getDocument('site')).toMatchObject({name: 'Ours'})
  })

  it('does not come back when all was deleted', async () => {
    const data = await folderForTest()
    const dataset = await datasetOf('{"_id":"a","_type":"note"}\n')
    const first = await lakeForTest({data, dataset})
    await clientOf(first).delete('a')
    await first.close()
    expect((await lakeForTest({data, dataset})).size()).toBe(0)
  })
})

describe('a dataset', () => {
  it('keeps ids, revisions, times, drafts and versions', async () => {
    const documents = [
      {
        _id: 'a',
        _type: 'note',
        _rev: 'r1',
        _createdAt: '2020-01-01T00:00:00Z',
        _updatedAt: '2021-01-01T00:00:00Z',
      },
      {
        _id: 'drafts.a',
        _type: 'note',
        _rev: 'r2',
        _createdAt: '2020-01-01T00:00:00Z',
        _updatedAt: '2021-01-01T00:00:00Z',
      },
    ]
    const dataset = await datasetOf(documents.map((each) => JSON.stringify(each)).join('\n\n'))
    const client = clientOf(await lakeForTest({dataset}))
    expect(await client.fetch('*')).toEqual(documents)
    const bare = await datasetOf('{"_type":"note"}')
    const [made] = await clientOf(await lakeForTest({dataset: bare})).fetch('*')
    expect(made).toEqual({
      _type: 'note',
      _id: expect.any(String),
      _rev: expect.any(String),
      _createdAt: expect.any(String),
      _updatedAt: expect.any(String),
    })
  })

  it.for([
    ['{"_id":"a","_type":"note"}\n{"_id":', 'SOURCE_LINE_INVALID', 'Line 2 is not a JSON document'],
    ['{"_id":"a"}\n', 'SOURCE_LINE_INVALID', 'with a _type'],
    ['[]\n', 'SOURCE_LINE_INVALID', 'Line 1'],
    ['{"_id":"a","_type":"x"}\n{"_id":"a","_type":"x"}\n', 'SOURCE_LINE_INVALID', '"a" twice'],
    ['{"_id":"a b","_type":"x"}\n', 'SOURCE_LINE_INVALID', '"a b" is not a valid _id'],
    ['{"_type":"x","i":{"_sanityAsset":"image@file://./no.png"}}', 'ASSET_MISSING', 'no.png'],
    [
      '{"_type":"x","i":{"_sanityAsset":"image@https://x.example/a.png"}}',
      'ASSET_MISSING',
      'x.example',
    ],
    [
      '{"_type":"x","i":{"_sanityAsset":"image@file://./../../etc/passwd"}}',
      'SOURCE_PATH_REFUSED',
      'leads out',
    ],
    [
      '{"_type":"x","i":{"_sanityAsset":"file@file:///etc/passwd"}}',
      'SOURCE_PATH_REFUSED',
      'leads out',
    ],
    [
      '{"_type":"x","i":{"_sanityAsset":"image@file://./data.ndjson"}}',
      'ASSET_REFUSED',
      'data.ndjson',
    ],
  ] as const)('%j is refused, and the lake stays empty', async ([text, code, message]) => {
    const data = await folderForTest()
    const error = await refusalOf(startLake({data, dataset: await datasetOf(text)}))
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({code})
    expect(error.message).toContain(message)
    // the next attempt may fill it
    const again = await lakeForTest({data, dataset: await datasetOf('{"_id":"a","_type":"x"}\n')})
    expect(again.seeded).toEqual({documents: 1, assets: 0})
  })

  it('that is not there is refused', async () => {
    const data = await folderForTest()
    const error = await refusalOf(startLake({data, dataset: join(data, 'none.ndjson')}))
    expect(error).toMatchObject({code: 'SOURCE_NOT_FOUND'})
  })

  it('that is a folder, or no archive, is refused', async () => {
    const data = await folderForTest()
    expect(await refusalOf(startLake({data, dataset: data}))).toMatchObject({
      code: 'SOURCE_UNREADABLE',
    })
    const archive = join(await folderForTest(), 'x.tar.gz')
    await writeFile(archive, 'not an archive')
    expect(await refusalOf(startLake({data, dataset: archive}))).toMatchObject({
      code: 'SOURCE_ARCHIVE_INVALID',
    })
  })
})
