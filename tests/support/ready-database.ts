/**
 * The embedded database with its tables and nothing in them, for tests that do not ask how it is made:
 * PGlite takes some ten times as long to make one as to copy its files.
 */
import {existsSync} from 'node:fs'
import {cp, mkdtemp, rename, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openStore, type Store} from '../../delivery/store/store.ts'

/** Of two processes that make one at the same time, one comes too late. */
const madeOnce = async (): Promise<string> => {
  const place = join(tmpdir(), 'throwline-made-once')
  if (existsSync(place)) return place
  const own = await mkdtemp(`${place}-`)
  const store = await openStore({data: own})
  await store.close()
  await rename(own, place).catch((error: unknown) => {
    if (!existsSync(place)) throw error
  })
  return place
}

/** A folder for THROWLINE_DATA; the caller removes it. */
export const readyData = async (prefix: string): Promise<string> => {
  const from = await madeOnce()
  const data = await mkdtemp(join(tmpdir(), prefix))
  await cp(from, data, {recursive: true})
  return data
}

/** A store in a folder of its own, which goes when it is closed. */
export const openReadyStore = async (): Promise<Store> => {
  const data = await readyData('throwline-ready-')
  const store = await openStore({data})
  const close = async (): Promise<void> => {
    await store.close()
    await rm(data, {recursive: true, force: true})
  }
  return Object.freeze({...store, close})
}

/**
 * A folder for THROWLINE_DATA whose database this process has open and lends, as `throwline serve`
 * does: each command that borrows it is spared opening it. The caller removes the folder.
 */
export const lentData = async (
  prefix: string,
): Promise<{readonly data: string; takeBack(): Promise<void>}> => {
  const data = await readyData(prefix)
  const owner = await openStore({data, lends: true})
  return {data, takeBack: owner.close}
}
