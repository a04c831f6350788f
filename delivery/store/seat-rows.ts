/** Rows of seats, which say to whoever looks into the table what process holds what. */
import {type Kysely, sql} from 'kysely'
import type {Schema} from './schema.ts'
import type {Seats} from './seat.ts'

/** Clears away the rows of those seats that no delivery names. A number is never given twice. */
export const clearSeats = async (db: Kysely<Schema>, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return
  // only open deliveries name a seat, and these have an index
  await sql`
    delete from workers where id = any(${sql.val([...ids])}::integer[]) and not exists (
      select from deliveries where worker = workers.id and state in ('queued', 'sending'))`.execute(
    db,
  )
}

/** The same, for the one who leaves: a row that cannot be cleared away now is swept away later. */
export const clearOwnSeat = (db: Kysely<Schema>, id: number): Promise<void> =>
  clearSeats(db, [id]).catch(() => {})

/** What processes left that were killed with nothing in their hands. */
export const sweepSeats = async (db: Kysely<Schema>, dead: Seats['dead']): Promise<void> => {
  const rows = await db.selectFrom('workers').select('id').execute()
  await clearSeats(db, await dead(rows.map(({id}) => id)))
}
