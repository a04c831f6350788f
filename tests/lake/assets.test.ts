/** Assets: uploaded by @sanity/client, kept by their content, served so that nothing in them runs. */
import {createHash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {clientOf, folderForTest, lakeForTest, refusalOf} from './support.ts'

const PICTURE = await readFile(join(import.meta.dirname, '../../examples/images/logo.png'))
const HASH = createHash('sha1').update(PICTURE).digest('hex')
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script></svg>'

describe('an image', () => {
  it('becomes a document that says what it is', async () => {
    const lake = await lakeForTest()
    const document = await clientOf(lake).assets.upload('image', PICTURE, {
      filename: '../../logo one.png',
      title: 'Logo',
      source: {name: 'desk', id: '7'},
    })
    const path = `images/local/production/${HASH}-512x512.png`
    expect(document).toMatchObject({
      _id: `image-${HASH}-512x512-png`,
      _type: 'sanity.imageAsset',
      assetId: HASH,
      sha1hash: HASH,
      extension: 'png',
      mimeType: 'image/png',
      size: PICTURE.length,
      originalFilename: 'logo one.png',
      title: 'Logo',
      source: {name: 'desk', id: '7'},
      path,
      url: `${lake.url}/${path}`,
      metadata: {dimensions: {width: 512, height: 512, aspectRatio: 1}},
    })
    const served = await fetch(`${document.url}?w=100&fit=max`)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PICTURE)
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  it('is kept once', async () => {
    const data = await folderForTest()
    const client = clientOf(await lakeForTest({data}))
    const first = await client.assets.upload('image', PICTURE)
    const second = await client.assets.upload('image', PICTURE, {filename: 'other.png'})
    expect(second).toEqual(first)
    expect(await readdir(join(data, 'assets/images'))).toEqual([`${HASH}-512x512.png`])
  })

  it('that is none is refused', async () => {
    const client = clientOf(await lakeForTest())
    const error = await refusalOf(client.assets.upload('image', Buffer.from('not a picture')))
    expect(error).toMatchObject({statusCode: 400})
    expect(error.message).toContain('The image cannot be read')
    expect(await client.fetch('count(*)')).toBe(0)
  })

  it('of SVG cannot run script', async () => {
    const client = clientOf(await lakeForTest())
    const {url, _id} = await client.assets.upload('image', Buffer.from(SVG))
    expect(_id).toMatch(/-40x20-svg$/)
    const served = await fetch(url)
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    })
    const policy = served.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
    expect(policy).not.toContain('allow-scripts')
  })
})

describe('a file', () => {
  it.for([
    ['notes.txt', 'text/plain; charset=utf-8', 'inline'],
    ['page.html', 'application/octet-stream', 'attachment'],
    ['drawing.svg', 'application/octet-stream', 'attachment'],
    ['code.js', 'application/octet-stream', 'attachment'],
    ['nothing', 'application/octet-stream', 'attachment'],
  ] as const)('%s is served as %s, %s', async ([filename, type, disposition]) => {
    const client = clientOf(await lakeForTest())
    const {url} = await client.assets.upload('file', Buffer.from(SVG), {filename})
    const served = await fetch(url)
    expect(served.headers.get('content-type')).toBe(type)
    expect(served.headers.get('content-disposition')).toMatch(new RegExp(`^${disposition}`))
    expect(await served.text()).toBe(SVG)
  })

  it('is saved under the name that is asked for, whatever is in it', async () => {
    const client = clientOf(await lakeForTest())
    const {url} = await client.assets.upload('file', Buffer.from('x'), {filename: 'a.txt'})
    const served = await fetch(`${url}?dl=${encodeURIComponent('ü "x"\r\nset-cookie: a=b')}`)
    expect(served.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%C3%BC%20%22x%22%0D%0Aset-cookie%3A%20a%3Db",
    )
    expect(served.headers.get('set-cookie')).toBeNull()
  })
})

describe('no path', () => {
  it.for([
    '/images/local/production/..%2f..%2fsnapshot.ndjson',
    '/images/local/production/%2e%2e%2f%2e%2e%2flock',
    '/files/local/production/lock',
    '/files/local/production/....ndjson',
    `/images/local/production/${HASH}-512x512.png%00.svg`,
    `/images/local/production/${HASH.toUpperCase()}-512x512.png`,
  ])('leads out of the assets: %s', async (path) => {
    const lake = await lakeForTest()
    await clientOf(lake).assets.upload('image', PICTURE)
    expect((await fetch(`${lake.url}${path}`)).status).toBe(404)
    const there = `${lake.url}/images/local/production/${HASH}-512x512.png`
    expect((await fetch(there)).status).toBe(200)
  })
})

describe('addresses', () => {
  it('follow the lake to another port', async () => {
    const data = await folderForTest()
    const first = await lakeForTest({data})
    const {_id, url} = await clientOf(first).assets.upload('image', PICTURE)
    const hosted = {
      ...(await clientOf(first).getDocument(_id)),
      _id: 'image-hosted-1x1-png',
      _type: 'sanity.imageAsset',
      url: 'https://cdn.sanity.io/images/p/d/hosted-1x1.png',
    }
    await clientOf(first).create(hosted)
    await first.close()
    const second = await lakeForTest({data})
    const moved = await clientOf(second).getDocument(_id)
    expect(url.startsWith(first.url)).toBe(true)
    expect(moved?.['url']).toBe(url.replace(first.url, second.url))
    expect((await fetch(String(moved?.['url']))).status).toBe(200)
    expect(await clientOf(second).getDocument('image-hosted-1x1-png')).toMatchObject({
      url: hosted.url,
    })
  })
})
