/** pg-boss on either database, in a schema of its own beside our tables. */
import {PgBoss} from 'pg-boss'
import type {Store} from './store.ts'

export interface QueueOptions {
  /** Called with what goes wrong in the background. */
  readonly onError: (error: Error) => void
}

/** A started queue; `stop()` it before the store is closed. */
export const openQueue = async (store: Store, {onError}: QueueOptions): Promise<PgBoss> => {
  const boss = new PgBoss({
    db: {executeSql: (text, values) => store.executeSql(text, values)},
    backend: store.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: 'throwline_queue',
  })
  boss.on('error', onError)
  await boss.start()
  return boss
}
