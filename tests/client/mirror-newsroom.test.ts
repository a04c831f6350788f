/**
 * The mirror against the real server: publishes, corrections, retractions, removals, new numbers, told
 * to the server, told late and in another order, or not told at all; servers killed and started again.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  carriesNotice,
  createClient,
  memoryStore,
  mirror,
  type MirrorStore,
} from '../../client/index.ts'
import type {JsonObject} from '../../content/json-object.ts'
import {openRealNewsroom, type RealNewsroom} from './real-newsroom.ts'
import {heldBy, makeLookDue} from './scene.ts'

let edits = 0

/** What an editor does to an article; undefined removes it. */
const EDITS: Readonly<Record<string, (document: JsonObject) => JsonObject | undefined>> = {
  retitle: (document) => ({...document, title: `Title ${edits}`}),
  rename: (document) => ({...document, slug: {_type: 'slug', current: `slug-${edits}`}}),
  correct: (document) => ({
    ...document,
    corrections: [{_key: `c${edits}`, date: '2026-11-20', note: `Correction ${edits}.`}],
  }),
  topic: (document) => ({...document, topics: [edits % 2 === 0 ? 'grief' : 'substance-use']}),
  retract: (document) => ({...document, retraction: {date: '2026-11-20', reason: 'It was wrong.'}}),
  break: (document) => ({...document, title: 7}),
  remove: () => undefined,
}

interface Scene {
  readonly newsroom: RealNewsroom
  readonly store: MirrorStore
  /** The newsroom's when absent, which opens everything. */
  readonly key?: string
  /** Changed, and nobody has told the server yet. */
  readonly untold: string[]
}

type Step = readonly [name: string, does: (scene: Scene) => Promise<void>]

const change = async (
  {newsroom, untold}: Scene,
  id: string,
  to: (document: JsonObject) => JsonObject | undefined,
): Promise<void> => {
  edits += 1
  const revision = `r${edits}`
  await newsroom.source.change(id, (document) => {
    const changed = to(document)
    return changed && {...changed, _rev: revision}
  })
  untold.push(id)
}

const pick = (items: readonly string[], index: number): string => items[index % items.length] ?? ''
const places = fc.nat(30)

/** Fails as networks do, at some of its requests. */
const bad = (failures: readonly string[]): typeof fetch => {
  const queue = [...failures]
  return async (input, init) => {
    const failure = queue.shift()
    if (failure === 'lost') throw new TypeError('fetch failed')
    if (failure === 'limited')
      return new Response('{}', {status: 429, headers: {'retry-after': '0'}})
    const response = await fetch(input, init)
    if (failure !== 'halved') return response
    return new Response((await response.text()).slice(0, 100), response)
  }
}

const runMirror = async (
  {newsroom, store, key = newsroom.key}: Scene,
  failures: readonly string[] = [],
  puts = Infinity,
): Promise<void> => {
  let left = puts
  const put: MirrorStore['put'] = async (article) => {
    left -= 1
    if (left < 0) throw new Error('killed')
    await store.put(article)
  }
  await mirror({
    client: createClient({
      url: newsroom.url,
      key,
      firstWait: 1,
      retries: 1,
      fetch: bad(failures),
    }),
    store: {...store, put},
    follow: false,
    wait: async () => undefined,
  })
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.keys(EDITS)), places)
      .map(([name, place]): Step => [
        `${name} ${place}`,
        (scene) =>
          change(scene, pick(scene.newsroom.source.ids('article'), place), (document) =>
            EDITS[name]?.(document),
          ),
      ]),
  },
  {
    weight: 2,
    arbitrary: places.map((place): Step => [
      `helpline ${place}`,
      (scene) =>
        change(scene, pick(scene.newsroom.source.ids('helpline'), place), (document) => ({
          ...document,
          name: `Line ${edits}`,
        })),
    ]),
  },
  {
    weight: 1,
    arbitrary: places.map((place): Step => [
      `notice ${place}`,
      (scene) =>
        change(scene, pick(scene.newsroom.source.ids('crisisNotice'), place), (document) => ({
          ...document,
          lead: `Somebody is there for you, day and night. (${edits})`,
        })),
    ]),
  },
  {
    weight: 1,
    arbitrary: places.map((place): Step => [
      `contributor ${place}`,
      (scene) =>
        change(scene, pick(scene.newsroom.source.ids('contributor'), place), (document) => ({
          ...document,
          name: `Somebody ${edits}`,
        })),
    ]),
  },
  {
    weight: 2,
    arbitrary: places.map((place): Step => [
      `restore ${place}`,
      async ({newsroom, untold}) => {
        const id = pick(newsroom.source.ids('article', 'helpline', 'crisisNotice'), place)
        newsroom.source.restore(id)
        untold.push(id)
      },
    ]),
  },
  {
    weight: 5,
    arbitrary: fc.boolean().map((isReversed): Step => [
      `tell${isReversed ? ' in another order' : ''}`,
      async ({newsroom, untold}) => {
        const ids = untold.splice(0)
        for (const id of isReversed ? ids.toReversed() : ids) newsroom.tell(id)
      },
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>([
      'lose what was to be told',
      async ({untold}) => {
        untold.length = 0
      },
    ]),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.array(fc.constantFrom('fine', 'lost', 'limited', 'halved'), {maxLength: 5}),
        fc.oneof(fc.constant(Infinity), fc.nat(12)),
        fc.boolean(),
      )
      .map(([failures, puts, isSettled]): Step => [
        `mirror, ${failures.join()}, killed after ${puts}`,
        async (scene) => {
          if (isSettled) await scene.newsroom.settled()
          await runMirror(scene, failures, puts).catch(() => undefined)
        },
      ]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>([
      'kill and start the server',
      async (scene) => {
        await scene.newsroom.stop()
        const reached = await runMirror(scene).then(
          () => true,
          () => false,
        )
        if (reached) throw new Error('a server that is dead has answered')
        await scene.newsroom.start()
      },
    ]),
  },
)

/** Throws unless the copies are what the newsroom has. */
const checkCopies = async ({newsroom, store}: Scene): Promise<number> => {
  const {articles, heldBack, notice} = await newsroom.standing('US')
  const held = await heldBy(store)
  for (const [id, copy] of Object.entries(held)) {
    expect(carriesNotice(copy)).toBe(true)
    if (!heldBack.has(id) || copy === undefined) continue
    expect(copy.crisisNotice).toEqual(notice(copy.language, copy.topics))
  }
  const compared = Object.entries(held).filter(([id]) => !heldBack.has(id))
  expect(compared.map(([id]) => id)).toEqual([...articles.keys()].toSorted())
  for (const [id, copy] of compared) expect(copy).toEqual(articles.get(id))
  return compared.length
}

describe('a mirror of the real newsroom', () => {
  it('ends equal to the dataset', async () => {
    const newsroom = await openRealNewsroom()
    let copies = 0
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(steps, {minLength: 5, maxLength: 25}), async (story) => {
          const scene: Scene = {newsroom, store: memoryStore(), untold: []}
          for (const id of newsroom.source.ids(
            'article',
            'helpline',
            'crisisNotice',
            'contributor',
          )) {
            newsroom.source.restore(id)
          }
          newsroom.tell()
          await newsroom.settled()
          await runMirror(scene)
          for (const [, does] of story) await does(scene)
          // the hourly look of the server, for what it was never told of, and that of the mirror
          newsroom.tell()
          await newsroom.settled()
          await makeLookDue(scene.store)
          await runMirror(scene)
          copies += await checkCopies(scene)
        }),
        {numRuns: 15},
      )
    } finally {
      await newsroom.close()
    }
    expect(copies).toBeGreaterThan(100)
  })

  it('drops what leaves the topics of its key, or its language, and takes what comes back', async () => {
    const newsroom = await openRealNewsroom()
    try {
      const scene: Scene = {
        newsroom,
        store: memoryStore(),
        untold: [],
        key: await newsroom.keyFor({topics: ['substance-use', 'anxiety'], languages: ['en']}),
      }
      await runMirror(scene)
      const first = Object.keys(await heldBy(scene.store))
      const [moved = '', translated = ''] = first
      expect(first.length).toBeGreaterThan(1)
      const held = async (): Promise<readonly string[]> => {
        newsroom.tell(...scene.untold.splice(0))
        await newsroom.settled()
        await runMirror(scene)
        return Object.keys(await heldBy(scene.store))
      }
      await change(scene, moved, (document) => ({...document, topics: ['sleep']}))
      expect(await held()).toEqual(first.slice(1))
      // it is none of theirs from then on, whatever becomes of it
      await change(scene, moved, (document) => ({...document, title: 'A night of sleep'}))
      expect(await held()).toEqual(first.slice(1))
      await change(scene, moved, (document) => ({...document, topics: ['anxiety']}))
      expect(await held()).toEqual(first)
      await change(scene, translated, (document) => ({...document, language: 'es'}))
      expect(await held()).toEqual(first.filter((id) => id !== translated))
    } finally {
      await newsroom.close()
    }
  })

  it('has a new number as soon as the server has it', async () => {
    const newsroom = await openRealNewsroom()
    try {
      const scene: Scene = {newsroom, store: memoryStore(), untold: []}
      await runMirror(scene)
      expect(await checkCopies(scene)).toBeGreaterThan(10)
      await change(scene, 'helpline-us-crisis-text-line', (document) => ({
        ...document,
        name: 'Night Line',
      }))
      await expect(checkCopies(scene)).rejects.toThrow('deeply equal')
      newsroom.tell(...scene.untold)
      await newsroom.settled()
      await runMirror(scene)
      await checkCopies(scene)
      const copies = Object.values(await heldBy(scene.store))
      const american = copies.filter((copy) => copy?.language === 'en')
      for (const copy of american) expect(copy?.html).toContain('Night Line')
      expect(american.length).toBeGreaterThan(5)
    } finally {
      await newsroom.close()
    }
  })

  it('lets go of a number that ends with a day, of what is held back too', async () => {
    const newsroom = await openRealNewsroom()
    try {
      const scene: Scene = {newsroom, store: memoryStore(), untold: []}
      await change(scene, 'helpline-us-crisis-text-line', (document) => ({
        ...document,
        retiredAt: '2026-12-01',
      }))
      newsroom.tell(...scene.untold)
      await newsroom.settled()
      await runMirror(scene)
      await change(scene, 'article-sleep', (document) => ({...document, title: 7}))
      newsroom.tell('article-sleep')
      await newsroom.settled()
      await runMirror(scene)
      await checkCopies(scene)
      expect((await scene.store.get('article-sleep'))?.text).toContain('Crisis Text Line')
      newsroom.passTo('2026-12-01')
      // the hourly look of the server
      newsroom.tell()
      await newsroom.settled()
      await runMirror(scene)
      await checkCopies(scene)
      // whose notice does not name the line
      expect(Object.keys(await heldBy(scene.store))).toEqual(['article-low-mood-ar'])
    } finally {
      await newsroom.close()
    }
  })
})
