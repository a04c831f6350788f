/** Where a mirror keeps its copies: memory-store.ts, folder.ts, or one of your own. */
import type {PartnerArticle} from '../types.ts'

export interface MirrorState {
  /** What the copies are of: publisher, country and selection. */
  readonly scope: string
  /** The copies are as fresh as this, at least. */
  readonly cursor: string
  /** When all copies are compared with the list again: milliseconds of the epoch. */
  readonly nextLook: number
}

/**
 * Each call is whole or has not happened, wherever the process is killed, and what it did is there
 * after the next start. A copy that cannot be read any more is not there.
 */
export interface MirrorStore {
  state(): Promise<MirrorState | undefined>
  saveState(state: MirrorState): Promise<void>
  ids(): Promise<readonly string[]>
  get(id: string): Promise<PartnerArticle | undefined>
  put(article: PartnerArticle): Promise<void>
  /** Whether there was one. */
  remove(id: string): Promise<boolean>
}
