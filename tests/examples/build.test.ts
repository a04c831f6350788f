import {readdir, readFile} from 'node:fs/promises'
import {describe, expect, it} from 'vitest'
import {ndjson} from '../../examples/dataset.ts'
import {renderDrawings} from '../../examples/drawings.ts'
import {p} from '../../examples/notation/blocks.ts'
import {inline} from '../../examples/notation/inline.ts'
import {withKeys} from '../../examples/notation/keys.ts'
import {documents, isObject, objects, string, walk} from './dataset.ts'

const examples = new URL('../../examples/', import.meta.url)

describe('examples/build.ts', () => {
  it('makes the committed dataset, byte for byte', async () => {
    expect(ndjson()).toBe(await readFile(new URL('health.ndjson', examples), 'utf8'))
  })

  it('makes the committed images, byte for byte, each under 60 KB', async () => {
    const pictures = await renderDrawings()
    const committed = await readdir(new URL('images/', examples))
    expect(pictures.map(({name}) => `${name}.png`)).toEqual(committed.sort())
    for (const {name, png} of pictures) {
      expect(png.byteLength, name).toBeLessThan(60 * 1024)
      const file = await readFile(new URL(`images/${name}.png`, examples))
      expect(file.equals(png), `${name}.png is not what its drawing gives: run the build`).toBe(
        true,
      )
    }
  })

  it('uses every image that it ships, and ships every image that it uses', async () => {
    const used = documents
      .flatMap((document) => [...walk(document)])
      .filter(isObject)
      .flatMap((object) => ('_sanityAsset' in object ? [string(object['_sanityAsset'])] : []))
    const shipped = await readdir(new URL('images/', examples))
    expect([...new Set(used)].sort()).toEqual(
      shipped.map((file) => `image@file://./images/${file}`).sort(),
    )
  })

  it('gives every object in an array a key that no sibling has', () => {
    let checked = 0
    for (const value of documents.flatMap((document) => [...walk(document)])) {
      const keys =
        typeof value === 'object' ? objects(value).map((item) => string(item['_key'])) : []
      expect(new Set(keys).size).toBe(keys.length)
      checked += keys.length
    }
    expect(checked).toBeGreaterThan(1000)
  })

  it('keeps the keys below a paragraph that is put in above', () => {
    const keysOf = (body: readonly ReturnType<typeof p>[]) =>
      objects(withKeys({body}, 'section-x')['body']).map((block) => string(block['_key']))
    const before = keysOf([p`One.`, p`Two.`, p`Two.`])
    const after = keysOf([p`New.`, p`One.`, p`Two.`, p`Two.`])
    expect(after.slice(1)).toEqual(before)
    expect(new Set(after).size).toBe(4)
  })

  it('refuses a mark that is opened and not closed', () => {
    expect(() => inline('a **bold claim')).toThrow('opens strong')
  })
})
