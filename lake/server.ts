/** The local Content Lake: what it is, and what it is not, is in README.md beside this file. */
import {resolve} from 'node:path'
import {LakeError} from '../errors.ts'
import {AssetStore} from './assets/asset-store.ts'
import {createApp} from './http/app.ts'
import {Guard, isLoopbackHost} from './http/guard.ts'
import {Hub} from './listen/hub.ts'
import {moveAssets} from './seed/move-assets.ts'
import {readSeed} from './seed/seed.ts'
import {serve} from './serve.ts'
import {Store} from './store/store.ts'
import {KeyValues} from './users/key-values.ts'

const MEGABYTE = 1024 * 1024

export interface LakeOptions {
  /** The folder that keeps everything. Made when it is not there. */
  readonly data: string
  /** A dataset file that fills the folder when it is empty. */
  readonly dataset?: string
  /** 0, or nothing: a free one. */
  readonly port?: number
  /** Where to listen: `127.0.0.1` when absent. Elsewhere than on the loopback a token is needed. */
  readonly host?: string
  /** What clients must send as `Authorization: Bearer`. */
  readonly token?: string
  /** `local` when absent. */
  readonly projectId?: string
  /** `production` when absent. */
  readonly datasetName?: string
  /** Bytes of a JSON body (32 MB when absent) and of an asset (256 MB). */
  readonly limits?: {readonly json?: number; readonly asset?: number}
  /** Bytes of log that make a new snapshot: 64 MB when absent. */
  readonly compactAt?: number
  /** Hears what an operator should know: a torn record, a snapshot that failed. */
  readonly onNotice?: (message: string) => void
}

export interface Lake {
  /** `http://localhost:3900` */
  readonly url: string
  readonly port: number
  readonly projectId: string
  readonly datasetName: string
  /** How many documents there are now. */
  readonly size: () => number
  /** Where the documents came from when it started. */
  readonly seeded: {readonly documents: number; readonly assets: number} | undefined
  /** Ends all connections and closes the log. */
  readonly close: () => Promise<void>
}

const hostOf = (address: string): string => (address.includes(':') ? `[${address}]` : address)

/** Throws LakeError when it cannot start, SourceError when the dataset cannot be read. */
export const startLake = async (options: LakeOptions): Promise<Lake> => {
  const {
    host = '127.0.0.1',
    port = 0,
    token,
    projectId = 'local',
    datasetName = 'production',
    onNotice = () => undefined,
  } = options
  const isLocal = isLoopbackHost(hostOf(host))
  if (!isLocal && token === undefined) {
    throw new LakeError(
      'LAKE_TOKEN_NEEDED',
      `On ${host} others can reach the lake, and it would let them write. Give a token with --token.`,
    )
  }
  const folder = resolve(options.data)
  const store = await Store.open({
    folder,
    onNotice,
    ...(options.compactAt !== undefined && {compactAt: options.compactAt}),
  })
  try {
    const assets = await AssetStore.open(folder)
    const keyValues = await KeyValues.open(folder)
    const nameOf = (actual: number): string =>
      `http://${isLocal ? 'localhost' : hostOf(host)}:${actual}`
    let seeded: Lake['seeded']
    if (store.isNew && options.dataset !== undefined) {
      const place = {projectId, dataset: datasetName, origin: nameOf(port)}
      const seed = await readSeed(options.dataset, assets, place)
      await store.seed(seed.documents)
      seeded = {documents: seed.documents.length - seed.assets, assets: seed.assets}
    }
    const hub = new Hub(store)
    let url = nameOf(port)
    const app = createApp(
      {
        store,
        hub,
        assets,
        keyValues,
        projectId,
        dataset: datasetName,
        origin: () => url,
        limits: {
          json: options.limits?.json ?? 32 * MEGABYTE,
          asset: options.limits?.asset ?? 256 * MEGABYTE,
        },
      },
      new Guard({token, anyHost: !isLocal}),
    )
    const serving = await serve(app, host, port)
    url = nameOf(serving.port)
    await moveAssets(store, url)
    return Object.freeze({
      url,
      port: serving.port,
      projectId,
      datasetName,
      size: () => store.size,
      seeded,
      close: async () => {
        hub.close()
        await serving.close()
        await store.close()
      },
    })
  } catch (error) {
    await store.close()
    throw error
  }
}
