import {createHash} from 'node:crypto'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import {fileSource} from '../../content/file-source.ts'
import {ImageStore, type ImageStoreOptions} from '../../content/hosted/image-store.ts'
import type {Retry} from '../../content/hosted/retry.ts'
import {sanitySource} from '../../content/sanity-source.ts'
import {SourceError} from '../../errors.ts'
import {article, dataset, ndjson, TODAY} from './documents.ts'
import {avif, png} from './pictures.ts'
import {sanityServer} from './sanity-server.ts'
import {brief, problemsOf, temporaryFiles, temporaryFolder} from './temporary.ts'

const impatient: Retry = {attempts: 3, wait: async () => {}}

type Answer = () => Response

const bytes = (body: Uint8Array, init: ResponseInit = {}): Answer => {
  const copy = Uint8Array.from(body)
  return () => new Response(copy, init)
}

const status =
  (code: number): Answer =>
  () =>
    new Response('no', {status: code})

const broken: Answer = () => {
  throw new TypeError('fetch failed')
}

/** A host of pictures: the answers in turn, the last one for ever. */
const host = (...answers: readonly Answer[]) => {
  const asked: string[] = []
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    asked.push(input instanceof Request ? input.url : String(input))
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    if (answer === undefined) throw new Error('nothing to answer')
    return answer()
  }
  return {asked, fetch}
}

const withHero = (id: string) =>
  dataset(
    article({heroImage: {_type: 'image', asset: {_type: 'reference', _ref: id}, alt: 'A hill'}}),
  )

const projectContent = async (images: ImageStoreOptions, id = 'image-abc-64x32-png') => {
  const server = await sanityServer(withHero(id))
  const {apiHost} = server
  const source = sanitySource({
    projectId: 'p',
    dataset: 'health',
    apiHost,
    images: {retry: impatient, ...images},
  })
  const content = await openContent(source, {today: TODAY})
  onTestFinished(() => content.close())
  return {content, apiHost}
}

describe('an image of a project', () => {
  it('is brought among the assets, so that pages ask no one else for it', async () => {
    const picture = png(60, 30)
    const {asked, fetch} = host(bytes(picture))
    const {content, apiHost} = await projectContent({fetch})
    const name = createHash('sha256').update(picture).digest('hex').slice(0, 16)
    const {heroImage} = await content.article('article-a')
    // the size is that of the bytes, whatever the id says
    expect(heroImage).toEqual({url: `assets/${name}.png`, alt: 'A hill', width: 60, height: 30})
    expect(Buffer.from(await content.asset(`assets/${name}.png`)).equals(picture)).toBe(true)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(`${apiHost}/images/p/health/abc-64x32.png?`)
    expect(asked[0]).toContain('max-w=1600')
  })

  it('whose format does not tell its size has that of its id', async () => {
    const {fetch} = host(bytes(avif()))
    const {content} = await projectContent({fetch}, 'image-abc-64x32-avif')
    const {heroImage} = await content.article('article-a')
    expect(heroImage).toMatchObject({width: 64, height: 32})
    expect(heroImage?.url).toMatch(/^assets\/[0-9a-f]{16}\.avif$/)
  })

  const FAULTS: readonly (readonly [what: string, code: string, answer: Answer])[] = [
    ['that is not there', 'ASSET_MISSING', status(404)],
    ['whose host is down', 'ASSET_UNAVAILABLE', status(503)],
    ['whose host cannot be reached', 'ASSET_UNAVAILABLE', broken],
    ['that breaks off', 'ASSET_UNAVAILABLE', bytes(png(1, 1), {headers: {'content-length': '99'}})],
    ['without bytes', 'ASSET_REFUSED', bytes(new Uint8Array())],
    ['that is a page', 'ASSET_REFUSED', bytes(Buffer.from('<!doctype html>'))],
    [
      'that is huge',
      'ASSET_REFUSED',
      bytes(Buffer.concat([png(1, 1), Buffer.alloc(21 * 1024 * 1024)])),
    ],
  ]

  it.each(FAULTS)('%s costs its article, not the others: %s', async (_what, code, answer) => {
    const {fetch} = host(answer)
    const {content} = await projectContent({fetch})
    const problems = await problemsOf(content.article('article-a'))
    expect(brief(problems)).toEqual([`article-a heroImage ${code}`])
    expect((await content.summaries()).items).toHaveLength(1)
  })

  it('is asked for again when a failure may pass', async () => {
    const {asked, fetch} = host(status(503), broken, bytes(png(1, 1)))
    const {content} = await projectContent({fetch})
    expect(await problemsOf(content.article('article-a'))).toEqual([])
    expect(asked).toHaveLength(3)
  })
})

describe('an image that a dataset file only names', () => {
  const elsewhere = (url: string) => ({_id: 'image-abc-64x32-png', _type: 'sanity.imageAsset', url})

  const fileContent = async (images?: ImageStoreOptions) => {
    const there = elsewhere('https://cdn.sanity.io/images/p/d/abc-64x32.png')
    const text = ndjson([...withHero('image-abc-64x32-png'), there])
    const folder = await temporaryFiles({'data.ndjson': text})
    const source = fileSource(join(folder, 'data.ndjson'), {...(images && {images})})
    const content = await openContent(source, {today: TODAY})
    onTestFinished(() => content.close())
    return content.article('article-a')
  }

  it('is brought here when the file may be added to, else left where it is', async () => {
    const {asked, fetch} = host(bytes(png(60, 30)))
    expect((await fileContent({fetch})).heroImage?.url).toMatch(/^assets\/[0-9a-f]{16}\.png$/)
    expect(asked).toEqual(['https://cdn.sanity.io/images/p/d/abc-64x32.png'])
    expect((await fileContent()).heroImage?.url).toMatch(/^https:\/\/cdn\.sanity\.io\//)
  })
})

describe('the store of images', () => {
  it('keeps what it fetched for the next run, and nothing half', async () => {
    const folder = await temporaryFolder()
    const first = host(broken, bytes(png(1, 1)))
    const store = new ImageStore({folder, fetch: first.fetch, retry: impatient})
    const [one, same] = await Promise.all([
      store.get('https://h/a.png'),
      store.get('https://h/a.png'),
    ])
    expect(same).toBe(one)
    await store.close()
    expect(first.asked).toHaveLength(2)
    expect(await readdir(folder)).toHaveLength(1)
    const second = host(bytes(png(2, 2)))
    const next = new ImageStore({folder, fetch: second.fetch, retry: impatient})
    expect(Buffer.from(await next.get('https://h/a.png')).equals(png(1, 1))).toBe(true)
    expect(second.asked).toEqual([])
    // another address is another picture
    expect(Buffer.from(await next.get('https://h/b.png')).equals(png(2, 2))).toBe(true)
  })

  it('asks anew after a failure, and can be closed unused', async () => {
    const {fetch} = host(status(404), bytes(png(1, 1)))
    const store = new ImageStore({fetch, retry: impatient})
    await expect(store.get('https://h/a.png')).rejects.toBeInstanceOf(SourceError)
    expect(await store.get('https://h/a.png')).toHaveLength(33)
    await store.close()
    await expect(new ImageStore().close()).resolves.toBeUndefined()
  })
})
