import {describe, expect, it} from 'vitest'
import {heldBy, makeLookDue, standingFor} from './scene.ts'
import {mirrorOnce, openMirrored, thrown} from './mirrored.ts'

const HOUR = 3_600_000

describe('a mirror', () => {
  it('begins with all articles', async () => {
    const {model, store} = await openMirrored()
    expect(Object.keys(await heldBy(store)).length).toBe(20)
    expect(await heldBy(store)).toEqual(standingFor(model))
  })

  it('asks once when there is nothing new', async () => {
    const scene = await openMirrored()
    expect(await mirrorOnce(scene, scene.store)).toEqual([
      {kind: 'fresh', cursor: scene.model.log.at(-1)?.cursor},
    ])
    expect(scene.asked()).toEqual(['/api/v1/changes?since=140'])
  })

  it('follows what is published, corrected, renamed, retracted and removed', async () => {
    const scene = await openMirrored()
    scene.model.publish('b')
    scene.model.edit('a10', {title: 'Corrected'}, 'corrected')
    scene.model.edit('a11', {slug: 'renamed'}, 'updated')
    scene.model.retract('a12')
    scene.model.remove('a13')
    const events = await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
    expect(Object.keys(await heldBy(scene.store)).length).toBe(19)
    const told = events.map((event) => ('id' in event ? `${event.kind} ${event.id}` : event.kind))
    expect(told.toSorted()).toEqual([
      'fresh',
      'removed a12',
      'removed a13',
      'stored a10',
      'stored a11',
      'stored b',
    ])
    expect(scene.asked().filter((path) => path.startsWith('/api/v1/articles/')).length).toBe(3)
  })

  it('takes out what is retracted before it asks for anything else', async () => {
    const scene = await openMirrored()
    scene.model.edit('a10', {title: 'Corrected'}, 'corrected')
    scene.model.retract('a12')
    const failing = scene.clientWith({
      fetch: (input, init) =>
        String(input).includes('/changes') ? fetch(input, init) : Promise.reject(new Error('down')),
      retries: 0,
    })
    expect(await thrown(mirrorOnce({client: failing}, scene.store))).toMatchObject({
      code: 'CONNECTION_LOST',
    })
    expect(await scene.store.get('a12')).toBeUndefined()
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('is told of a name that another article has by now', async () => {
    const scene = await openMirrored()
    scene.model.edit('a10', {slug: 'moved'}, 'updated')
    scene.model.publish('b', {slug: 'a10'})
    scene.model.remove('a11')
    scene.model.publish('c', {slug: 'a11'})
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('goes by the last of several entries about one article', async () => {
    const scene = await openMirrored()
    scene.model.remove('a10')
    scene.model.publish('a10')
    await mirrorOnce(scene, scene.store)
    expect(await scene.store.get('a10')).toBeDefined()
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('believes no client that the notice is there', async () => {
    const scene = await openMirrored()
    const article = await scene.client.article('a10')
    const careless = {...scene.client, article: async () => ({...article, text: 'No notice'})}
    scene.model.edit('a10', {title: 'Corrected'}, 'corrected')
    const store = {
      ...scene.store,
      put: async () => {
        throw new Error('was put')
      },
    }
    const events = await mirrorOnce({client: Object.assign({}, scene.client, careless)}, store)
    expect(events).toContainEqual({kind: 'leftOut', id: 'a10', code: 'NOTICE_MISSING'})
    expect(await store.get('a10')).toBeUndefined()
  })

  it('asks by name for what moved to another page while it read', async () => {
    const scene = await openMirrored()
    scene.model.setNumber('US', 'en', '116123')
    scene.api.spoil = (path, body) =>
      path.startsWith('/api/v1/articles?') && !path.includes('fields')
        ? JSON.parse(JSON.stringify(body), (name, value: unknown) =>
            name === 'articles' && Array.isArray(value) ? value.slice(1) : value,
          )
        : body
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('has the new number everywhere when a helpline changes', async () => {
    const scene = await openMirrored()
    scene.model.setNumber('US', 'en', '116123')
    const events = await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
    for (const article of Object.values(await heldBy(scene.store))) {
      expect(article?.html).toContain('116123')
    }
    expect(events.filter(({kind}) => kind === 'stored').length).toBe(20)
    // 3 pages compared, then 2 read whole and the third one's 6 too: not 20 articles one by one
    expect(scene.asked().length).toBe(1 + 3 + 3)
  })

  it('compares all and reads nothing when the change is of somebody else’s helpline', async () => {
    const scene = await openMirrored()
    scene.model.setNumber('GB', 'es', '116123')
    const events = await mirrorOnce(scene, scene.store)
    expect(events.map(({kind}) => kind)).toEqual(['fresh'])
    expect(scene.asked().slice(1)).toEqual([
      '/api/v1/articles?limit=100&fields=id',
      expect.stringMatching(/^\/api\/v1\/articles\?cursor=/),
      expect.stringMatching(/^\/api\/v1\/articles\?cursor=/),
    ])
  })

  it('holds nothing when there is no notice any more, and all of it when it is back', async () => {
    const scene = await openMirrored()
    scene.model.setNumber('US', 'es', undefined)
    scene.model.setNumber('US', 'en', undefined)
    expect(await thrown(mirrorOnce(scene, scene.store))).toMatchObject({code: 'NOTICE_MISSING'})
    expect(await scene.store.ids()).toEqual([])
    scene.model.setNumber('US', 'en', '988')
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
    expect((await scene.store.ids()).length).toBe(20)
  })

  it('keeps a copy that the publisher holds back until its notice may be old', async () => {
    const scene = await openMirrored()
    scene.model.break('a10', true)
    const events = await mirrorOnce(scene, scene.store, {lookEvery: 0})
    expect(events).toEqual([{kind: 'fresh', cursor: '140'}])
    await mirrorOnce(scene, scene.store, {lookEvery: 0})
    expect(await scene.store.get('a10')).toBeDefined()
    scene.model.setNumber('US', 'en', '116123')
    const after = await mirrorOnce(scene, scene.store)
    expect(after).toContainEqual({kind: 'leftOut', id: 'a10', code: 'CONTENT_INVALID'})
    expect(await scene.store.get('a10')).toBeUndefined()
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('remembers that a notice has changed, though it is killed before its look and the look comes late', async () => {
    const scene = await openMirrored()
    scene.model.setNumber('US', 'en', '116123')
    const put = async () => {
      throw new Error('killed')
    }
    expect(await thrown(mirrorOnce(scene, {...scene.store, put}))).toMatchObject({
      message: 'killed',
    })
    scene.model.break('a10', true)
    await makeLookDue(scene.store)
    await mirrorOnce(scene, scene.store)
    expect(await scene.store.get('a10')).toBeUndefined()
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('keeps no copy of what is held back and not listed: it may have been retracted', async () => {
    const scene = await openMirrored()
    scene.api.spoil = (path, body) =>
      JSON.parse(JSON.stringify(body), (name, value: unknown) =>
        name === 'refused' && path.includes('fields') ? [] : value,
      )
    scene.model.break('a10', true)
    await makeLookDue(scene.store)
    await mirrorOnce(scene, scene.store)
    expect(await scene.store.get('a10')).toBeUndefined()
    expect((await scene.store.ids()).length).toBe(19)
  })

  it('looks again soon for what was held back, for nothing in the log tells of its coming back', async () => {
    const scene = await openMirrored()
    scene.model.break('a10', true)
    scene.model.setNumber('US', 'en', '116123')
    await mirrorOnce(scene, scene.store)
    const due = ((await scene.store.state())?.nextLook ?? 0) - Date.now()
    expect(due).toBeLessThanOrEqual(60_000)
    scene.model.break('a10', false)
    await makeLookDue(scene.store)
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
    expect(((await scene.store.state())?.nextLook ?? 0) - Date.now()).toBeGreaterThan(HOUR / 2)
  })

  const LOST = [
    ['no notice', {crisisNotice: undefined}],
    ['a notice without helplines', {crisisNotice: {helplines: []}}],
    ['HTML without its notice', {html: '<p>The article</p>'}],
  ] as const
  for (const [what, change] of LOST) {
    it(`takes out what comes with ${what}`, async () => {
      const scene = await openMirrored()
      scene.model.edit('a10', {title: 'Corrected'}, 'corrected')
      const {spoil: sound} = scene.api
      scene.api.spoil = (path, body) =>
        path.startsWith('/api/v1/articles/') ? Object.assign({}, body, change) : body
      const events = await mirrorOnce(scene, scene.store)
      expect(events).toContainEqual({kind: 'removed', id: 'a10', reason: 'NOTICE_MISSING'})
      expect(await scene.store.get('a10')).toBeUndefined()
      scene.api.spoil = sound
      await makeLookDue(scene.store)
      await mirrorOnce(scene, scene.store)
      expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
    })
  }

  it('mends copies that were changed behind its back, at its next look', async () => {
    const scene = await openMirrored()
    const copy = await scene.store.get('a10')
    if (copy === undefined) throw new Error('no copy')
    await scene.store.put({...copy, text: 'Without a notice'})
    await scene.store.put({...copy, id: 'a11', slug: 'a11'})
    await scene.store.put({...copy, id: 'stray', slug: 'stray'})
    await scene.store.put({...copy, id: 'namesake'})
    await scene.store.remove('a12')
    expect(await heldBy(scene.store)).not.toEqual(standingFor(scene.model))
    await makeLookDue(scene.store)
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('waits for a server that is behind the log', async () => {
    const scene = await openMirrored()
    const piece = scene.model.pieces.get('a10')
    if (piece === undefined) throw new Error('no piece')
    scene.model.edit('a10', {title: 'Corrected'}, 'corrected')
    const {revision} = piece
    piece.revision = 'older'
    let waits = 0
    await mirrorOnce(scene, scene.store, {
      wait: async () => {
        waits += 1
        piece.revision = revision
      },
    })
    expect(waits).toBe(1)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('goes on when a server stays behind, and looks again soon', async () => {
    const scene = await openMirrored()
    scene.model.edit('a10', {title: 'Corrected'}, 'corrected')
    const piece = scene.model.pieces.get('a10')
    if (piece === undefined) throw new Error('no piece')
    piece.revision = 'older'
    await mirrorOnce(scene, scene.store)
    const state = await scene.store.state()
    expect(state?.cursor).toBe(scene.model.log.at(-1)?.cursor)
    expect((state?.nextLook ?? 0) - Date.now()).toBeLessThanOrEqual(60_000)
  })

  it('looks again soon when a notice has changed, for the server that answered may be behind', async () => {
    const scene = await openMirrored()
    const old = standingFor(scene.model)
    scene.model.setNumber('US', 'en', '116123')
    scene.api.spoil = (path, body) =>
      path.startsWith('/api/v1/articles?')
        ? JSON.parse(JSON.stringify(body).replaceAll('116123', '988'))
        : body
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(old)
    scene.api.spoil = (_path, body) => body
    const state = await scene.store.state()
    expect((state?.nextLook ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThanOrEqual(60_000)
    await makeLookDue(scene.store)
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })
})
