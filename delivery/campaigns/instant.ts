/** The time by which a ledger goes: the database's, the same for every worker; a test brings its own. */
import {type RawBuilder, sql} from 'kysely'

export type Clock = () => Date | undefined

export const databaseClock: Clock = () => undefined

export const instant = (clock: Clock): RawBuilder<Date> =>
  sql<Date>`coalesce(${clock() ?? null}::timestamptz, clock_timestamp())`

/** For what is reckoned here. */
export const nowOf = (clock: Clock): Date => clock() ?? new Date()
