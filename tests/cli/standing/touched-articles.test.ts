import fc from 'fast-check'
import {expect, it} from 'vitest'
import {touchedBy} from '../../../cli/standing/touched-articles.ts'

const ROWS = 12

it('names each article that was made of a row that has changed', () => {
  const articles = fc.array(fc.array(fc.nat(ROWS - 1), {maxLength: 4}), {maxLength: 10})
  const changed = fc.uniqueArray(fc.nat(ROWS - 1), {maxLength: 4})
  fc.assert(
    fc.property(articles, changed, (usesByArticle, rows) => {
      let end = 0
      const columns = {
        lengths: new Uint32Array(ROWS),
        uses: Uint32Array.from(usesByArticle.flat()),
        useEnds: Uint32Array.from(usesByArticle.map(({length}) => (end += length))),
      }
      const touched = usesByArticle.flatMap((uses, article) =>
        uses.some((row) => rows.includes(row)) ? [article] : [],
      )
      expect(touchedBy({columns}, {rows: new Set(rows)})).toEqual(touched)
    }),
  )
})
