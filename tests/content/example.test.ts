/** The example dataset, as the product reads it. */
import {describe, expect, it, onTestFinished} from 'vitest'
import {openContent} from '../../content/assemble.ts'
import type {Content} from '../../content/content.ts'
import {fileSource} from '../../content/file-source.ts'
import {TODAY} from './documents.ts'

const FILE = new URL('../../examples/health.ndjson', import.meta.url).pathname

const open = async (): Promise<Content> => {
  const content = await openContent(fileSource(FILE), {today: TODAY})
  onTestFinished(() => content.close())
  return content
}

describe('the example dataset', () => {
  it('has no problem', async () => {
    const content = await open()
    const lists = [
      await content.notices(),
      await content.helplines(),
      await content.summaries(),
      await content.digests(),
    ]
    expect(lists.flatMap(({problems}) => problems)).toEqual([])
    for (const {items} of lists) expect(items.length).toBeGreaterThan(1)
    expect((await content.site()).logo?.url).toMatch(/^assets\//)
    for (const {id} of lists[2]?.items ?? []) {
      await expect(content.article(id), id).resolves.toHaveProperty('id', id)
    }
  })

  it('lists articles newest first', async () => {
    const {items} = await (await open()).summaries()
    const times = items.map(({publishedAt}) => Date.parse(publishedAt))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  it('numbers the 18 sources of the ketamine article as its sheet does', async () => {
    const article = await (await open()).article('article-ketamine')
    const dois = article.references.map(({source}) => source.doi ?? source.title)
    expect(dois).toHaveLength(18)
    expect(dois[0]).toBe('10.4088/JCP.20m13699')
    expect(dois[1]).toBe('Ketamine and treatment-resistant depression')
    expect(dois[17]).toBe('10.1016/j.jad.2022.06.036')
    expect(article.sections).toHaveLength(6)
    const callOuts = article.sections.flatMap(({body}) =>
      body.filter((node) => node._type === 'warningRef'),
    )
    expect(callOuts).toHaveLength(2)
  })

  it('gives the bytes of every image that it carries', async () => {
    const content = await open()
    const article = await content.article('article-ketamine')
    const bytes = await content.asset(article.heroImage?.url ?? '')
    expect(bytes.length).toBeGreaterThan(1000)
  })
})
