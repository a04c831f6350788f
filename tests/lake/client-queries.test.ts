/** Queries by @sanity/client: perspectives, parameters, and what is refused rather than answered wrongly. */
import {describe, expect, it} from 'vitest'
import {clientOf, lakeWith, refusalOf} from './support.ts'

const NOTES = [
  {_id: 'both', _type: 'note', title: 'Published', see: {_type: 'reference', _ref: 'plain'}},
  {_id: 'drafts.both', _type: 'note', title: 'Draft', see: {_type: 'reference', _ref: 'plain'}},
  {_id: 'drafts.new', _type: 'note', title: 'New'},
  {_id: 'plain', _type: 'note', title: 'Plain'},
  {_id: 'versions.rSpring.both', _type: 'note', title: 'Spring'},
  {_id: 'versions.rSpring.plain', _type: 'note', title: 'Gone', _system: {delete: true}},
  {_id: 'versions.rSummer.both', _type: 'note', title: 'Summer'},
]

const TITLES = '*[_type == "note"] | order(_id) {_id, _originalId, title}'

describe('perspectives', () => {
  it.for([
    ['raw', NOTES.map(({title}) => title)],
    ['published', ['Published', 'Plain']],
    ['drafts', ['Draft', 'New', 'Plain']],
    [['rSpring'], ['Spring']],
    [
      ['rSpring', 'drafts'],
      ['Spring', 'New'],
    ],
    [
      ['rSummer', 'rSpring', 'drafts'],
      ['Summer', 'New'],
    ],
    [
      ['drafts', 'rSummer'],
      ['Draft', 'New', 'Plain'],
    ],
  ] as const)('%j', async ([perspective, titles]) => {
    const {lake} = await lakeWith(NOTES)
    const asked = typeof perspective === 'string' ? perspective : [...perspective]
    const found = await clientOf(lake)
      .withConfig({perspective: asked})
      .fetch<readonly {readonly title: string}[]>(TITLES)
    expect(found.map(({title}) => title)).toEqual(titles)
  })

  it('show a draft under the published id, and say which document it is', async () => {
    const {client} = await lakeWith(NOTES)
    const [both, fresh, plain] = await client.fetch(TITLES, {}, {perspective: 'drafts'})
    expect(both).toEqual({_id: 'both', _originalId: 'drafts.both', title: 'Draft'})
    expect(fresh).toEqual({_id: 'new', _originalId: 'drafts.new', title: 'New'})
    expect(plain).toEqual({_id: 'plain', _originalId: 'plain', title: 'Plain'})
  })

  it('are what references and lookups see', async () => {
    const {client} = await lakeWith(NOTES)
    const query = `*[_id == "both"][0]{title, "see": see->title, "back": *[references("plain")]._id}`
    expect(await client.fetch(query, {}, {perspective: 'drafts'})).toEqual({
      title: 'Draft',
      see: 'Plain',
      back: ['both'],
    })
    expect(await client.fetch('*[references("plain")]._id')).toEqual(['both', 'drafts.both'])
    expect(await client.fetch('*[_id == "drafts.both"]', {}, {perspective: 'drafts'})).toEqual([])
  })

  it('follow the version of the API when none is asked for', async () => {
    const {lake} = await lakeWith(NOTES)
    const count = async (apiVersion: string): Promise<unknown> => {
      const url = `${lake.url}/v${apiVersion}/data/query/production?query=count(*)`
      return (await (await fetch(url)).json()).result
    }
    expect(await count('1')).toBe(7)
    expect(await count('2021-06-07')).toBe(7)
    expect(await count('2025-02-18')).toBe(7)
    expect(await count('2025-02-19')).toBe(2)
    expect(await count('X')).toBe(2)
  })

  it('are refused when unknown', async () => {
    const {lake} = await lakeWith(NOTES)
    const answer = await fetch(`${lake.url}/v1/data/query/production?query=*&perspective=yesterday`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      statusCode: 400,
      error: 'Bad Request',
      message: expect.stringContaining('Unknown perspective "yesterday"'),
    })
  })
})

describe('queries', () => {
  it('take parameters of every kind, slices too', async () => {
    const {client} = await lakeWith(NOTES)
    expect(
      await client.fetch('*[_id in $ids && defined($o.a) && $yes] | order(_id)[$from...$to]._id', {
        ids: ['plain', 'both', 'drafts.new'],
        o: {a: [1, null]},
        yes: true,
        from: 1,
        to: 3,
      }),
    ).toEqual(['drafts.new', 'plain'])
    const slice = '*[_type == "note"] | order(_id)[$from...$to]._id'
    expect(await client.fetch(slice, {from: 0, to: 1})).toEqual(['both'])
    expect(await client.fetch(slice, {from: 1, to: 2})).toEqual(['drafts.both'])
  })

  it('go by POST when they are long', async () => {
    const {client} = await lakeWith(NOTES)
    const ids = Array.from({length: 2000}, (_, n) => `id-${n}`)
    expect(await client.fetch('*[_id in $ids]._id', {ids: [...ids, 'plain']})).toEqual(['plain'])
  })

  it('may be whole answers', async () => {
    const {client} = await lakeWith(NOTES)
    const answer = await client.fetch('*[_id == "plain"][0].title', {}, {filterResponse: false})
    expect(answer).toMatchObject({
      result: 'Plain',
      query: '*[_id == "plain"][0].title',
      ms: expect.any(Number),
      syncTags: [],
    })
  })

  it('know versions and releases', async () => {
    const {client} = await lakeWith([
      ...NOTES,
      {_id: '_.releases.rSpring', _type: 'system.release', name: 'rSpring'},
    ])
    expect(await client.fetch('*[sanity::versionOf("both")]._id')).toEqual([
      'both',
      'drafts.both',
      'versions.rSpring.both',
      'versions.rSummer.both',
    ])
    expect(await client.fetch('*[sanity::partOfRelease("rSpring")]._id')).toHaveLength(2)
    expect(await client.fetch('releases::all()[].name')).toEqual(['rSpring'])
    expect(await client.fetch('[sanity::projectId(), sanity::dataset()]')).toEqual([
      'local',
      'production',
    ])
  })

  it('that are no GROQ are refused where the fault is', async () => {
    const {client} = await lakeWith(NOTES)
    const error = await refusalOf(client.fetch('*[_type == ]'))
    expect(error.message).toContain('GROQ query parse error')
    expect(error.message).toContain('*[_type == ]')
    expect(error).toMatchObject({statusCode: 400, details: {type: 'queryParseError', start: 10}})
  })

  it.for([
    'geo::distance(geo::latLng(0,0), geo::latLng(1,1))',
    '*[_type == "note"] | score(text::semanticSimilarity("sleep"))',
    'documents::incomingRefCount()',
  ])('that cannot be answered are refused by name: %s', async (query) => {
    const {client} = await lakeWith(NOTES)
    const error = await refusalOf(client.fetch(query))
    expect(error).toMatchObject({statusCode: 400})
    expect(error.message).toContain('is not answered by the local Content Lake')
  })

  it('of another dataset are refused', async () => {
    const {client} = await lakeWith(NOTES)
    const error = await refusalOf(client.withConfig({dataset: 'other'}).fetch('*'))
    expect(error).toMatchObject({statusCode: 404})
    expect(error.message).toContain('Dataset "other" not found')
  })
})

describe('text::query', () => {
  const ARTICLES = [
    {_id: 'a', _type: 'article', title: 'Sleeping well', body: [{text: 'A café at night'}]},
    {_id: 'b', _type: 'article', title: 'Sleepless nights', slug: {current: 'well-known'}},
    {_id: 'c', _type: 'note', title: 'Sleeping badly'},
  ]

  it.for([
    ['sleeping', ['a', 'c']],
    ['SLEEPING Well', ['a']],
    ['sleep*', ['a', 'b', 'c']],
    ['sleep', []],
    ['cafe', ['a']],
    ['"at night"', ['a']],
    ['"night at"', []],
    ['sleeping -badly', ['a']],
    ['-badly', ['a', 'b']],
    ['', []],
    ['article', []],
  ] as const)('%j finds %j', async ([text, ids]) => {
    const {client} = await lakeWith(ARTICLES)
    expect(await client.fetch('*[text::query($text)]._id', {text})).toEqual(ids)
  })

  it('goes with other filters, with scores, and with perspectives', async () => {
    const {client} = await lakeWith([
      ...ARTICLES,
      {_id: 'drafts.b', _type: 'article', title: 'Sleeping in'},
    ])
    const query =
      '*[_type == $type && text::query("sleeping")] | score(text::query("in")) {_id, _score}'
    expect(await client.fetch(query, {type: 'article'}, {perspective: 'drafts'})).toEqual([
      {_id: 'b', _score: 1},
      {_id: 'a', _score: 0},
    ])
  })

  it('sees what was written since it was asked last', async () => {
    const {client} = await lakeWith(ARTICLES)
    const query = '*[text::query("sleeping")]._id'
    expect(await client.fetch(query)).toEqual(['a', 'c'])
    await client.patch('c').set({title: 'Waking'}).commit()
    expect(await client.fetch(query)).toEqual(['a'])
  })

  it('is refused for a text that depends on the document', async () => {
    const {client} = await lakeWith(ARTICLES)
    const error = await refusalOf(client.fetch('*[text::query(title)]'))
    expect(error.message).toContain('for a text or a parameter only')
  })
})
