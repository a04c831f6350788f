import {describe, expect, it} from 'vitest'
import {ApiProblem, type LeftOut, NoticeMissing, UnexpectedAnswer} from '../../client/index.ts'
import {openScene} from './scene.ts'
import {KEY} from './test-api.ts'

const collect = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** What a call threw. */
const thrown = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('createClient', () => {
  it('reads an article with its notice, and shows its key', async () => {
    const {model, api, client} = await openScene()
    model.publish('a', {slug: 'small-steps'})
    const article = await client.article('small-steps', {language: 'en', country: 'GB'})
    expect(article.title).toBe('Title of a')
    expect(article.crisisNotice.helplines[0]?.country).toBe('GB')
    expect(api.requests[0]?.headers['authorization']).toBe(`Bearer ${KEY}`)
    expect(api.requests[0]?.path).toBe('/api/v1/articles/small-steps?language=en&country=GB')
  })

  it('takes an address with a path, and a slash at its end', async () => {
    const {model, api, clientWith} = await openScene()
    model.publish('a')
    await clientWith({url: `${api.url}//`}).article('a')
    await thrown(clientWith({url: `${api.url}/health`}).article('a'))
    expect(api.requests.map(({path}) => path)).toEqual([
      '/api/v1/articles/a',
      '/health/api/v1/articles/a',
    ])
  })

  it('walks all pages, newest first, each article once', async () => {
    const {model, api, client} = await openScene()
    for (let number = 10; number < 40; number += 1) model.publish(`a${number}`)
    const slugs = (await collect(client.listArticles())).map(({slug}) => slug)
    expect(slugs).toEqual(Array.from({length: 30}, (_, index) => `a${39 - index}`))
    expect(api.requests.length).toBe(5)
  })

  it('stops asking when nobody reads on', async () => {
    const {model, api, client} = await openScene()
    for (let number = 0; number < 30; number += 1) model.publish(`a${number}`)
    for await (const article of client.listArticles()) {
      if (article.id !== '') break
    }
    expect(api.requests.length).toBe(1)
  })

  it('asks for topics, languages and fields, and gives the notice with any of them', async () => {
    const {model, client} = await openScene()
    model.publish('a', {topics: ['anxiety']})
    model.publish('b', {topics: ['anxiety'], language: 'es'})
    model.publish('c')
    const found = await collect(
      client.listArticles({topic: 'anxiety', language: 'en', fields: ['title']}),
    )
    expect(found.map(({id}) => id)).toEqual(['a'])
    expect(found[0]?.title).toBe('Title of a')
    expect(found[0]?.crisisNotice.text).toContain('988')
    expect(found[0]).not.toHaveProperty('html')
  })

  it('says what is left out of a list, by the publisher and by itself', async () => {
    const {model, api, client} = await openScene()
    for (const id of ['a', 'b', 'c', 'd']) model.publish(id)
    model.break('b', true)
    api.spoil = (_path, body) =>
      JSON.parse(
        JSON.stringify(body, (name, value: unknown) =>
          name === 'articles' && Array.isArray(value)
            ? value.map((article: Readonly<Record<string, unknown>>) => {
                if (article['id'] === 'c') return {...article, crisisNotice: null}
                return article['id'] === 'd' ? {...article, title: 4} : article
              })
            : value,
        ),
      )
    const leftOut: LeftOut[] = []
    const found = await collect(client.listArticles({onLeftOut: (one) => leftOut.push(one)}))
    expect(found.map(({id}) => id)).toEqual(['a'])
    expect(leftOut.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      {id: 'b', code: 'CONTENT_INVALID'},
      {id: 'c', code: 'NOTICE_MISSING'},
      {id: 'd', code: 'ANSWER_INVALID'},
    ])
  })

  it('reads helplines, a notice and the changes', async () => {
    const {model, client} = await openScene()
    model.publish('a')
    model.setNumber('GB', 'en', '116123')
    expect((await client.helplines({country: 'GB'})).helplines[0]?.phone?.dial).toBe('116123')
    const notice = await client.notice('GB', 'en', {topics: ['suicide', 'grief']})
    expect(notice.crisisNotice.text).toBe('911 or 116123')
    const all = await client.changes()
    expect(all.changes.map(({kind}) => kind)).toEqual(['published', 'helplineChanged'])
    expect(all.isAll).toBe(true)
    expect((await client.changes('latest')).cursor).toBe(all.cursor)
    expect((await client.changes(all.changes[0]?.cursor)).changes.length).toBe(1)
  })

  it('tells a retracted article from one that never was, with the notice', async () => {
    const {model, client} = await openScene()
    model.publish('a')
    model.retract('a')
    const gone = await thrown(client.article('a'))
    const never = await thrown(client.article('b'))
    expect(gone).toBeInstanceOf(ApiProblem)
    expect(gone).toMatchObject({status: 410, code: 'ARTICLE_RETRACTED', name: 'ApiProblem'})
    expect(gone).toHaveProperty('crisisNotice.helplines.length', 1)
    expect(never).toMatchObject({status: 404, code: 'ARTICLE_UNKNOWN', crisisNotice: undefined})
  })

  it('keeps the key out of what it throws', async () => {
    const {client, clientWith} = await openScene()
    const wrong = await thrown(clientWith({key: 'tl_wrong_wrong'}).article('a'))
    const never = await thrown(client.article('a'))
    expect(wrong).toMatchObject({status: 401, code: 'KEY_INVALID'})
    for (const error of [wrong, never]) expect(JSON.stringify(error)).not.toMatch(/tl_/)
    expect(String(wrong)).not.toMatch(/tl_/)
  })

  const SPOILT = [
    ['no notice', {crisisNotice: undefined}],
    ['an empty notice', {crisisNotice: {}}],
    ['a text that does not show it', {text: 'Only the article'}],
    ['HTML that does not show it', {html: '<p>Only the article</p>'}],
  ] as const
  for (const [what, change] of SPOILT) {
    it(`hands out no article with ${what}`, async () => {
      const {model, api, client} = await openScene()
      model.publish('a')
      expect((await client.article('a')).id).toBe('a')
      api.spoil = (_path, body) => Object.assign({}, body, change)
      expect(await thrown(client.article('a'))).toBeInstanceOf(NoticeMissing)
    })
  }

  it('says so when the shape is not the API’s', async () => {
    const {model, api, client} = await openScene()
    model.publish('a')
    api.spoil = (_path, body) => Object.assign({}, body, {title: 4})
    expect(await thrown(client.article('a'))).toBeInstanceOf(UnexpectedAnswer)
    api.spoil = () => ['what else']
    for (const call of [client.changes(), client.helplines(), client.notice('US', 'en')]) {
      expect(await thrown(call)).toBeInstanceOf(UnexpectedAnswer)
    }
  })
})
