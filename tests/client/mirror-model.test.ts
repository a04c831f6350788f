/**
 * Whatever the publisher does and the network does to it, and wherever the mirror is killed: its next
 * undisturbed run ends with what the publisher has.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {folderStore} from '../../client/folder.ts'
import {
  carriesNotice,
  createClient,
  memoryStore,
  mirror,
  type MirrorStore,
} from '../../client/index.ts'
import {PublisherModel} from './publisher-model.ts'
import {heldBy, standingFor} from './scene.ts'
import {cut, KEY, type Mishap, refuse, startTestApi, tear, type TestApi} from './test-api.ts'

const MISHAPS: Readonly<Record<string, Mishap>> = {
  cut,
  tear,
  fault: refuse(500, 'FAULT'),
  limited: refuse(429, 'RATE_LIMITED', {'retry-after': '0'}),
  barred: refuse(429, 'RATE_LIMITED', {'retry-after': '900'}),
}

/** Ids that are used again and again, so that much happens to each. */
const ids = fc.constantFrom(...Array.from({length: 8}, (_, index) => `a${index}`))
const slugs = fc.constantFrom('one', 'two', 'three', 'four', 'five')
const countries = fc.constantFrom('US', 'GB')
const languages = fc.constantFrom('en', 'es')
const numbers = fc.constantFrom('988', '116123', '111')

type Edit = (model: PublisherModel) => void
type Step = (scene: ModelScene) => Promise<void> | void

interface ModelScene {
  readonly model: PublisherModel
  readonly api: TestApi
  readonly store: MirrorStore
}

/** What throws once the process is dead. */
const mortal = (operations: number) => {
  let left = operations
  const live = (): void => {
    if (left <= 0) throw new Error('killed')
    left -= 1
  }
  /** Each call is one at which the process may die: before it, or after it. */
  const wrapped =
    <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      live()
      const result = await call(...given)
      live()
      return result
    }
  return wrapped
}

const runMirror = async (
  {api, store}: ModelScene,
  lives: number,
  country: string | undefined,
): Promise<void> => {
  const wrapped = mortal(lives)
  await mirror({
    client: createClient({
      url: api.url,
      key: KEY,
      firstWait: 1,
      retries: 2,
      fetch: wrapped(fetch),
    }),
    store: {
      state: wrapped(store.state),
      saveState: wrapped(store.saveState),
      ids: wrapped(store.ids),
      get: wrapped(store.get),
      put: wrapped(store.put),
      remove: wrapped(store.remove),
    },
    country,
    follow: false,
    wait: async () => undefined,
  })
}

/** None without its notice, at any moment. */
const checkNotices = async (store: MirrorStore): Promise<void> => {
  for (const article of Object.values(await heldBy(store))) {
    expect(carriesNotice(article)).toBe(true)
  }
}

const step = (
  name: string,
  what: fc.Arbitrary<readonly (string | undefined)[]>,
  does: (model: PublisherModel, given: readonly (string | undefined)[]) => void,
): fc.Arbitrary<readonly [string, Edit]> =>
  what.map((given) => [`${name} ${given.join(' ')}`, (model) => does(model, given)])

/** What the publisher does. */
const edits = fc.oneof(
  {
    weight: 5,
    arbitrary: step(
      'publish',
      fc.tuple(ids, slugs, languages),
      (model, [id = '', slug = '', language = '']) => {
        const isTaken = [...model.pieces.values()].some(
          (piece) => piece.slug === `${slug}-${id}` && piece.language === language,
        )
        if (!model.pieces.has(id) && !isTaken) model.publish(id, {slug: `${slug}-${id}`, language})
      },
    ),
  },
  {
    weight: 2,
    arbitrary: step('correct', fc.tuple(ids, numbers), (model, [id = '', title = '']) =>
      model.edit(id, {title}, 'corrected'),
    ),
  },
  {
    weight: 2,
    arbitrary: step('exchange names', fc.tuple(ids, ids), (model, [a = '', b = '']) => {
      const [first, second] = [model.pieces.get(a), model.pieces.get(b)]
      if (first === undefined || second === undefined || a === b) return
      if (first.language !== second.language) return
      const {slug} = first
      model.edit(a, {slug: second.slug}, 'updated')
      model.edit(b, {slug}, 'updated')
    }),
  },
  {weight: 1, arbitrary: step('retract', fc.tuple(ids), (model, [id = '']) => model.retract(id))},
  {weight: 1, arbitrary: step('remove', fc.tuple(ids), (model, [id = '']) => model.remove(id))},
  {weight: 1, arbitrary: step('break', fc.tuple(ids), (model, [id = '']) => model.break(id, true))},
  {
    weight: 2,
    arbitrary: step(
      'change number',
      fc.tuple(countries, languages, fc.option(numbers, {nil: undefined, freq: 4})),
      (model, [country = '', language = '', number]) => model.setNumber(country, language, number),
    ),
  },
)

const disturbed = fc
  .record({
    lives: fc.oneof(fc.constant(Infinity), fc.integer({min: 1, max: 60})),
    mishaps: fc.array(fc.constantFrom(...Object.keys(MISHAPS)), {maxLength: 6}),
    country: fc.option(countries, {nil: undefined, freq: 5}),
    isDown: fc.boolean(),
    // what happens while the mirror reads
    meanwhile: fc.array(fc.tuple(fc.integer({min: 1, max: 12}), edits), {maxLength: 4}),
  })
  .map(({lives, mishaps, country, isDown, meanwhile}): readonly [string, Step] => [
    `mirror for ${lives} with ${mishaps.join()}; ${meanwhile.map(([at, [name]]) => `${at}: ${name}`).join()}`,
    async (scene) => {
      if (isDown) await scene.api.stop()
      scene.api.mishaps.push(...mishaps.flatMap((name) => MISHAPS[name] ?? []))
      let requests = 0
      scene.api.onRequest = () => {
        requests += 1
        for (const [at, [, does]] of meanwhile) if (at === requests) does(scene.model)
      }
      await runMirror(scene, lives, country).catch(() => undefined)
      scene.api.mishaps.length = 0
      scene.api.onRequest = () => undefined
      if (isDown) await scene.api.start()
      await checkNotices(scene.store)
    },
  ])

const undisturbed: readonly [string, Step] = [
  'mirror',
  (scene) => runMirror(scene, Infinity, undefined).catch(() => undefined),
]

const steps = fc.oneof(
  {
    weight: 2,
    arbitrary: edits.map(([name, does]): readonly [string, Step] => [
      name,
      ({model}) => does(model),
    ]),
  },
  {weight: 1, arbitrary: disturbed},
  {weight: 1, arbitrary: fc.constant(undisturbed)},
)

/** What is held back may still be there, with a notice that is right. */
const checkEnd = async ({model, store}: ModelScene): Promise<void> => {
  const standing = standingFor(model)
  const held = await heldBy(store)
  for (const [id, article] of Object.entries(held)) {
    if (standing[id] !== undefined) continue
    const piece = model.pieces.get(id)
    expect([id, piece?.isBroken, piece?.isRetracted]).toEqual([id, true, false])
    expect(article?.crisisNotice).toEqual(model.notice('US', article?.language ?? ''))
  }
  expect(Object.fromEntries(Object.entries(held).filter(([id]) => id in standing))).toEqual(
    standing,
  )
}

const holdsOver = async (
  runs: number,
  openStore: (run: number) => MirrorStore,
): Promise<{readonly ends: number; readonly articles: number}> => {
  let run = 0
  let articles = 0
  await fc.assert(
    fc.asyncProperty(fc.array(steps, {minLength: 5, maxLength: 30}), async (story) => {
      run += 1
      const model = new PublisherModel()
      const scene = {model, api: await startTestApi(model), store: openStore(run)}
      try {
        for (const [, does] of story) await does(scene)
        // without a notice for anybody in the country the run says so, and holds nothing
        if (model.hasCountry('US')) await runMirror(scene, Infinity, undefined)
        else {
          await expect(runMirror(scene, Infinity, undefined)).rejects.toThrow('NOTICE_MISSING')
          expect(await scene.store.ids()).toEqual([])
        }
        await checkEnd(scene)
        articles += (await scene.store.ids()).length
      } finally {
        await scene.api.stop()
      }
    }),
    {numRuns: runs},
  )
  return {ends: run, articles}
}

describe('a mirror under everything at once', () => {
  it('ends equal to the publisher, in memory', async () => {
    const {articles} = await holdsOver(150, memoryStore)
    expect(articles).toBeGreaterThan(100)
  })

  it('ends equal to the publisher, in a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'throwline-mirror-model-'))
    try {
      const {articles} = await holdsOver(25, (run) => folderStore(join(folder, String(run))))
      expect(articles).toBeGreaterThan(10)
    } finally {
      await rm(folder, {recursive: true, force: true})
    }
  })

  it('would see a copy that is not as it should be', async () => {
    const model = new PublisherModel()
    model.publish('a')
    model.publish('b')
    const store = memoryStore()
    const scene = {model, store, api: await startTestApi(model)}
    try {
      await runMirror(scene, Infinity, undefined)
      await checkEnd(scene)
      model.edit('a', {title: 'Other'}, 'updated')
      await expect(checkEnd(scene)).rejects.toThrow('deeply equal')
      await runMirror(scene, Infinity, undefined)
      model.retract('b')
      await expect(checkEnd(scene)).rejects.toThrow('deeply equal')
    } finally {
      await scene.api.stop()
    }
  })
})
