/** What documents become: cleaned, completed, joined. */
import {describe, expect, it} from 'vitest'
import {Lru} from '../../content/lru.ts'
import {displays} from '../../content/parse/phone.ts'
import {
  article,
  block,
  dataset,
  digest,
  helpline,
  linked,
  notice,
  reference,
  section,
  site,
} from './documents.ts'
import {contentOf} from './temporary.ts'

const MARK = '\u200b\u200c\u200d\ufeff\u200b\u200c'

describe('an article', () => {
  it('is cleaned of edit markers everywhere, and keeps its joiners', async () => {
    const content = await contentOf(
      dataset(
        article({
          title: `Sleep${MARK} and mood`,
          summary: `می\u200cخواهم${MARK}`,
          keyPoints: [`One${MARK}`],
        }),
        section({heading: `What${MARK}`, body: [block(`👩\u200d👧 text${MARK}`)]}),
      ),
    )
    const joined = await content.article('article-a')
    expect(joined).toMatchObject({
      title: 'Sleep and mood',
      summary: 'می\u200cخواهم',
      keyPoints: ['One'],
      sections: [{heading: 'What', body: [{children: [{text: '👩\u200d👧 text'}]}]}],
    })
  })

  it('has lists where the document says nothing, and no empty fields', async () => {
    const content = await contentOf(
      dataset(article({reviewer: null, smsSummary: '', updatedAt: null})),
    )
    const joined = await content.article('article-a')
    expect(joined).toMatchObject({
      opening: [],
      keyPoints: [],
      warnings: [],
      corrections: [],
      relatedArticles: [],
      references: [],
    })
    for (const name of ['reviewer', 'smsSummary', 'updatedAt', 'retraction', 'heroImage']) {
      expect(joined).not.toHaveProperty(name)
    }
  })

  it('is in canonical form: UTC, language case, origin', async () => {
    const content = await contentOf(
      dataset(
        article({publishedAt: '2026-11-01T10:00:00.000+02:00', language: 'PT-br'}),
        site({url: 'https://Health.example/'}),
      ),
    )
    expect(await content.article('article-a')).toMatchObject({
      publishedAt: '2026-11-01T08:00:00Z',
      language: 'pt-BR',
    })
    expect((await content.site()).url).toBe('https://health.example')
  })

  it('is frozen through and through', async () => {
    const joined = await (await contentOf(dataset())).article('article-a')
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen))
    expect(isFrozen(joined)).toBe(true)
  })

  it('has a revision of its content when it was written by hand', async () => {
    const revisionOf = async (title: string): Promise<string> =>
      (await (await contentOf(dataset(article({_rev: undefined, title})))).article('article-a'))
        .revision
    const [first, again, other] = [
      await revisionOf('a'),
      await revisionOf('a'),
      await revisionOf('b'),
    ]
    expect(first).toBe(again)
    expect(first).not.toBe(other)
  })

  it('ignores fields that nobody knows', async () => {
    const content = await contentOf(dataset(article({seo: {title: 'x'}, _system: {}})))
    expect(await content.article('article-a')).not.toHaveProperty('seo')
  })

  it('shares sections with others from the third reading on', async () => {
    const content = await contentOf(dataset(article({_id: 'article-b', slug: {current: 'b'}})))
    const first = await content.article('article-a')
    await content.article('article-a')
    const [b, a] = [await content.article('article-b'), await content.article('article-a')]
    expect(a.sections[0]).toBe(b.sections[0])
    expect(first.sections[0]).toEqual(b.sections[0])
  })

  it('is read correctly when many are asked for at once', async () => {
    const many = Array.from({length: 30}, (_, index) => [
      section({_id: `section-${index}`, heading: `Heading ${index}`}),
      article({
        _id: `article-${index}`,
        slug: {current: `a-${index}`},
        sections: [reference(`section-${index}`)],
      }),
    ]).flat()
    const content = await contentOf(dataset(...many))
    const joined = await Promise.all(
      Array.from({length: 30}, (_, index) => content.article(`article-${index}`)),
    )
    expect(joined.map(({sections}) => sections[0]?.heading)).toEqual(
      Array.from({length: 30}, (_, index) => `Heading ${index}`),
    )
  })

  it('has links of every allowed kind as they were typed', async () => {
    const links = [
      'https://x.example/a?b=c#d',
      'http://x.example',
      'mailto:a@b.example',
      'tel:+18006624357',
      'sms:988',
      '/sleep/?x=%2F',
      '/',
    ]
    const body = links.map((href, index) => ({...linked(href), _key: `b${index}`}))
    const joined = await (await contentOf(dataset(section({body})))).article('article-a')
    const read = joined.sections[0]?.body.map((node) =>
      node._type === 'block' ? node.markDefs[0]?.href : undefined,
    )
    expect(read).toEqual(links)
  })
})

describe('paired helplines', () => {
  const pair = [
    helpline({_id: 'helpline-a', pairedWith: reference('helpline-b')}),
    helpline({_id: 'helpline-b', pairedWith: reference('helpline-a')}),
  ]
  const shown = (id: string) => ({_type: 'helplineRef', _key: `k-${id}`, helpline: reference(id)})

  const linesOf = async (...ids: readonly string[]): Promise<readonly string[]> => {
    const content = await contentOf(dataset(...pair, section({body: ids.map(shown)})))
    const {sections} = await content.article('article-a')
    return (sections[0]?.body ?? []).flatMap((node) =>
      node._type === 'helplineRef' ? [node.helpline.id] : [],
    )
  }

  it('are shown together, where the editor placed one', async () => {
    expect(await linesOf('helpline-a')).toEqual(['helpline-a', 'helpline-b'])
  })

  it('are shown once each, where the editor placed both', async () => {
    expect(await linesOf('helpline-b', 'helpline-a')).toEqual(['helpline-b', 'helpline-a'])
  })

  it('are not asked of a line without a partner', async () => {
    expect(await linesOf('helpline-us-988')).toEqual(['helpline-us-988'])
  })
})

describe('a number shown to readers', () => {
  const SAME: readonly (readonly [string, string])[] = [
    ['988', '988'],
    ['116 123', '116123'],
    ['9-8-8', '988'],
    ['112 or 999', '112'],
    ['1-800-662-4357', '+18006624357'],
    ['(800) 662-4357', '+18006624357'],
    ['1-800-273-TALK', '+18002738255'],
    ['1-800-273-TALK (8255)', '+18002738255'],
    ['0800 111 0 111', '+498001110111'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['٩٨٨', '988'],
    ['०८०० १११ ०', '+918001110'],
  ]
  const OTHER: readonly (readonly [string, string])[] = [
    ['998', '988'],
    ['9888', '988'],
    ['98', '988'],
    ['1-800-662-4358', '+18006624357'],
    ['4357', '+18006624357'],
    ['call us', '988'],
  ]

  it.each(SAME)('%s is %s', (display, dial) => {
    expect(displays(display, dial)).toBe(true)
  })

  it.each(OTHER)('%s is not %s', (display, dial) => {
    expect(displays(display, dial)).toBe(false)
  })
})

describe('lists', () => {
  it('give notices and digests as they stand', async () => {
    const content = await contentOf(
      dataset(
        notice({topicHelplines: [{topic: 'sleep', helplines: [reference('helpline-us-988')]}]}),
        digest({audience: {countries: ['US'], topics: ['sleep']}, preheader: 'a\nb'}),
      ),
    )
    expect((await content.notices()).items).toMatchObject([
      {helplines: ['helpline-us-988'], topicHelplines: [{topic: 'sleep'}]},
    ])
    expect((await content.digests()).items).toMatchObject([
      {articles: ['article-a'], channels: ['email', 'sms'], preheader: 'a b'},
    ])
  })

  it('keep a retired line, so that others can name what replaced it', async () => {
    const retired = helpline({retiredAt: '2022-07-16', replacedBy: reference('helpline-b')})
    const content = await contentOf(dataset(retired, helpline({_id: 'helpline-b'})))
    expect((await content.helplines()).items).toMatchObject([
      {id: 'helpline-us-988', retiredAt: '2022-07-16', replacedBy: 'helpline-b'},
      {id: 'helpline-b'},
    ])
  })

  it('summarise a retracted article whose body is broken', async () => {
    const content = await contentOf(
      dataset(article({sections: [], retraction: {date: '2026-11-20', reason: 'Wrong dose.'}})),
    )
    expect((await content.summaries()).items).toMatchObject([
      {id: 'article-a', retraction: {date: '2026-11-20', reason: 'Wrong dose.'}},
    ])
    await expect(content.article('article-a')).rejects.toThrow('Add at least one item')
  })
})

describe('what is kept in memory', () => {
  it('is what was used last, up to its weight', () => {
    const kept = new Lru<number>(10)
    kept.set('a', 1, 4)
    kept.set('b', 2, 4)
    expect(kept.get('a')).toBe(1)
    kept.set('c', 3, 4)
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3])
    kept.set('huge', 4, 100)
    expect([kept.size, kept.get('huge')]).toEqual([1, 4])
    kept.set('huge', 5, 1)
    kept.set('d', 6, 9)
    expect(kept.size).toBe(2)
  })
})
