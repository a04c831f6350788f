import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {hostedImage} from '../../content/images/hosted.ts'
import {pictureOf} from '../../content/images/format.ts'
import {SourceError} from '../../errors.ts'
import {article, dataset} from './documents.ts'
import {avif, gif, jpeg, png, webpExtended, webpLossless, webpLossy} from './pictures.ts'
import {brief, contentOf, problemsOf} from './temporary.ts'

describe('a picture', () => {
  const FORMATS: readonly (readonly [string, Buffer])[] = [
    ['png', png(640, 480)],
    ['gif', gif(640, 480)],
    ['jpg', jpeg(640, 480)],
    ['webp', webpExtended(640, 480)],
    ['webp', webpLossless(640, 480)],
    ['webp', webpLossy(640, 480)],
  ]

  it.each(FORMATS)('of format %s tells its size', (extension, bytes) => {
    expect(pictureOf(bytes)).toEqual({extension, width: 640, height: 480})
  })

  it('is told by its bytes alone', () => {
    expect(pictureOf(avif())).toEqual({extension: 'avif'})
    const others = [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '',
      'GIF',
      'BM',
      '%PDF-1.7',
      '\x89PN',
    ]
    for (const text of others) expect(pictureOf(Buffer.from(text, 'latin1')), text).toBeUndefined()
  })

  it('cut short is no trouble', () => {
    for (const [, bytes] of FORMATS) {
      for (let length = 0; length < bytes.length; length++) {
        expect(() => pictureOf(bytes.subarray(0, length))).not.toThrow()
      }
    }
  })
})

const withHero = (path: string) =>
  dataset(
    article({heroImage: {_type: 'image', _sanityAsset: `image@file://${path}`, alt: ' A hill '}}),
  )

const withAsset = (id: string) =>
  article({heroImage: {_type: 'image', asset: {_type: 'reference', _ref: id}, alt: 'A hill'}})

describe('an image of a dataset file', () => {
  it('is published under the name of its content, with its size', async () => {
    const bytes = png(640, 480)
    const content = await contentOf(withHero('./images/hill.png'), {'images/hill.png': bytes})
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const {heroImage} = await content.article('article-a')
    expect(heroImage).toEqual({url: `assets/${name}.png`, alt: 'A hill', width: 640, height: 480})
    expect(await content.asset(`assets/${name}.png`)).toEqual(bytes)
    await expect(content.asset('assets/0000.png')).rejects.toBeInstanceOf(SourceError)
    await expect(content.asset('../data.ndjson')).rejects.toBeInstanceOf(SourceError)
  })

  it('is named by its bytes, not by its name', async () => {
    const content = await contentOf(withHero('./images/hill.png'), {'images/hill.png': gif(2, 2)})
    expect((await content.article('article-a')).heroImage?.url).toMatch(/\.gif$/)
  })

  it('is refused as SVG, and when it is huge', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    const scripted = await contentOf(withHero('./images/hill.png'), {'images/hill.png': svg})
    expect(brief(await problemsOf(scripted.article('article-a')))).toEqual([
      'article-a heroImage ASSET_REFUSED',
    ])
    const large = Buffer.concat([png(1, 1), Buffer.alloc(21 * 1024 * 1024)])
    const huge = await contentOf(withHero('./images/hill.png'), {'images/hill.png': large})
    expect(brief(await problemsOf(huge.article('article-a')))).toEqual([
      'article-a heroImage ASSET_REFUSED',
    ])
  })

  it('is found by the asset it refers to, or where its document says', async () => {
    const local = await contentOf(dataset(withAsset('image-abc-64x32-png')), {
      'images/abc-64x32.png': png(64, 32),
    })
    expect((await local.article('article-a')).heroImage?.url).toMatch(/^assets\/[0-9a-f]{16}\.png$/)
    const elsewhere = await contentOf(
      dataset(withAsset('image-abc-64x32-png'), {
        _id: 'image-abc-64x32-png',
        _type: 'sanity.imageAsset',
        url: 'https://cdn.sanity.io/images/p/d/abc-64x32.png',
      }),
    )
    expect((await elsewhere.article('article-a')).heroImage).toEqual({
      url: 'https://cdn.sanity.io/images/p/d/abc-64x32.png',
      alt: 'A hill',
      width: 64,
      height: 32,
    })
    const nowhere = await contentOf(dataset(withAsset('image-abc-64x32-png')))
    expect(brief(await problemsOf(nowhere.article('article-a')))).toEqual([
      'article-a heroImage ASSET_MISSING',
    ])
  })
})

describe('a hosted image', () => {
  const host = {projectId: 'p', dataset: 'd'}
  const parts = {hash: 'abc', width: 4000, height: 2000, extension: 'jpg'}

  it('is asked for no wider than pages are, and never enlarged', () => {
    expect(hostedImage({}, parts, host)).toEqual({
      url: expect.stringMatching(
        /^https:\/\/cdn\.sanity\.io\/images\/p\/d\/abc-4000x2000\.jpg\?.*max-w=1600/,
      ),
      width: 1600,
      height: 800,
    })
    const small = hostedImage({}, {...parts, width: 400, height: 300}, host)
    expect(small).toMatchObject({width: 400, height: 300})
  })

  it('is cropped as the editor said', () => {
    const crop = {left: 0.25, right: 0.25, top: 0, bottom: 0.5}
    expect(hostedImage({crop}, {...parts, width: 1000}, host)).toEqual({
      url: expect.stringContaining('rect=250,0,500,1000'),
      width: 500,
      height: 1000,
    })
    const nonsense = {left: 'x', right: 7, top: -1, bottom: null}
    expect(hostedImage({crop: nonsense}, parts, host)).toMatchObject({width: 1600, height: 800})
  })
})
