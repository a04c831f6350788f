/** Seats of PostgreSQL: each is an advisory lock, held by a session that does nothing else. */
import type {Kysely} from 'kysely'
import {sql} from 'kysely'
import type pg from 'pg'
import type {Schema} from './schema.ts'
import {clearOwnSeat, sweepSeats} from './seat-rows.ts'
import type {Seats} from './seat.ts'

/** The first of the lock's two numbers; the second is the seat's. */
const SPACE = 0x7468_726f // "thro"

/** The row is seen by others once the lock is held: none is swept away in between. */
const sitDown = async (client: pg.Client, about: string): Promise<number> => {
  await client.query('begin')
  const {rows} = await client.query('insert into workers (about) values ($1) returning id', [about])
  const id = Number(rows[0]?.id)
  await client.query('select pg_advisory_lock($1, $2)', [SPACE, id])
  await client.query('commit')
  return id
}

export const postgresSeats = (db: Kysely<Schema>, connect: () => Promise<pg.Client>): Seats => {
  const dead: Seats['dead'] = async (ids) => {
    if (ids.length === 0) return []
    // whoever gets the lock knows that nobody holds it, and lets it go with the statement
    const {rows} = await sql<{id: number}>`
      select id from unnest(${sql.val([...ids])}::integer[]) as seat(id)
      where pg_try_advisory_xact_lock(${SPACE}, id)`.execute(db)
    return rows.map(({id}) => id)
  }
  return {
    take: async (about) => {
      await sweepSeats(db, dead)
      const lost = new AbortController()
      const client = await connect()
      client.on('error', (error) => lost.abort(error))
      client.on('end', () => lost.abort(new Error('The connection that holds the seat has ended.')))
      try {
        const id = await sitDown(client, about)
        const leave = async (): Promise<void> => {
          await client.end()
          await clearOwnSeat(db, id)
        }
        return {id, lost: lost.signal, leave}
      } catch (error) {
        await client.end()
        throw error
      }
    },
    dead,
  }
}
