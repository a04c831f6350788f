/** Names of files that are being written: beside the file they become, and swept when a run was killed. */
import {randomBytes} from 'node:crypto'
import {readdir, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

const SUFFIX = '.throwline-tmp'

/** This thread's own, so that no two threads or processes ever name the same file. */
const thread = randomBytes(6).toString('hex')
let files = 0

/** `.<name>.<thread>-<number>.throwline-tmp`, in the same folder. */
export const besideName = (file: string): string => {
  files += 1
  return join(dirname(file), `.${basename(file)}.${thread}-${files}${SUFFIX}`)
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Removes what killed runs left half-written in `folder`; `deep`: and in every folder below. */
export const sweep = async (folder: string, deep: boolean): Promise<void> => {
  const entries = await readdir(folder, {recursive: deep, withFileTypes: true}).catch(() => [])
  const leftovers = entries.filter((entry) => entry.isFile() && entry.name.endsWith(SUFFIX))
  await Promise.all(leftovers.map((entry) => rm(join(entry.parentPath, entry.name), {force: true})))
}
