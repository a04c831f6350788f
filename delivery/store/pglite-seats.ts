/** Seats of the embedded database: all are taken by this process, or left by a dead one. */
import type {Kysely} from 'kysely'
import type {Schema} from './schema.ts'
import type {Seats} from './seat.ts'

export const pgliteSeats = (db: Kysely<Schema>): Seats => {
  const alive = new Set<number>()
  return {
    take: async (about) => {
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
        },
      }
    },
    dead: async (ids) => ids.filter((id) => !alive.has(id)),
  }
}
