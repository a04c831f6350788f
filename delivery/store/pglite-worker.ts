/**
 * The thread that owns the embedded database. PGlite computes on the thread that calls it, a
 * statement at a time, and starves whatever else runs there: so it has one to itself.
 */
import {parentPort, workerData} from 'node:worker_threads'
import {PGlite} from '@electric-sql/pglite'
import {OPENED} from './opened.ts'
import {type Failure, failureOf} from './statement-error.ts'

export interface Request {
  readonly id: number
  /** `query`: one statement. `script`: several, undone together when one fails. */
  readonly kind: 'query' | 'script' | 'close'
  readonly text: string
  readonly values: readonly unknown[]
}

export type Reply =
  | {
      readonly id: number
      readonly rows: readonly unknown[]
      readonly affected: number
    }
  | {readonly id: number; readonly failure: Failure}

const parent = parentPort
if (parent === null) throw new Error('pglite-worker.ts is the entry of a worker thread.')

const open = async (): Promise<PGlite> => {
  const folder: unknown = Reflect.get(Object(workerData), 'folder')
  return typeof folder === 'string' ? PGlite.create(folder) : PGlite.create()
}

const run = async (database: PGlite, request: Request): Promise<Reply> => {
  const {id, kind} = request
  switch (kind) {
    case 'query': {
      const result = await database.query(request.text, [...request.values])
      return {id, rows: result.rows, affected: result.affectedRows ?? 0}
    }
    case 'script': {
      try {
        const results = await database.exec(request.text)
        return {id, rows: results.flatMap(({rows}) => rows), affected: 0}
      } catch (error) {
        // a script that opened a transaction and failed leaves it open, and the session is shared
        await database.query('rollback').catch(() => {})
        throw error
      }
    }
    case 'close':
      await database.close()
  }
  return {id, rows: [], affected: 0}
}

// a thread's port has no origins, unlike a window
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const answer = (reply: Reply): void => parent.postMessage(reply)

try {
  const database = await open()
  parent.on('message', (request: Request) => {
    const failed = (error: unknown): Reply => ({id: request.id, failure: failureOf(error)})
    run(database, request)
      .catch(failed)
      .then(answer)
      // what cannot be cloned cannot be answered with
      .catch((error: unknown) => answer(failed(error)))
  })
  answer({id: OPENED, rows: [], affected: 0})
} catch (error) {
  answer({id: OPENED, failure: failureOf(error)})
}
