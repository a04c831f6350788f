/**
 * Events that others tell us of, each acted upon once however often it comes. It is remembered after it
 * was acted upon: one that fails, or that a crash cuts short, is acted upon when it is told again.
 */
import {createHash} from 'node:crypto'
import {sql} from 'kysely'
import type {Store} from '../store/store.ts'

/** Days. Twilio's signature has no time in it: what was kept of one can be sent again this long after. */
const REMEMBERED = 400
/** Milliseconds between looks for what need not be remembered any more. */
const SWEEP = 3_600_000

export interface InboundEvent {
  /** Whose ids they are, e.g. `twilio`. */
  readonly source: string
  readonly id: string
}

export interface Once {
  /** False, and `act` not called, when the event was acted upon before. Rejects when `act` does. */
  act(event: InboundEvent, act: () => Promise<void>): Promise<boolean>
}

/** The id of a message is somebody's: what is kept of it cannot be looked up with its provider. */
const keyOf = ({source, id}: InboundEvent): string =>
  createHash('sha256').update(`${source}\n${id}`).digest('hex')

export const onceIn = ({db}: Pick<Store, 'db'>): Once => {
  const underWay = new Map<string, Promise<boolean>>()
  let nextSweep = 0

  const sweep = async (): Promise<void> => {
    if (Date.now() < nextSweep) return
    nextSweep = Date.now() + SWEEP
    await sql`
      delete from inbound_events where at < now() - make_interval(days => ${REMEMBERED})`.execute(
      db,
    )
  }

  const first = async (key: string, act: () => Promise<void>): Promise<boolean> => {
    const known = await db
      .selectFrom('inbound_events')
      .select('key')
      .where('key', '=', key)
      .executeTakeFirst()
    if (known !== undefined) return false
    await act()
    await db
      .insertInto('inbound_events')
      .values({key})
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await sweep()
    return true
  }

  return Object.freeze({
    act: async (event: InboundEvent, act: () => Promise<void>): Promise<boolean> => {
      const key = keyOf(event)
      const before = underWay.get(key)
      // told twice at once, the second waits for how the first ends
      const own = (before ?? Promise.resolve(false)).catch(() => false).then(() => first(key, act))
      underWay.set(key, own)
      try {
        return await own
      } finally {
        if (underWay.get(key) === own) underWay.delete(key)
      }
    },
  })
}
