/** One writer a folder. The lock names its holder; a holder that died leaves a lock that is taken over. */
import {readFileSync} from 'node:fs'
import {open, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {LakeError} from '../../errors.ts'
import {field, parseJson} from '../json.ts'

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
    const value = parseJson(source)
    const pid = field(value, 'pid')
    const start = field(value, 'began')
    return typeof pid === 'number' && typeof start === 'string' ? {pid, began: start} : undefined
  } catch {
    return undefined
  }
}

const readOrNothing = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return ''
    throw error
  }
}

const create = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      const holder: Holder = {pid: process.pid, began: began(process.pid)}
      await file.writeFile(`${JSON.stringify(holder)}\n`)
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Gives what releases it. Throws LakeError LAKE_LOCKED with the holder's process id. */
export const lock = async (folder: string): Promise<() => Promise<void>> => {
  const path = join(folder, 'lock')
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(path)) return () => rm(path, {force: true})
    const source = await readOrNothing(path)
    const holder = parseHolder(source)
    if (holder !== undefined && isAlive(holder)) {
      throw new LakeError(
        'LAKE_LOCKED',
        `${folder} is in use by process ${holder.pid}. Stop that lake, or give this one a folder of its own with --data.`,
      )
    }
    // two may find the same dead holder: only the one that renames that very lock goes on
    const aside = `${path}.${process.pid}.${attempt}`
    try {
      await rename(path, aside)
    } catch (error) {
      if (hasCode(error, 'ENOENT')) continue
      throw error
    }
    if ((await readOrNothing(aside)) === source) await rm(aside, {force: true})
    else await rename(aside, path)
  }
  throw new LakeError(
    'LAKE_LOCKED',
    `${folder} is being opened by several lakes at once. Start one, and give the others folders of their own with --data.`,
  )
}
