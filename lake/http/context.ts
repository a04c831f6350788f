/** What every route works with. */
import type {AssetStore} from '../assets/asset-store.ts'
import type {Hub} from '../listen/hub.ts'
import type {Store} from '../store/store.ts'
import type {KeyValues} from '../users/key-values.ts'

export interface LakeContext {
  readonly store: Store
  readonly hub: Hub
  readonly assets: AssetStore
  readonly keyValues: KeyValues
  readonly projectId: string
  readonly dataset: string
  /** Where clients reach the lake: `http://localhost:3900`. */
  readonly origin: () => string
  /** Bytes of a JSON body, and of an asset. */
  readonly limits: {readonly json: number; readonly asset: number}
}
