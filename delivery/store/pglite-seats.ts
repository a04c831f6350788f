/** Seats of the embedded database: all are taken by this process, or left by a dead one. */
import type {Kysely} from 'kysely'
import type {Schema} from './schema.ts'
import {clearOwnSeat, sweepSeats} from './seat-rows.ts'
import type {Seats} from './seat.ts'

export const pgliteSeats = (db: Kysely<Schema>): Seats => {
  const alive = new Set<number>()
  const dead: Seats['dead'] = async (ids) => ids.filter((id) => !alive.has(id))
  let swept: Promise<void> | undefined
  return {
    take: async (about) => {
      // once, before the first: whatever is there then is of processes that have ended
      swept ??= sweepSeats(db, dead)
      await swept
      const {id} = await db
        .insertInto('workers')
        .values({about})
        .returning('id')
        .executeTakeFirstOrThrow()
      alive.add(id)
      return {
        id,
        lost: new AbortController().signal,
        leave: async () => {
          alive.delete(id)
          await clearOwnSeat(db, id)
        },
      }
    },
    dead,
  }
}
