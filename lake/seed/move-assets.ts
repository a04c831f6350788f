/** The addresses of assets begin with the lake's own. When that has changed, so do they. */
import {text} from '../json.ts'
import type {Store} from '../store/store.ts'
import {transact} from '../transactions/transact.ts'

const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset'] as const
/** An address that a lake once gave, and not one of Sanity's own servers. */
const OF_A_LAKE = /^http:\/\/[^/]+(\/(?:images|files)\/.+)$/

export const moveAssets = async (store: Store, origin: string): Promise<void> => {
  const moved = ASSET_TYPES.flatMap((type) => [...store.indexes.ofType(type)]).flatMap((id) => {
    const url = text(store.get(id)?.['url']) ?? ''
    const path = OF_A_LAKE.exec(url)?.[1]
    return path === undefined || url === `${origin}${path}` ? [] : [{id, url: `${origin}${path}`}]
  })
  if (moved.length === 0) return
  await transact({store, identity: 'lake', dryRun: false}, (staging) => {
    for (const [index, {id, url}] of moved.entries()) staging.patch(id, {set: {url}}, index)
  })
}
