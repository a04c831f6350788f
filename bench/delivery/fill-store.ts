/** Subscribers as an import leaves them; the import has a bench of its own. */
import {sql} from 'kysely'
import type {Store} from '../../delivery/store/store.ts'

/** At 500 domains. */
export const fillStore = async ({db}: Store, count: number): Promise<void> => {
  await sql`
    insert into subscribers (channel, address, address_key, suppression_key, destination, country,
      language, time_zone, state, consent_at, consent_source)
    select 'email', address, address, md5(address), 'mail' || n % 500 || '.example', 'US', 'en',
      'America/New_York', 'active', now(), 'bench'
    from (select n, 'reader' || n || '@mail' || n % 500 || '.example' as address
      from generate_series(1, ${count}::integer) as n) as reader`.execute(db)
}
