import type {LakeDocument} from '../document.ts'
import type {JsonObject} from '../json.ts'

/** What one transaction did to one document. */
export interface Change {
  readonly id: string
  /** Undefined: it was created. */
  readonly before: LakeDocument | undefined
  /** Undefined: it was deleted. */
  readonly after: LakeDocument | undefined
  /** As a client may replay them, in order. Not kept on disk: empty after a restart. */
  readonly mutations: readonly JsonObject[]
}

/** All or nothing. */
export interface Transaction {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly timestamp: string
  readonly identity: string
  readonly changes: readonly Change[]
}
