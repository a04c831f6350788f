/** A publisher and a mirror of it. */
import {
  memoryStore,
  mirror,
  type MirrorEvent,
  type MirrorOptions,
  type MirrorStore,
} from '../../client/index.ts'
import {openScene, type Scene} from './scene.ts'

/** Once, and what it told. */
export const mirrorOnce = async (
  {client}: Pick<Scene, 'client'>,
  store: MirrorStore,
  options: Partial<MirrorOptions> = {},
): Promise<readonly MirrorEvent[]> => {
  const events: MirrorEvent[] = []
  await mirror({
    client,
    store,
    follow: false,
    onEvent: (event) => events.push(event),
    wait: async () => undefined,
    ...options,
  })
  return events
}

/** A publisher of 20 articles, all mirrored. */
export const openMirrored = async () => {
  const scene = await openScene()
  const store = memoryStore()
  for (let number = 10; number < 30; number += 1) scene.model.publish(`a${number}`)
  await mirrorOnce(scene, store)
  const before = scene.api.requests.length
  return {...scene, store, asked: () => scene.api.requests.slice(before).map(({path}) => path)}
}

export const thrown = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )
