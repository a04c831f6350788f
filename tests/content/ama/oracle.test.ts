import {describe, expect, it} from 'vitest'
import {formatReference} from '../../../content/ama/format-reference.ts'
import {openContent} from '../../../content/assemble.ts'
import {fileSource} from '../../../content/file-source.ts'
import type {Source} from '../../../content/model.ts'
import {oracle} from './oracle.ts'
import {shapes} from './shapes.ts'

const html = (source: Source): string =>
  formatReference(source)
    .map(({text, italic}) => (italic === true ? `<i>${text}</i>` : text))
    .join('')

/**
 * Where the two may differ: the style makes capitals in titles of books and reports, which we leave
 * to the editor, and turns quotes, which we print as written.
 */
const comparable = (reference: string): string =>
  reference.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').toLowerCase()

const exampleSources = async (): Promise<readonly Source[]> => {
  const file = new URL('../../../examples/health.ndjson', import.meta.url).pathname
  const content = await openContent(fileSource(file), {today: '2026-11-23'})
  const {references} = await content.article('article-ketamine')
  await content.close()
  return references.map(({source}) => source)
}

describe('references, against another implementation', () => {
  it('agree on the 18 sources of the ketamine article', async () => {
    const sources = await exampleSources()
    expect(sources).toHaveLength(18)
    const expected = oracle(sources)
    expect(sources.map((source) => comparable(html(source)))).toEqual(expected.map(comparable))
  })

  const expected = oracle(shapes.map(([, source]) => source))

  it.each(shapes.map(([what, source], index) => [what, source, expected[index] ?? ''] as const))(
    'agree on %s',
    (_what, source, theirs) => {
      expect(comparable(html(source))).toBe(comparable(theirs))
    },
  )

  it('would show a difference', () => {
    const [, source] = shapes[0] ?? []
    if (source === undefined) throw new Error('no shapes')
    const [theirs] = oracle([{...source, volume: '233'}])
    expect(comparable(html(source))).not.toBe(comparable(theirs ?? ''))
    expect(html(source)).toContain('<i>J Affect Disord</i>')
  })
})
