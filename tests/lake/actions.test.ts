/** Every action that @sanity/client can send and the lake knows. */
import type {Action} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {lakeWith, refusalOf} from './support.ts'

const PUBLISHED = {
  _id: 'a',
  _type: 'note',
  title: 'Published',
  _rev: 'p1',
  _createdAt: '2020-01-01T00:00:00Z',
}
const DRAFT = {_id: 'drafts.a', _type: 'note', title: 'Draft', _rev: 'd1'}
const OTHER = {_id: 'drafts.b', _type: 'note', title: 'Other'}

const run = async (documents: readonly object[], ...actions: readonly Action[]) => {
  const {client} = await lakeWith(documents)
  const {transactionId} = await client.action([...actions])
  const left = await client.fetch<readonly {readonly _id: string; readonly title: string}[]>('*')
  return {client, transactionId, left: Object.fromEntries(left.map(({_id, title}) => [_id, title]))}
}

const refusal = async (documents: readonly object[], action: Action): Promise<Error> => {
  const {client} = await lakeWith(documents)
  const before = await client.fetch('*')
  const error = await refusalOf(client.action(action))
  expect(await client.fetch('*')).toEqual(before)
  expect(error).toMatchObject({details: {type: expect.stringMatching(/^(action|mutation)Error$/)}})
  return error
}

describe('create', () => {
  const action: Action = {
    actionType: 'sanity.action.document.create',
    publishedId: 'a',
    attributes: {_id: 'drafts.a', _type: 'note', title: 'Made'},
    ifExists: 'fail',
  }

  it('makes a draft', async () => {
    expect((await run([], action)).left).toEqual({'drafts.a': 'Made'})
  })
  it('refuses when there is one', async () => {
    expect((await refusal([DRAFT], action)).message).toContain('"drafts.a" already exists')
  })
  it('or leaves it', async () => {
    expect((await run([DRAFT], {...action, ifExists: 'ignore'})).left).toEqual({
      'drafts.a': 'Draft',
    })
  })
  it('refuses when the document is published', async () => {
    expect((await refusal([PUBLISHED], action)).message).toContain('already published')
  })
})

describe('edit', () => {
  const action: Action = {
    actionType: 'sanity.action.document.edit',
    publishedId: 'a',
    draftId: 'drafts.a',
    patch: {set: {title: 'Edited'}},
  }

  it('changes the draft', async () => {
    expect((await run([PUBLISHED, DRAFT], action)).left).toEqual({
      a: 'Published',
      'drafts.a': 'Edited',
    })
  })
  it('makes the draft from what is published', async () => {
    const {left, client} = await run([PUBLISHED], action)
    expect(left).toEqual({a: 'Published', 'drafts.a': 'Edited'})
    expect(await client.getDocument('drafts.a')).toMatchObject({_createdAt: PUBLISHED._createdAt})
  })
  it("makes the draft for the Studio's patch of a field that is not there", async () => {
    const patch = {unset: ['_empty_action_guard_pseudo_field_']}
    expect((await run([PUBLISHED], {...action, patch})).left).toEqual({
      a: 'Published',
      'drafts.a': 'Published',
    })
  })
  it('refuses when there is neither', async () => {
    expect((await refusal([], action)).message).toContain('Neither "drafts.a" nor "a" exists')
  })
  it("refuses another document's draft", async () => {
    const error = await refusal([PUBLISHED, OTHER], {...action, draftId: 'drafts.b'})
    expect(error.message).toContain('"drafts.b" is not a draft or version of "a"')
  })
})

describe('publish', () => {
  const action: Action = {
    actionType: 'sanity.action.document.publish',
    publishedId: 'a',
    draftId: 'drafts.a',
  }

  it('puts the draft in the place of what is published', async () => {
    const {left, client, transactionId} = await run([PUBLISHED, DRAFT], action)
    expect(left).toEqual({a: 'Draft'})
    expect(await client.getDocument('a')).toMatchObject({
      _rev: transactionId,
      _createdAt: PUBLISHED._createdAt,
    })
  })
  it('publishes for the first time', async () => {
    expect((await run([DRAFT], action)).left).toEqual({a: 'Draft'})
  })
  it('refuses without a draft', async () => {
    expect((await refusal([PUBLISHED], action)).message).toContain('"drafts.a" does not exist')
  })
  it.for([
    [{ifDraftRevisionId: 'd1', ifPublishedRevisionId: 'p1'}, true],
    [{ifDraftRevisionId: 'd0'}, false],
    [{ifPublishedRevisionId: 'p0'}, false],
  ] as const)('guards revisions: %j', async ([guards, goes]) => {
    const {client} = await lakeWith([PUBLISHED, DRAFT])
    const work = client.action({...action, ...guards})
    if (goes) await expect(work).resolves.toBeDefined()
    else expect((await refusalOf(work)).message).toContain('unexpected revision ID')
    expect(await client.fetch('count(*)')).toBe(goes ? 1 : 2)
  })
  it('makes strong what was weak only until then', async () => {
    const see = {_type: 'reference', _ref: 'b', _weak: true, _strengthenOnPublish: {type: 'note'}}
    const stays = {...see, _strengthenOnPublish: {type: 'note', weak: true}}
    const {client} = await run(
      [
        {...DRAFT, see, list: [{_key: 'k', ...stays}]},
        {_id: 'b', _type: 'note'},
      ],
      action,
    )
    expect(await client.getDocument('a')).toMatchObject({
      see: {_type: 'reference', _ref: 'b'},
      list: [{_key: 'k', _type: 'reference', _ref: 'b', _weak: true}],
    })
    expect(await client.fetch('defined(*[_id == "a"][0].see._weak)')).toBe(false)
  })
  it('refuses a strong reference to what is not published', async () => {
    const see = {_type: 'reference', _ref: 'b', _weak: true, _strengthenOnPublish: {type: 'note'}}
    const error = await refusal([{...DRAFT, see}, OTHER], action)
    expect(error.message).toContain('references the non-existent document "b"')
  })
})

describe('the other document actions', () => {
  it('unpublish makes the draft again', async () => {
    const action: Action = {
      actionType: 'sanity.action.document.unpublish',
      publishedId: 'a',
      draftId: 'drafts.a',
    }
    expect((await run([PUBLISHED], action)).left).toEqual({'drafts.a': 'Published'})
    expect((await run([PUBLISHED, DRAFT], action)).left).toEqual({'drafts.a': 'Draft'})
    expect((await refusal([DRAFT], action)).message).toContain('"a" is not published')
  })

  it('unpublish refuses while others refer', async () => {
    const referring = {_id: 'r', _type: 'note', see: {_ref: 'a', _type: 'reference'}}
    const error = await refusal([PUBLISHED, referring], {
      actionType: 'sanity.action.document.unpublish',
      publishedId: 'a',
      draftId: 'drafts.a',
    })
    expect(error).toMatchObject({
      statusCode: 409,
      details: {items: [{error: {referencingIDs: ['r']}}]},
    })
  })

  it('discard takes the draft away', async () => {
    const action: Action = {actionType: 'sanity.action.document.discard', draftId: 'drafts.a'}
    expect((await run([PUBLISHED, DRAFT], action)).left).toEqual({a: 'Published'})
    expect((await refusal([PUBLISHED], action)).message).toContain('does not exist')
    expect((await refusal([PUBLISHED], {...action, draftId: 'a'})).message).toContain(
      'is published',
    )
  })

  it('delete takes the document and the drafts that are named', async () => {
    const action: Action = {
      actionType: 'sanity.action.document.delete',
      publishedId: 'a',
      includeDrafts: ['drafts.a'],
    }
    expect((await run([PUBLISHED, DRAFT, OTHER], action)).left).toEqual({'drafts.b': 'Other'})
    const error = await refusal([PUBLISHED, DRAFT], {...action, includeDrafts: []})
    expect(error.message).toContain('has drafts that includeDrafts does not name: drafts.a')
    expect((await refusal([], action)).message).toContain('"a" does not exist')
  })

  it('replaceDraft', async () => {
    const action: Action = {
      actionType: 'sanity.action.document.replaceDraft',
      publishedId: 'a',
      attributes: {_id: 'drafts.a', _type: 'note', title: 'Replaced'},
    }
    expect((await run([DRAFT], action)).left).toEqual({'drafts.a': 'Replaced'})
    expect((await run([PUBLISHED], action)).left).toEqual({a: 'Published', 'drafts.a': 'Replaced'})
    expect((await refusal([], action)).message).toContain('"a" does not exist')
  })
})

describe('version actions', () => {
  const VERSION = {_id: 'versions.rSpring.a', _type: 'note', title: 'Spring'}

  it('create, from a document and from a base', async () => {
    const {client} = await lakeWith([PUBLISHED])
    await client.createVersion({document: VERSION, publishedId: 'a', releaseId: 'rSpring'})
    await client.createVersion({baseId: 'a', releaseId: 'rSummer', publishedId: 'a'})
    expect(await client.fetch('*[sanity::versionOf("a")]{_id, title}')).toEqual([
      {_id: 'a', title: 'Published'},
      {_id: 'versions.rSpring.a', title: 'Spring'},
      {_id: 'versions.rSummer.a', title: 'Published'},
    ])
    const again = client.createVersion({document: VERSION, publishedId: 'a', releaseId: 'rSpring'})
    expect((await refusalOf(again)).message).toContain('already exists')
  })

  it('replace and discard', async () => {
    const {client} = await lakeWith([PUBLISHED, VERSION])
    await client.replaceVersion({
      document: {...VERSION, title: 'Late spring'},
      publishedId: 'a',
      releaseId: 'rSpring',
    })
    expect(await client.getDocument('versions.rSpring.a')).toMatchObject({title: 'Late spring'})
    await client.discardVersion({releaseId: 'rSpring', publishedId: 'a'})
    expect(await client.fetch('*._id')).toEqual(['a'])
    const again = client.discardVersion({releaseId: 'rSpring', publishedId: 'a'})
    expect((await refusalOf(again)).message).toContain('does not exist')
  })

  it('unpublish hides the document from those who look through the release', async () => {
    const {client} = await lakeWith([PUBLISHED])
    await client.unpublishVersion({releaseId: 'rSpring', publishedId: 'a'})
    expect(await client.fetch('*', {}, {perspective: ['rSpring']})).toEqual([])
    expect(await client.fetch('*._id', {}, {perspective: 'published'})).toEqual(['a'])
  })
})

describe('several actions', () => {
  it('are one transaction', async () => {
    const {client} = await lakeWith([DRAFT, OTHER])
    const publish = (id: string): Action => ({
      actionType: 'sanity.action.document.publish',
      publishedId: id,
      draftId: `drafts.${id}`,
    })
    const error = await refusalOf(client.action([publish('a'), publish('none')]))
    expect(error).toMatchObject({details: {items: [{index: 1}]}})
    expect(await client.fetch('*._id')).toEqual(['drafts.a', 'drafts.b'])
    const {transactionId} = await client.action([publish('a'), publish('b')], {
      transactionId: 'both',
    })
    expect(transactionId).toBe('both')
    expect(await client.fetch('*{_id, _rev}')).toEqual([
      {_id: 'a', _rev: 'both'},
      {_id: 'b', _rev: 'both'},
    ])
  })

  it('may be tried', async () => {
    const {client} = await lakeWith([DRAFT])
    await client.action(
      {actionType: 'sanity.action.document.publish', publishedId: 'a', draftId: 'drafts.a'},
      {dryRun: true},
    )
    expect(await client.fetch('*._id')).toEqual(['drafts.a'])
  })

  it('that are not known are refused by name', async () => {
    const error = await refusal([], {actionType: 'sanity.action.release.create', releaseId: 'r1'})
    expect(error).toMatchObject({statusCode: 400})
    expect(error.message).toContain('does not know the action "sanity.action.release.create"')
  })
})
