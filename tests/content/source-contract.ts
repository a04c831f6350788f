/** What every ContentSource must do; run by each implementation. */
import {describe, expect, it} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import type {ContentSource} from '../../content/source.ts'
import {article, block, dataset, type RawDocument, section, TODAY} from './documents.ts'

export interface SourceUnderTest {
  readonly name: string
  /** A source of these documents; it is closed by the test. */
  make(documents: readonly RawDocument[]): Promise<ContentSource>
}

export const testSource = ({name, make}: SourceUnderTest): void => {
  describe(`${name}, as a content source`, () => {
    it('hands out every document as it was written', async () => {
      const documents = dataset(
        section({note: 'kept “as is”\u200b', deep: {list: [1, {_id: 'x'}]}}),
      )
      const source = await make(documents)
      const set = await source.dataset()
      for (const document of documents) {
        expect(set.typeOf(document._id)).toBe(document._type)
        expect(await set.read(document._id)).toEqual(document)
      }
      expect(set.ids('article')).toEqual(['article-a'])
      await source.close()
    })

    it('knows nothing of documents that are not there', async () => {
      const source = await make(dataset())
      const set = await source.dataset()
      expect(set.typeOf('nobody')).toBeUndefined()
      expect(set.sizeOf('nobody')).toBe(0)
      expect(set.ids('nothing')).toEqual([])
      expect(await set.read('nobody')).toBeUndefined()
      await source.close()
    })

    it('gives a few documents by id, without those that are missing', async () => {
      const source = await make(dataset())
      const found = await source.documents(['section-a', 'nobody', 'site'])
      expect([...found.keys()].toSorted()).toEqual(['section-a', 'site'])
      expect(found.get('section-a')).toEqual(section())
      expect(await source.documents([])).toEqual(new Map())
      await source.close()
    })

    it('reads the dataset once', async () => {
      const source = await make(dataset())
      expect(await source.dataset()).toBe(await source.dataset())
      await source.close()
    })

    it('keeps the order of the dataset within a type', async () => {
      const extra = ['c', 'a2', 'b'].map((id) => section({_id: `section-${id}`}))
      const source = await make(dataset(...extra))
      const ids = (await source.dataset()).ids('section')
      expect(ids).toEqual(['section-a', 'section-c', 'section-a2', 'section-b'])
      await source.close()
    })

    it('has no files that nobody sent', async () => {
      const source = await make(dataset())
      expect(await source.file('images/none.png')).toBeUndefined()
      await source.close()
    })

    it('is joined the same way as any other', async () => {
      const source = await make(dataset())
      const content = await openContent(source, {today: TODAY})
      expect(content.name).toBe(source.name)
      expect((await content.summaries()).items.map(({id}) => id)).toEqual(['article-a'])
      const joined = await content.article('article-a')
      expect(joined.sections[0]?.body).toMatchObject([block('Sleep matters.')])
      await content.close()
    })

    it('can be closed twice, and unused', async () => {
      const source = await make([article()])
      await source.close()
      await expect(source.close()).resolves.toBeUndefined()
    })
  })
}
