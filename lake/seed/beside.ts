/** Files that lie beside a dataset. */
import {readFile, realpath} from 'node:fs/promises'
import {isAbsolute, join, sep} from 'node:path'
import {SourceError} from '../../errors.ts'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/**
 * The bytes of `path` below `folder`; undefined when there is none. Throws SourceError
 * SOURCE_PATH_REFUSED for a path that leads out, by dots or by links.
 */
export const readBeside = async (
  folder: string,
  path: string,
  source: string,
): Promise<Uint8Array | undefined> => {
  const refused = (): SourceError =>
    new SourceError({
      code: 'SOURCE_PATH_REFUSED',
      source,
      message: `${JSON.stringify(path.slice(0, 200))} leads out of the dataset's folder. Put the file beside the dataset and name it from there.`,
    })
  const wanted = join(folder, path)
  const isBelow = wanted.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)
  if (isAbsolute(path) || path.includes('\0') || !isBelow) throw refused()
  try {
    const real = await realpath(wanted)
    if (!real.startsWith(`${await realpath(folder)}${sep}`)) throw refused()
    return await readFile(real)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
