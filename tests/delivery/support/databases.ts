/** Both databases, for suites that run once on each. */
import {openStore, type Store} from '../../../delivery/store/store.ts'
import {openReadyStore} from '../../support/ready-database.ts'
import {startPostgres} from './postgres.ts'

export interface DatabaseForTests {
  /** A new, empty store. */
  open(): Promise<Store>
  stop(): Promise<void>
}

export const DATABASES: readonly (readonly [
  name: string,
  start: () => Promise<DatabaseForTests>,
])[] = [
  ['embedded', async () => ({open: openReadyStore, stop: async () => {}})],
  [
    'PostgreSQL',
    async () => {
      const server = await startPostgres()
      return {
        open: async () => openStore({databaseUrl: await server.url()}),
        stop: server.stop,
      }
    },
  ],
]
