/** Asset files on disk, named for their content, so that one is never changed. */
import {createHash, randomBytes} from 'node:crypto'
import {mkdir, open, readFile, rename, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {syncFolder} from '../store/sync-folder.ts'

export const ASSET_KINDS = ['images', 'files'] as const
export type AssetKind = (typeof ASSET_KINDS)[number]

/** SHA-1, dimensions of an image, extension. Nothing else is a file of the store: no path can lead out. */
const NAME = /^[0-9a-f]{40}(?:-\d{1,7}x\d{1,7})?\.[a-z0-9]{1,10}$/

export const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

export class AssetStore {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(dataFolder: string): Promise<AssetStore> {
    const folder = join(dataFolder, 'assets')
    for (const kind of ASSET_KINDS) await mkdir(join(folder, kind), {recursive: true, mode: 0o700})
    return new AssetStore(folder)
  }

  /** Resolves when the file would survive a power cut. */
  async put(kind: AssetKind, name: string, bytes: Uint8Array): Promise<void> {
    if (!NAME.test(name)) throw new Error(`${name} is no name for an asset file`)
    const path = join(this.#folder, kind, name)
    if (await this.has(kind, name)) return
    const building = `${path}.${randomBytes(6).toString('hex')}.building`
    const file = await open(building, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(building, path)
    await syncFolder(join(this.#folder, kind))
  }

  async has(kind: AssetKind, name: string): Promise<boolean> {
    if (!NAME.test(name)) return false
    try {
      return (await stat(join(this.#folder, kind, name))).isFile()
    } catch {
      return false
    }
  }

  /** Undefined when there is no such file. */
  async read(kind: AssetKind, name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!(await this.has(kind, name))) return undefined
    return new Uint8Array(await readFile(join(this.#folder, kind, name)))
  }
}
