/** Pausing, going on, ending early, and trying the unknown again. Each works at once, in all workers. */
import {sql} from 'kysely'
import {CampaignError} from '../../errors.ts'
import type {CampaignState} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import {campaignById} from './status.ts'

const change = async (
  store: Store,
  id: number,
  from: readonly CampaignState[],
  to: CampaignState,
  verb: string,
  reason: string | null = null,
): Promise<void> => {
  const changed = await store.db
    .updateTable('campaigns')
    .set({
      state: to,
      pause_reason: reason,
      ...(to === 'cancelled' && {finished_at: sql`now()`}),
      ...(to === 'running' && {resumed_at: sql`now()`}),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) return
  const {state} = await campaignById(store, id)
  if (state === to) return
  throw new CampaignError(
    'CAMPAIGN_STATE',
    `Campaign ${id} is ${state} and cannot be ${verb}. throwline send status ${id} shows where it stands.`,
  )
}

/** What is under way ends; nothing more begins. */
export const pauseCampaign = (store: Store, id: number, reason: string): Promise<void> =>
  change(store, id, ['scheduled', 'running'], 'paused', 'paused', reason)

/** What paused it is forgotten: a person looked, and the shares are reckoned from now on. */
export const resumeCampaign = (store: Store, id: number): Promise<void> =>
  change(store, id, ['paused', 'scheduled'], 'running', 'resumed')

/** For good: what is still queued stays so, and is never sent. */
export const cancelCampaign = (store: Store, id: number): Promise<void> =>
  change(store, id, ['scheduled', 'running', 'paused'], 'cancelled', 'cancelled')

/**
 * Puts the unknown back into the queue. Some of them will have two copies, which their mail programs
 * can tell by the Message-ID: it is the same. Gives how many.
 */
export const retryUnknown = async (store: Store, id: number): Promise<number> => {
  const {state} = await campaignById(store, id)
  if (state === 'cancelled') {
    throw new CampaignError(
      'CAMPAIGN_STATE',
      `Campaign ${id} was cancelled: nothing of it is sent again. Send the digest anew with --again.`,
    )
  }
  return store.db.transaction().execute(async (db) => {
    const changed = await db
      .updateTable('deliveries')
      .set({state: 'queued', worker: null, due_at: sql`now()`, updated_at: sql`now()`})
      .where('campaign_id', '=', id)
      .where('state', '=', 'unknown')
      .executeTakeFirst()
    const count = Number(changed.numUpdatedRows)
    if (count > 0) {
      await db
        .updateTable('campaigns')
        .set({state: 'running', finished_at: null})
        .where('id', '=', id)
        .where('state', '=', 'done')
        .execute()
    }
    return count
  })
}
