/**
 * The secret that signs links and hashes addresses. It outlives every restart: with another one the
 * links in sent mails are dead, and nobody who left would be recognised.
 */
import {createHmac, randomBytes} from 'node:crypto'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {StoreError} from '../../errors.ts'
import type {Store} from './store.ts'

const BYTES = 32

const readOrNothing = async (path: string): Promise<string | undefined> => {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** `<folder>/secret`, made when it is not there; only this user may read it. */
export const keptSecret = async (folder: string): Promise<string> => {
  const path = join(folder, 'secret')
  const kept = await readOrNothing(path)
  if (kept !== undefined && kept !== '') return kept
  await mkdir(folder, {recursive: true, mode: 0o700})
  const made = randomBytes(BYTES).toString('base64url')
  try {
    await writeFile(path, `${made}\n`, {mode: 0o600, flag: 'wx'})
    return made
  } catch (error) {
    // another process was faster; its secret counts
    const other = await readOrNothing(path)
    if (other !== undefined && other !== '') return other
    throw error
  }
}

/** Throws StoreError STORE_SECRET_CHANGED when the database was begun with another secret. */
export const holdToSecret = async (store: Store, secret: string): Promise<void> => {
  const value = createHmac('sha256', secret).update('throwline: which secret').digest('hex')
  await store.db
    .insertInto('settings')
    .values({name: 'secret', value})
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const kept = await store.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'secret')
    .executeTakeFirstOrThrow()
  if (kept.value === value) return
  throw new StoreError(
    'STORE_SECRET_CHANGED',
    'The database was begun with another secret: whoever unsubscribed would not be recognised. Set THROWLINE_SECRET to the one that was used before, or bring back the file "secret" of the data folder.',
  )
}
