import {describe, expect, it} from 'vitest'
import {ApiProblem, memoryStore, mirror} from '../../client/index.ts'
import {heldBy, openScene, standingFor} from './scene.ts'
import {mirrorOnce, openMirrored, thrown} from './mirrored.ts'
import {cut, refuse} from './test-api.ts'

describe('a mirror from one run to the next', () => {
  it('begins anew with a cursor that the publisher does not know', async () => {
    const scene = await openMirrored()
    const state = await scene.store.state()
    if (state === undefined) throw new Error('no state')
    await scene.store.saveState({...state, cursor: 'of another log'})
    scene.model.remove('a10')
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
    expect((await scene.store.state())?.cursor).toBe(scene.model.log.at(-1)?.cursor)
  })

  it('begins anew for other readers', async () => {
    const scene = await openMirrored()
    await mirrorOnce(scene, scene.store, {country: 'GB', topic: 'sleep, grief'})
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model, 'GB'))
    expect(await heldBy(scene.store)).not.toEqual(standingFor(scene.model, 'US'))
  })

  it('begins anew when it was stopped in the middle of other readers’ articles', async () => {
    const scene = await openMirrored()
    const dying = scene.clientWith({
      fetch: (input, init) =>
        String(input).includes('cursor=') ? Promise.reject(new Error('dead')) : fetch(input, init),
      retries: 0,
    })
    expect(await thrown(mirrorOnce({client: dying}, scene.store, {country: 'GB'}))).toBeDefined()
    expect(await heldBy(scene.store)).not.toEqual(standingFor(scene.model))
    await mirrorOnce(scene, scene.store)
    expect(await heldBy(scene.store)).toEqual(standingFor(scene.model))
  })

  it('holds what was selected, and lets go of what is not selected any more', async () => {
    const scene = await openScene()
    const store = memoryStore()
    scene.model.publish('a', {topics: ['anxiety', 'sleep']})
    scene.model.publish('b', {topics: ['sleep']})
    scene.model.publish('c', {topics: ['anxiety'], language: 'es'})
    const selection = {topic: 'anxiety', language: 'en'}
    await mirrorOnce(scene, store, selection)
    expect(await store.ids()).toEqual(['a'])
    scene.model.edit('a', {topics: ['sleep']}, 'updated')
    scene.model.edit('b', {topics: ['anxiety']}, 'updated')
    scene.model.edit('c', {title: 'Otra'}, 'updated')
    const events = await mirrorOnce(scene, store, selection)
    expect(await store.ids()).toEqual(['b'])
    expect(events).toContainEqual({kind: 'removed', id: 'a', reason: 'unselected'})
  })

  it('begins at a cursor of one’s own, and still ends with all of it', async () => {
    const scene = await openScene()
    const store = memoryStore()
    for (const id of ['a', 'b', 'c']) scene.model.publish(id)
    await mirrorOnce(scene, store, {since: scene.model.log[1]?.cursor ?? ''})
    expect(scene.api.requests[0]?.path).toBe('/api/v1/changes?since=14')
    expect(await heldBy(store)).toEqual(standingFor(scene.model))
  })

  it('says in the mode of one run what kept it from the end', async () => {
    const scene = await openScene()
    const store = memoryStore()
    for (const status of [401, 403]) {
      scene.api.mishaps.push(refuse(status, 'KEY_INVALID'))
      expect(await thrown(mirrorOnce(scene, store))).toBeInstanceOf(ApiProblem)
    }
    const reason = new Error('enough')
    const signal = AbortSignal.abort(reason)
    expect(await thrown(mirrorOnce(scene, store, {signal}))).toBe(reason)
  })

  it('follows until it is told to stop, over failures', async () => {
    const scene = await openMirrored()
    const stop = new AbortController()
    const kinds: string[] = []
    const {promise: failed, resolve: onFailed} = Promise.withResolvers<void>()
    const running = mirror({
      client: scene.clientWith({retries: 0}),
      store: scene.store,
      every: 5,
      signal: stop.signal,
      onEvent: ({kind}) => {
        kinds.push(kind)
        if (kind === 'failed') onFailed()
        if (kind === 'stored') stop.abort()
      },
    })
    scene.api.mishaps.push(cut)
    await failed
    scene.model.publish('b')
    await running
    expect(kinds.filter((kind) => kind !== 'fresh')).toEqual(['failed', 'stored'])
    expect(await scene.store.get('b')).toBeDefined()
  })

  it('ends at once when the key is no longer good', async () => {
    const scene = await openMirrored()
    const running = mirror({
      client: scene.clientWith({key: 'tl_revoked_x'}),
      store: scene.store,
      every: 5,
    })
    expect(await thrown(running)).toMatchObject({status: 401})
  })
})
