/** A part of a build: which articles belong to it, on any machine and in any order of the dataset. */
import {createHash} from 'node:crypto'

export interface Shard {
  /** From 1. */
  readonly number: number
  readonly of: number
}

/** By a hash of the id alone, so that an article stays in its shard when others come and go. */
export const isInShard = (articleId: string, {number, of}: Shard): boolean =>
  createHash('sha256').update(articleId).digest().readUIntBE(0, 6) % of === number - 1
