/** One holder a folder. The lock names its process; what a dead one left is taken over. */
import {randomBytes} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {link, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

interface Holder {
  readonly pid: number
  /** When the process began, as the kernel counts: a number used anew is another process. */
  readonly began: string
}

/** Field 22 of /proc/<pid>/stat; empty where there is no such file. */
const began = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const isAlive = ({pid, began: then}: Holder): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
  const now = began(pid)
  return now === '' || then === '' || now === then
}

const parseHolder = (source: string): Holder | undefined => {
  try {
    const value: unknown = JSON.parse(source)
    if (typeof value !== 'object' || value === null) return undefined
    if (!('pid' in value) || !('began' in value)) return undefined
    const {pid, began: start} = value
    return typeof pid === 'number' && typeof start === 'string' ? {pid, began: start} : undefined
  } catch {
    return undefined
  }
}

const holderOf = async (path: string): Promise<Holder | undefined> => {
  try {
    return parseHolder(await readFile(path, 'utf8'))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Whole at once: nobody may see a lock that does not say whose it is yet. */
const create = async (path: string): Promise<boolean> => {
  const building = `${path}.${randomBytes(8).toString('hex')}`
  const holder: Holder = {pid: process.pid, began: began(process.pid)}
  await writeFile(building, `${JSON.stringify(holder)}\n`, {mode: 0o600, flag: 'wx'})
  try {
    await link(building, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(building, {force: true})
  }
}

const ATTEMPTS = 20
const PAUSE_MS = 10

/** Removes the lock of a holder that died. Of several that found it, one at a time. */
const takeAway = async (path: string): Promise<void> => {
  const turn = `${path}.turn`
  if (!(await create(turn))) {
    const other = await holderOf(turn)
    if (other === undefined || !isAlive(other)) await rm(turn, {force: true})
    return
  }
  try {
    // it may be another's by now
    const holder = await holderOf(path)
    if (holder === undefined || !isAlive(holder)) await rm(path, {force: true})
  } finally {
    await rm(turn, {force: true})
  }
}

/**
 * Gives what releases `<folder>/lock`. Throws what `refuse` makes of the holder's process id, or of
 * nothing when several open the folder at once.
 */
export const lockFolder = async (
  folder: string,
  refuse: (pid: number | undefined) => Error,
): Promise<() => Promise<void>> => {
  const path = join(folder, 'lock')
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(path)) return () => rm(path, {force: true})
    const holder = await holderOf(path)
    if (holder !== undefined && isAlive(holder)) throw refuse(holder.pid)
    await takeAway(path)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  throw refuse(undefined)
}
