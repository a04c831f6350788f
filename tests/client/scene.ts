/** A publisher with its API, closed after the test, and a client that does not wait long. */
import {onTestFinished} from 'vitest'
import {
  type Client,
  createClient,
  type MirrorStore,
  type PartnerArticle,
} from '../../client/index.ts'
import type {RequestOptions} from '../../client/request.ts'
import {PublisherModel} from './publisher-model.ts'
import {KEY, startTestApi, type TestApi} from './test-api.ts'

export interface Scene {
  readonly model: PublisherModel
  readonly api: TestApi
  readonly client: Client
  clientWith(options: Partial<RequestOptions>): Client
}

export const openScene = async (): Promise<Scene> => {
  const model = new PublisherModel()
  const api = await startTestApi(model)
  onTestFinished(() => api.stop())
  const clientWith = (options: Partial<RequestOptions>): Client =>
    createClient({url: api.url, key: KEY, firstWait: 1, ...options})
  return {model, api, client: clientWith({}), clientWith}
}

/** What a store holds, by id. */
export const heldBy = async (
  store: MirrorStore,
): Promise<Readonly<Record<string, PartnerArticle | undefined>>> => {
  const ids = (await store.ids()).toSorted()
  return Object.fromEntries(
    await Promise.all(ids.map(async (id) => [id, await store.get(id)] as const)),
  )
}

/**
 * As when the time of its next look has come. What is due already stays so: no time that passes makes a
 * mirror forget that a notice has changed.
 */
export const makeLookDue = async (store: MirrorStore): Promise<void> => {
  const state = await store.state()
  if (state === undefined) throw new Error('no state')
  await store.saveState({...state, nextLook: Math.min(state.nextLook, 1)})
}

/** What a mirror should hold for readers in the country, by id. */
export const standingFor = (
  model: PublisherModel,
  country = 'US',
): Readonly<Record<string, PartnerArticle | undefined>> =>
  Object.fromEntries(
    model
      .standing()
      .map((piece) => [piece.id, model.article(piece, country)] as const)
      .filter(([, article]) => article !== undefined)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  )
