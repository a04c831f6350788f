/** @sanity/export out of one lake, @sanity/import into another: the same documents and the same files. */
import {createReadStream} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {createImageUrlBuilder} from '@sanity/image-url'
import {describe, expect, it} from 'vitest'
import {clientOf, EXAMPLE, folderForTest, lakeForTest} from './support.ts'

interface Any {
  readonly _id: string
  readonly [field: string]: unknown
}

/** Not the document's own: where the lake is, and when it was written. */
const LAKES_OWN: readonly string[] = ['_rev', '_updatedAt', '_createdAt', 'url', 'uploadId']

const comparable = (documents: readonly Any[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    documents.map((document) => [
      document._id,
      Object.fromEntries(Object.entries(document).filter(([name]) => !LAKES_OWN.includes(name))),
    ]),
  )

const filesOf = async (data: string): Promise<Readonly<Record<string, string>>> => {
  const folder = join(data, 'assets/images')
  const names = (await readdir(folder)).sort()
  const read = names.map(async (name) => [
    name,
    (await readFile(join(folder, name))).toString('hex'),
  ])
  return Object.fromEntries(await Promise.all(read))
}

describe('the example dataset', () => {
  it.for(['stream', 'cursor'] as const)('comes through by %s as it was', async (mode) => {
    const [from, to] = [await folderForTest(), await folderForTest()]
    const outputPath = join(await folderForTest(), 'export.tar.gz')
    const source = await lakeForTest({data: from, dataset: EXAMPLE})
    const target = await lakeForTest({data: to})
    const client = clientOf(source, {token: 'any'})
    await client.create({_id: 'drafts.site', _type: 'site', name: 'A draft'})
    await exportDataset({
      client,
      dataset: 'production',
      outputPath,
      mode,
      onProgress: () => undefined,
    })
    const imported = await sanityImport(createReadStream(outputPath), {
      client: clientOf(target, {token: 'any'}),
      operation: 'create',
      onProgress: () => undefined,
    })
    expect(imported.warnings).toEqual([])
    expect(imported.numDocs).toBe(source.seeded === undefined ? 0 : source.seeded.documents + 1)

    const before = comparable(await client.fetch<readonly Any[]>('*'))
    const after = comparable(await clientOf(target).fetch<readonly Any[]>('*'))
    expect(Object.keys(before).length).toBeGreaterThan(190)
    expect(after).toEqual(before)
    const files = await filesOf(from)
    expect(Object.keys(files)).toHaveLength(18)
    expect(await filesOf(to)).toEqual(files)
  })

  it('fills a lake from an archive as from the file', async () => {
    const outputPath = join(await folderForTest(), 'export.tar.gz')
    const source = await lakeForTest({dataset: EXAMPLE})
    await exportDataset({
      client: clientOf(source, {token: 'any'}),
      dataset: 'production',
      outputPath,
      onProgress: () => undefined,
    })
    const target = await lakeForTest({dataset: outputPath})
    const before = await clientOf(source).fetch<readonly Any[]>('*[!(_type match "sanity.*")]')
    const after = await clientOf(target).fetch<readonly Any[]>('*[!(_type match "sanity.*")]')
    // an export leaves out what is no document's own but the revision and times stay
    expect(after).toEqual(before)
    const images = '*[_type == "sanity.imageAsset"] | order(_id)._id'
    expect(await clientOf(target).fetch(images)).toEqual(await clientOf(source).fetch(images))
  })

  it('shows its images under the addresses that the Studio makes of references', async () => {
    const lake = await lakeForTest({dataset: EXAMPLE, datasetName: 'health'})
    const [logo] = await clientOf(lake).fetch<
      readonly {readonly ref: string; readonly url: string}[]
    >('*[_type == "site"]{"ref": logo.asset._ref, "url": logo.asset->url}')
    const built = createImageUrlBuilder(clientOf(lake))
      .image(logo?.ref ?? '')
      .width(200)
      .url()
    expect(built.startsWith(logo?.url ?? 'none')).toBe(true)
    expect((await fetch(built)).headers.get('content-type')).toBe('image/png')
  })
})
