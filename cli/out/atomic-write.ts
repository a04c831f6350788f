/** Files that are either the old one or the new one, whenever the process dies. */
import {randomBytes} from 'node:crypto'
import {mkdir, open, readFile, readdir, rename, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

/** `.<name>.<random>.throwline-tmp`, beside the file it becomes. */
const SUFFIX = '.throwline-tmp'

const readIfThere = async (file: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes beside, fsyncs, renames; leaves a file alone that already holds `bytes`. Tells whether it
 * wrote. Throws the file system's error, and then the old file still stands.
 */
export const writeAtomically = async (file: string, bytes: Uint8Array): Promise<boolean> => {
  const present = await readIfThere(file)
  if (present !== undefined && present.equals(bytes)) return false
  await mkdir(dirname(file), {recursive: true})
  const beside = join(
    dirname(file),
    `.${basename(file)}.${randomBytes(6).toString('hex')}${SUFFIX}`,
  )
  try {
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, {force: true})
    throw error
  }
  return true
}

/** Removes what killed runs left half-written below `folder`. */
export const sweep = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  const leftovers = entries.filter((entry) => entry.isFile() && entry.name.endsWith(SUFFIX))
  await Promise.all(leftovers.map((entry) => rm(join(entry.parentPath, entry.name), {force: true})))
}
