/** What the Studio asks beside its content. */
import {describe, expect, it} from 'vitest'
import {lakeForTest, lakeWith} from './support.ts'

describe('users', () => {
  it('there is one, who may do everything', async () => {
    const {client} = await lakeWith([])
    expect(await client.users.getById('me')).toMatchObject({
      id: 'local-editor',
      role: 'administrator',
      roles: [{name: 'administrator'}],
    })
    expect(await client.request({url: '/users/a,b'})).toMatchObject([{id: 'a'}, {id: 'b'}])
  })

  it('have what the Studio remembers for them, always as a list', async () => {
    const {client} = await lakeWith([])
    const url = '/users/me/keyvalue/a.b,c'
    expect(await client.request({url})).toEqual([
      {key: 'a.b', value: null},
      {key: 'c', value: null},
    ])
    const rows = [{key: 'c', value: {open: [1]}}]
    await client.request({method: 'PUT', url: '/users/me/keyvalue', body: rows})
    expect(await client.request({url})).toEqual([{key: 'a.b', value: null}, ...rows])
  })
})

describe('projects and datasets', () => {
  it('are the ones that were asked for', async () => {
    const {client} = await lakeWith([], {projectId: 'mine', datasetName: 'health'})
    expect(await client.projects.getById('mine')).toMatchObject({id: 'mine'})
    expect(await client.datasets.list()).toMatchObject([{name: 'health'}])
    const comments = '/projects/mine/datasets?datasetProfile=comments&addonFor=health'
    expect(await client.request({url: comments})).toEqual([])
    expect(await client.request({url: '/projects/mine/datasets/health/acl'})).toEqual([
      {filter: '_id in path("**")', permissions: expect.arrayContaining(['read', 'update'])},
    ])
  })

  it.for([
    ['/auth/providers', {providers: []}],
    ['/intake/telemetry-status', {status: 'denied'}],
    ['/data/ping/production', {pong: true}],
    ['/features', []],
    ['/projects/local/user-applications', []],
  ] as const)('%s', async ([path, answer]) => {
    const lake = await lakeForTest()
    expect(await (await fetch(`${lake.url}/v1${path}`)).json()).toMatchObject(answer)
  })
})

describe('history', () => {
  it('is what the log still knows', async () => {
    const {client} = await lakeWith([])
    const first = await client.create({_id: 'drafts.a', _type: 'note', title: 'one'})
    const second = await client.patch('drafts.a').set({title: 'two'}).commit()
    const ids = 'drafts.a,a'
    const lines: string = await client.request({
      url: `/data/history/production/transactions/${ids}?effectFormat=mendoza&excludeContent=true`,
      headers: {accept: 'text/plain'},
    })
    const transactions = lines
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(transactions).toMatchObject([
      {id: first._rev, author: 'local-editor', documentIDs: ['drafts.a']},
      {id: second._rev, effects: {'drafts.a': {apply: expect.any(Array)}}},
    ])
    const at = async (query: string): Promise<unknown> =>
      client.request({url: `/data/history/production/documents/drafts.a?${query}`})
    expect(await at(`revision=${first._rev}`)).toEqual({documents: [first]})
    expect(await at(`time=${second._updatedAt}`)).toEqual({documents: [second]})
    const {events}: {readonly events: readonly object[]} = await client.request({
      url: '/data/history/production/events/documents/drafts.a',
    })
    expect(events).toMatchObject([
      {type: 'editDocumentVersion', revisionId: second._rev},
      {type: 'createDocumentVersion', revisionId: first._rev},
    ])
  })
})
