/**
 * A folder of entries, numbered in order, that forgets the oldest. One file an entry, written beside
 * and renamed, so that a killed process leaves whole files. Only this user may read them.
 */
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

export interface Shelf {
  /** Ids, newest first. */
  ids(): readonly string[]
  /** Gives the id. */
  add(content: string): Promise<string>
  /** `undefined` for an id that is not there. */
  read(id: string): Promise<string | undefined>
  clear(): Promise<void>
}

interface ShelfOptions {
  readonly folder: string
  /** Entries. */
  readonly most: number
  /** Octets of all together. */
  readonly octets: number
}

const FILE = /^(\d{12})\.json$/
const ID = /^\d{12}$/

export const openShelf = async ({folder, most, octets: limit}: ShelfOptions): Promise<Shelf> => {
  await mkdir(folder, {recursive: true, mode: 0o700})
  const pathOf = (id: string): string => join(folder, `${id}.json`)
  // insertion order is the order of ids
  const sizes = new Map<string, number>()
  const found = (await readdir(folder)).flatMap((name) => FILE.exec(name)?.[1] ?? [])
  for (const id of found.toSorted()) sizes.set(id, (await stat(pathOf(id))).size)
  let octets = Array.from(sizes.values()).reduce((sum, size) => sum + size, 0)
  let last = Number(Array.from(sizes.keys()).at(-1) ?? 0)

  const remove = async (id: string, size: number): Promise<void> => {
    sizes.delete(id)
    octets -= size
    await rm(pathOf(id), {force: true})
  }
  const forgetOldest = async (): Promise<void> => {
    for (const [id, size] of sizes) {
      if (sizes.size <= most && octets <= limit) return
      await remove(id, size)
    }
  }

  return Object.freeze({
    ids: () => Array.from(sizes.keys()).toReversed(),
    add: async (content: string) => {
      last += 1
      const id = String(last).padStart(12, '0')
      const data = Buffer.from(content)
      // counted before it is written: entries that come at once keep their order
      sizes.set(id, data.length)
      octets += data.length
      await writeFile(`${pathOf(id)}.new`, data, {mode: 0o600})
      await rename(`${pathOf(id)}.new`, pathOf(id))
      // forgotten while it was written
      if (!sizes.has(id)) await rm(pathOf(id), {force: true})
      await forgetOldest()
      return id
    },
    read: async (id: string) => {
      if (!ID.test(id) || !sizes.has(id)) return undefined
      return readFile(pathOf(id), 'utf8').catch(() => undefined)
    },
    clear: async () => {
      for (const [id, size] of sizes) await remove(id, size)
    },
  })
}
