/**
 * Token buckets in the database, so that all workers together keep a rate. One a channel when the
 * campaign has a rate, and one a recipient domain from when that domain first asks for less.
 */
import {type RawBuilder, sql} from 'kysely'
import type {Store} from '../store/store.ts'
import {type Clock, instant} from './instant.ts'

export interface Grant {
  readonly key: string
  readonly granted: number
  /** Milliseconds until the next token. */
  readonly wait: number
  /** Tokens a second. */
  readonly rate: number
}

/** A bucket of `rate` tokens a second, and as many at once; an existing one takes the rate. */
export const setRate = async (
  {db}: Store,
  key: string,
  rate: number,
  clock: Clock,
): Promise<void> => {
  await sql`
    insert into buckets (key, tokens, filled_at, rate)
    values (${key}, ${Math.max(rate, 1)}::float8, ${instant(clock)}, ${rate}::float8)
    on conflict (key) do update set rate = excluded.rate`.execute(db)
}

/** A domain that has not asked for less again gets twice as much each minute. */
const RECOVERY = 60
/** Doublings; more than any rate needs. */
const MOST_DOUBLINGS = 30

const recovered = (moment: RawBuilder<unknown>) => sql<number>`buckets.rate * case
  when buckets.held_until is null or buckets.held_until > ${moment} then 1
  else power(2, least(${MOST_DOUBLINGS}::float8,
    extract(epoch from ${moment} - buckets.held_until)::float8 / ${RECOVERY}::float8))
  end`

/** How many of the wanted may go now. Keys that have no bucket are not in the answer: all may go. */
export const take = async (
  {db}: Store,
  wanted: ReadonlyMap<string, number>,
  clock: Clock,
): Promise<ReadonlyMap<string, Grant>> => {
  if (wanted.size === 0) return new Map()
  const given = [...wanted].map(([key, count]) => ({key, count}))
  // locked in one order, so that two workers cannot wait for each other
  const {rows} = await sql<Grant>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(key text, count integer)
    ), locked as (
      select buckets.key, count, held_until, moment, tokens, filled_at,
        ${recovered(sql.ref('moment'))} as rate
      from buckets join given on given.key = buckets.key, (select ${instant(clock)} as moment) as clock
      order by buckets.key for update of buckets
    ), full_by_now as (
      select *, least(greatest(rate, 1),
        tokens + rate * greatest(0, extract(epoch from moment - filled_at)::float8)) as filled
      from locked
    ), reckoned as (
      select *, case when held_until > moment then 0 else least(count, floor(filled)) end as granted
      from full_by_now
    )
    update buckets set tokens = filled - granted, filled_at = moment
    from reckoned where buckets.key = reckoned.key
    returning buckets.key, granted::integer as granted, reckoned.rate,
      greatest(0, extract(epoch from reckoned.held_until - moment)::float8 * 1000,
        1000 * (1 - (filled - granted)) / reckoned.rate)::float8 as wait`.execute(db)
  return new Map(rows.map((row) => [row.key, row]))
}

export interface SlowDown {
  /** Of a bucket that there was none of. */
  readonly rate: number
  /** Milliseconds in which it gives nothing. */
  readonly hold: number
}

/** Tokens a second; a domain that asks for less and less is still tried every ten seconds. */
const SLOWEST = 0.1

/** Gives nothing for a while, and half as much afterwards. Asked by many at once, it halves once. */
export const slowDown = async (
  {db}: Store,
  keys: readonly string[],
  {rate, hold}: SlowDown,
  clock: Clock,
): Promise<void> => {
  for (const key of [...new Set(keys)].toSorted()) {
    await sql`
      insert into buckets (key, tokens, filled_at, rate, held_until)
      values (${key}, 0, ${instant(clock)}, ${rate}::float8,
        ${instant(clock)} + make_interval(secs => ${hold / 1000}))
      on conflict (key) do update set
        tokens = 0, filled_at = excluded.filled_at, held_until = excluded.held_until,
        rate = greatest(${SLOWEST}, ${recovered(sql.raw('excluded.filled_at'))} / 2)
      where buckets.held_until is null or buckets.held_until <= excluded.filled_at`.execute(db)
  }
}

/** Domains that have not asked again for an hour are sent to as others are. */
export const forgetSlow = async ({db}: Store, clock: Clock): Promise<void> => {
  await sql`delete from buckets
    where held_until < ${instant(clock)} - interval '1 hour' and key like 'domain:%'`.execute(db)
}
