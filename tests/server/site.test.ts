import {describe, expect, it} from 'vitest'
import {openNewsroomUnderTest} from './newsroom-under-test.ts'

const KETAMINE = '/ketamine/'

describe('the site', () => {
  it('serves index, article, help, feeds and sitemap', async () => {
    const {get} = await openNewsroomUnderTest()
    const pages = ['/', '/help/', '/feed.xml', '/feed.json', '/sitemap.xml', '/404.html']
    for (const path of pages) expect([path, (await get(path)).status]).toEqual([path, 200])
    const index = await (await get('/')).text()
    const [, first = ''] = /<h3[^>]*><a href="\.\/([^"]*)index\.html"/.exec(index) ?? []
    const article = await get(`/${first}`)
    expect(article.status).toBe(200)
    expect(article.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await article.text()).toContain('href="tel:988"')
  })

  it('answers an unchanged page with 304, and a page without a slash with its address', async () => {
    const {get} = await openNewsroomUnderTest()
    const first = await get('/help/')
    const etag = first.headers.get('etag') ?? ''
    expect((await get('/help/', {'if-none-match': etag})).status).toBe(304)
    expect((await get('/help/', {'if-none-match': '"other"'})).status).toBe(200)
    const moved = await get('/help')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/help/'])
  })

  it('gives whoever comes to a wrong address the notice', async () => {
    const {get, server} = await openNewsroomUnderTest()
    const wrong = [
      '/nothing/',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/none.png',
      '/assets/..%2f..%2fx',
    ]
    for (const path of wrong) {
      const response = await get(path)
      expect([path, response.status]).toEqual([path, 404])
      expect(await response.text()).toContain('href="tel:988"')
    }
    const posted = await fetch(`${server.url}/`, {method: 'POST', body: 'x'})
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})

describe('the site follows what is published', () => {
  it('shows a new title with the next requests, and drafts never', async () => {
    const {editor, eventually, get} = await openNewsroomUnderTest()
    const id = await editor.fetch<string>('*[_type == "article" && slug.current == $slug][0]._id', {
      slug: 'ketamine',
    })
    const published = await editor.getDocument(id)
    await editor.createOrReplace({
      ...published,
      _type: 'article',
      _id: `drafts.${id}`,
      title: 'A title nobody has agreed to',
    })
    await editor.patch(id).set({title: 'Ketamine, weighed again'}).commit()
    const page = await eventually(KETAMINE, (text) => text.includes('Ketamine, weighed again'))
    expect(page).not.toContain('A title nobody has agreed to')
    const index = await (await get('/')).text()
    expect(index).toContain('Ketamine, weighed again')
  })

  it('takes down what is unpublished', async () => {
    const {editor, eventually, get} = await openNewsroomUnderTest()
    expect((await get(KETAMINE)).status).toBe(200)
    // in one transaction: articles refer to each other
    await editor.delete({query: '*[_type in ["article", "digest"]]'})
    await eventually(KETAMINE, (_, status) => status === 404)
    expect(await (await get('/')).text()).not.toContain('/ketamine/')
  })

  it('keeps a page as it was when its article can no longer be shown, and says why', async () => {
    const {editor, eventually, get, problems} = await openNewsroomUnderTest()
    const before = await (await get(KETAMINE)).text()
    await editor
      .patch(await idOf(editor))
      .set({title: ''})
      .commit()
    await eventually('/', (text) => !text.includes('./ketamine/'))
    expect(await (await get(KETAMINE)).text()).toBe(before)
    expect(problems.join('\n')).toContain('title')
  })

  it('shows a changed helpline number on every page that carries it', async () => {
    const {editor, eventually, get} = await openNewsroomUnderTest()
    expect(await (await get(KETAMINE)).text()).toContain('href="tel:988"')
    const phone = {display: '989', dial: '989'}
    await editor.patch('helpline-us-988').set({phone}).commit()
    for (const path of [KETAMINE, '/', '/help/', '/404.html']) {
      await eventually(path, (text) => text.includes('href="tel:989"'))
    }
  })
})

const idOf = (editor: {fetch: (query: string) => Promise<string>}): Promise<string> =>
  editor.fetch('*[_type == "article" && slug.current == "ketamine"][0]._id')
