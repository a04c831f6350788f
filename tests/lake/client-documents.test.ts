/** Every method by which @sanity/client writes documents, against a real lake. */
import {ClientError} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {lakeWith, refusalOf} from './support.ts'

const NOTE = {_id: 'note', _type: 'note', title: 'First', count: 1, tags: ['a', 'b', 'c']}

type Wrong = readonly [{readonly _id: string; readonly _type: string}, string]

const WRONG: readonly Wrong[] = [
  [{_id: 'a b', _type: 'note'}, 'Document ID "a b" is not valid'],
  [{_id: '../etc', _type: 'note'}, 'Document ID "../etc" is not valid'],
  [{_id: 'a..b', _type: 'note'}, 'Document ID "a..b" is not valid'],
  [{_id: 'x'.repeat(129), _type: 'note'}, 'is not valid'],
  [{_id: 'note', _type: ''}, 'Document must have a _type'],
]

describe('creating', () => {
  it('gives an id, a revision and times to a document that has none', async () => {
    const {client} = await lakeWith([])
    const made = await client.create({_type: 'note', title: 'New'})
    expect(made).toMatchObject({_type: 'note', title: 'New'})
    expect(made._id).toMatch(/^[0-9a-f-]{36}$/)
    expect(made._rev).toMatch(/^[A-Za-z0-9]{22}$/)
    expect(made._createdAt).toBe(made._updatedAt)
    expect(await client.getDocument(made._id)).toEqual(made)
  })

  it('completes an id that ends with a full stop', async () => {
    const {client} = await lakeWith([])
    const made = await client.create({_id: 'drafts.', _type: 'note'})
    expect(made._id).toMatch(/^drafts\.[0-9a-f-]{36}$/)
  })

  it('refuses an id that is taken, and says so as the service does', async () => {
    const {client} = await lakeWith([NOTE])
    const error = await refusalOf(client.create({_id: 'note', _type: 'note'}))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({
      statusCode: 409,
      details: {
        type: 'mutationError',
        items: [{index: 0, error: {type: 'documentAlreadyExistsError', id: 'note'}}],
      },
    })
    expect(error.message).toContain('Document by ID "note" already exists')
  })

  it('replaces, and keeps the day of creation', async () => {
    const {client} = await lakeWith([{...NOTE, _createdAt: '2020-01-01T00:00:00Z'}])
    const replaced = await client.createOrReplace({_id: 'note', _type: 'note', title: 'Anew'})
    expect(replaced).toMatchObject({title: 'Anew', _createdAt: '2020-01-01T00:00:00Z'})
    expect(replaced).not.toHaveProperty('count')
    const made = await client.createOrReplace({_id: 'other', _type: 'note'})
    expect(made._id).toBe('other')
  })

  it('leaves what is there with createIfNotExists', async () => {
    const {client} = await lakeWith([NOTE])
    const kept = await client.createIfNotExists({_id: 'note', _type: 'note', title: 'Other'})
    expect(kept).toMatchObject({title: 'First'})
    const made = await client.createIfNotExists({_id: 'second', _type: 'note', title: 'Other'})
    expect(made).toMatchObject({title: 'Other'})
  })

  it.for(WRONG)('refuses %j', async ([document, message]) => {
    const {client} = await lakeWith([])
    const error = await refusalOf(client.create(document))
    expect(error).toMatchObject({statusCode: 400})
    expect(error.message).toContain(message)
  })

  it('gives keys to the objects of lists when asked to', async () => {
    const {client} = await lakeWith([])
    const document = {_type: 'note', rows: [{a: 1}, {_key: 'own', a: 2}, 3]}
    const keyed = await client.create(document, {autoGenerateArrayKeys: true})
    expect(keyed.rows).toEqual([
      {_key: expect.stringMatching(/^[0-9a-f]{12}$/), a: 1},
      {_key: 'own', a: 2},
      3,
    ])
    expect((await client.create(document)).rows).toEqual(document.rows)
  })
})

describe('reading', () => {
  it('gives documents in the order asked for, null where there is none', async () => {
    const {client} = await lakeWith([NOTE, {_id: 'two', _type: 'note'}])
    const [two, none, note] = await client.getDocuments(['two', 'none', 'note'])
    expect([two?._id, none, note?._id]).toEqual(['two', null, 'note'])
    expect(await client.getDocument('none')).toBeUndefined()
  })

  it('says which documents exist', async () => {
    const {client} = await lakeWith([NOTE])
    const {omitted} = await client.request<{omitted: readonly object[]}>({
      url: '/data/doc/production/note,none',
      query: {excludeContent: 'true'},
    })
    expect(omitted).toEqual([{id: 'none', reason: 'existence'}])
  })
})

describe('patching', () => {
  it('applies every operation', async () => {
    const {client} = await lakeWith([NOTE])
    const patched = await client
      .patch('note')
      .set({title: 'Second', 'deep.down': true})
      .setIfMissing({title: 'Third', fresh: 1})
      .inc({count: 2})
      .commit()
    expect(patched).toMatchObject({title: 'Second', deep: {down: true}, fresh: 1, count: 3})
    expect(await client.patch('note').dec({count: 5}).unset(['deep', 'fresh']).commit()).toEqual({
      ...NOTE,
      title: 'Second',
      count: -2,
      _rev: expect.any(String),
      _createdAt: expect.any(String),
      _updatedAt: expect.any(String),
    })
  })

  it.for([
    ['before', 'tags[0]', ['x', 'a', 'b', 'c']],
    ['after', 'tags[-1]', ['a', 'b', 'c', 'x']],
    ['replace', 'tags[1:3]', ['a', 'x']],
  ] as const)('inserts %s %s', async ([at, path, tags]) => {
    const {client} = await lakeWith([NOTE])
    expect((await client.patch('note').insert(at, path, ['x']).commit())['tags']).toEqual(tags)
  })

  it('replaces nothing where there is nothing to replace', async () => {
    const {client} = await lakeWith([{...NOTE, rows: [{_key: 'a'}]}])
    const row = [{_key: 'b'}]
    const patched = await client.patch('note').insert('replace', 'rows[_key=="gone"]', row).commit()
    expect(patched['rows']).toEqual([{_key: 'a'}])
  })

  it('finds items of lists by key, and applies text patches', async () => {
    const body = [
      {_key: 'one', text: 'The quick brown fox'},
      {_key: 'two', text: 'jumps'},
    ]
    const {client} = await lakeWith([{...NOTE, body}])
    const patched = await client
      .patch('note')
      .diffMatchPatch({'body[_key=="one"].text': '@@ -1,9 +1,8 @@\n The \n-quick\n+slow\n'})
      .unset(['body[_key=="two"]'])
      .commit()
    expect(patched['body']).toEqual([{_key: 'one', text: 'The slow brown fox'}])
  })

  it('appends and prepends', async () => {
    const {client} = await lakeWith([NOTE])
    await client.patch('note').append('tags', ['z']).commit()
    const patched = await client.patch('note').prepend('tags', ['0']).commit()
    expect(patched['tags']).toEqual(['0', 'a', 'b', 'c', 'z'])
  })

  it('goes through only at the revision that is asked for', async () => {
    const {client} = await lakeWith([{...NOTE, _rev: 'one'}])
    const {_rev} = await client.patch('note').set({title: 'a'}).ifRevisionId('one').commit()
    const error = await refusalOf(
      client.patch('note').set({title: 'b'}).ifRevisionId('one').commit(),
    )
    expect(error).toMatchObject({
      statusCode: 409,
      details: {
        items: [
          {
            error: {
              type: 'documentRevisionIDDoesNotMatchError',
              currentRevisionID: _rev,
              expectedRevisionID: 'one',
            },
          },
        ],
      },
    })
    expect(await client.getDocument('note')).toMatchObject({title: 'a', _rev})
  })

  it.for([
    [{set: {_id: 'other'}}, 'Cannot modify immutable attribute "_id"'],
    [{set: {_type: 'other'}}, 'Cannot modify immutable attribute "_type"'],
    [{set: []}, 'Patch operation "set" has the wrong shape'],
    [{inc: {count: 'x'}}, 'Patch operation "inc" has the wrong shape'],
    [{insert: {before: 'tags[0]'}}, 'Patch operation "insert" has the wrong shape'],
    [{erase: ['title']}, 'Unknown patch operation "erase"'],
  ] as const)('refuses %j', async ([patch, message]) => {
    const {client} = await lakeWith([NOTE])
    const work = client.request({
      method: 'POST',
      url: '/data/mutate/production',
      body: {mutations: [{patch: {id: 'note', ...patch}}]},
    })
    const error = await refusalOf(work)
    expect(error).toMatchObject({statusCode: 400})
    expect(error.message).toContain(message)
  })

  it('keeps system fields its own', async () => {
    const {client} = await lakeWith([{...NOTE, _createdAt: '2020-01-01T00:00:00Z'}])
    const patched = await client.patch('note').set({_rev: 'mine', _createdAt: 'never'}).commit()
    expect(patched._rev).not.toBe('mine')
    expect(patched._createdAt).toBe('2020-01-01T00:00:00Z')
  })

  it('refuses to patch what is not there', async () => {
    const {client} = await lakeWith([])
    const error = await refusalOf(client.patch('none').set({a: 1}).commit())
    expect(error).toMatchObject({statusCode: 409})
    expect(error.message).toContain('The document with the ID "none" was not found')
  })
})

describe('transactions', () => {
  it('are made whole', async () => {
    const {client} = await lakeWith([NOTE])
    const {transactionId, results} = await client
      .transaction()
      .create({_id: 'made', _type: 'note'})
      .patch('made', (patch) => patch.set({title: 'Patched'}))
      .createOrReplace({_id: 'placed', _type: 'note'})
      .createIfNotExists({_id: 'placed', _type: 'note', title: 'not this'})
      .delete('note')
      .transactionId('tx-1')
      .commit()
    expect(transactionId).toBe('tx-1')
    expect(results).toEqual([
      {id: 'made', operation: 'create'},
      {id: 'made', operation: 'update'},
      {id: 'placed', operation: 'create'},
      {id: 'placed', operation: 'none'},
      {id: 'note', operation: 'delete'},
    ])
    expect(await client.getDocument('made')).toMatchObject({title: 'Patched', _rev: 'tx-1'})
    expect(await client.getDocument('note')).toBeUndefined()
  })

  it('or not at all', async () => {
    const {client} = await lakeWith([NOTE])
    const error = await refusalOf(
      client
        .transaction()
        .create({_id: 'made', _type: 'note'})
        .delete('note')
        .patch('none', (patch) => patch.set({title: 'x'}))
        .commit(),
    )
    expect(error).toMatchObject({details: {items: [{index: 2}]}})
    expect(await client.fetch('*._id')).toEqual(['note'])
  })

  it('are made once', async () => {
    const {client} = await lakeWith([NOTE])
    const again = (): Promise<unknown> =>
      client
        .transaction()
        .patch('note', {inc: {count: 1}})
        .transactionId('once')
        .commit()
    await again()
    expect((await refusalOf(again())).message).toContain('has been made before')
    expect(await client.getDocument('note')).toMatchObject({count: 2})
  })

  it('change nothing in a dry run, and say what they would', async () => {
    const {client} = await lakeWith([NOTE])
    const tried = await client.patch('note').set({title: 'Tried'}).commit({dryRun: true})
    expect(tried).toMatchObject({title: 'Tried'})
    expect(await client.getDocument('note')).toMatchObject({title: 'First'})
    const error = await refusalOf(client.create(NOTE, {dryRun: true}))
    expect(error).toMatchObject({statusCode: 409})
  })

  it.for(['sync', 'async', 'deferred'] as const)('are visible at once: %s', async (visibility) => {
    const {client} = await lakeWith([NOTE])
    await client.patch('note').set({title: visibility}).commit({visibility})
    expect(await client.fetch('*[_id == "note"][0].title')).toBe(visibility)
  })

  it('give documents or ids, first or all', async () => {
    const {client} = await lakeWith([NOTE])
    const mutations = [{create: {_id: 'x', _type: 'note'}}, {create: {_id: 'y', _type: 'note'}}]
    const all = await client.mutate(mutations, {
      dryRun: true,
      returnDocuments: true,
      returnFirst: false,
    })
    expect(all.map(({_id}) => _id)).toEqual(['x', 'y'])
    const first = await client.mutate(mutations, {
      dryRun: true,
      returnDocuments: true,
      returnFirst: true,
    })
    expect(first).toMatchObject({_id: 'x'})
    const ids = await client.mutate(mutations, {returnDocuments: false, returnFirst: false})
    expect(ids).toMatchObject({documentIds: ['x', 'y']})
  })
})

describe('mutations by query', () => {
  const DOCUMENTS = [
    {_id: 'a', _type: 'note', n: 1},
    {_id: 'b', _type: 'note', n: 2},
    {_id: 'drafts.b', _type: 'note', n: 3},
    {_id: 'c', _type: 'other', n: 4},
  ]

  it('patch what the query finds', async () => {
    const {client} = await lakeWith(DOCUMENTS)
    await client
      .patch({query: '*[_type == $type && n > 1]', params: {type: 'note'}})
      .set({seen: true})
      .commit()
    expect(await client.fetch('*[seen]._id')).toEqual(['b', 'drafts.b'])
  })

  it('delete what the query finds', async () => {
    const {client} = await lakeWith(DOCUMENTS)
    await client.delete({query: '*[_type == $type]', params: {type: 'note'}})
    expect(await client.fetch('*._id')).toEqual(['c'])
  })

  it('delete nothing when the query finds nothing', async () => {
    const {client} = await lakeWith(DOCUMENTS)
    await client.delete({query: '*[_type == "none"]'})
    expect(await client.fetch('count(*)')).toBe(4)
  })
})

describe('strong references', () => {
  const SOURCE = {_id: 'source', _type: 'source'}
  const strong = {_type: 'reference', _ref: 'source'}

  it('must lead to a document', async () => {
    const {client} = await lakeWith([])
    const error = await refusalOf(client.create({_id: 'a', _type: 'note', source: strong}))
    expect(error).toMatchObject({
      statusCode: 409,
      details: {items: [{error: {id: 'a', referenceID: 'source'}}]},
    })
    expect(error.message).toContain('"a" references the non-existent document "source"')
  })

  it('may lead to one of the same transaction', async () => {
    const {client} = await lakeWith([])
    const work = client
      .transaction()
      .create({_id: 'a', _type: 'note', source: strong})
      .create(SOURCE)
      .commit()
    await expect(work).resolves.toBeDefined()
  })

  it('keep what they lead to', async () => {
    const {client} = await lakeWith([SOURCE, {_id: 'a', _type: 'note', list: [{of: strong}]}])
    const error = await refusalOf(client.delete('source'))
    expect(error).toMatchObject({
      statusCode: 409,
      details: {items: [{error: {id: 'source', referencingIDs: ['a']}}]},
    })
    expect(error.message).toContain('there are references to it from "a"')
    await client.transaction().delete('source').delete('a').commit()
    expect(await client.fetch('count(*)')).toBe(0)
  })

  it('let go when the same transaction takes them away', async () => {
    const {client} = await lakeWith([SOURCE, {_id: 'a', _type: 'note', source: strong}])
    await client
      .transaction()
      .patch('a', (patch) => patch.unset(['source']))
      .delete('source')
      .commit()
    expect(await client.fetch('*._id')).toEqual(['a'])
  })

  it.for([
    {_type: 'reference', _ref: 'none', _weak: true},
    {_type: 'crossDatasetReference', _ref: 'none', _dataset: 'other', _projectId: 'p'},
    {_type: 'globalDocumentReference', _ref: 'dataset:p.other:none'},
  ])('are not these: %j', async (reference) => {
    const {client} = await lakeWith([])
    await expect(client.create({_type: 'note', reference})).resolves.toBeDefined()
  })

  it('that came with the data and lead nowhere do not stop an edit', async () => {
    const {client} = await lakeWith([{_id: 'a', _type: 'note', source: strong}])
    await client.patch('a').set({title: 'Edited'}).commit()
    expect(await client.getDocument('a')).toMatchObject({title: 'Edited', source: strong})
  })
})
