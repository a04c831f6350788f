/** `throwline/client/folder`: a mirror's copies as files. Node, and what has its `node:` modules. */
import {mkdir, open, readdir, readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {isRecord, isString} from './guards.ts'
import type {MirrorState, MirrorStore} from './mirror/store.ts'
import {carriesNotice} from './notice.ts'
import {isArticle} from './shapes.ts'
import type {PartnerArticle} from './types.ts'

const STATE = 'mirror.json'
const ARTICLES = 'articles'
const ENDING = '.json'
/** Written beside, and left behind by a process that was killed. */
const HALF = '.half'

/** One file name an id, also where a file system takes `A` for `a`. */
const fileName = (id: string): string => {
  const escaped = encodeURIComponent(id).replaceAll(
    /(%[0-9A-F]{2})|[A-Z!'()*]|^\./g,
    (character, code: string | undefined) =>
      code === undefined ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : code,
  )
  return `${escaped}${ENDING}`
}

/** Undefined for a file that is not of this store. */
const idOf = (file: string): string | undefined => {
  try {
    const id = decodeURIComponent(file.slice(0, -ENDING.length))
    return fileName(id) === file ? id : undefined
  } catch {
    return undefined
  }
}

const isMissing = (error: unknown): boolean => isRecord(error) && error['code'] === 'ENOENT'

/** What the file holds, undefined when there is none or it is no JSON. */
const readJson = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Readers see the file before or the file after, and so does whoever comes after a power cut. */
const writeJson = async (path: string, value: unknown): Promise<void> => {
  const half = `${path}${HALF}`
  const file = await open(half, 'w')
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, path)
}

const isState = (value: unknown): value is MirrorState =>
  isRecord(value) &&
  isString(value['scope']) &&
  isString(value['cursor']) &&
  typeof value['nextLook'] === 'number'

/**
 * `articles/<id>.json`, one a copy, and `mirror.json` for where the mirror stands. The folder is made
 * when it is not there. A file that somebody broke, or that has lost its notice, counts as not there.
 */
export const folderStore = (path: string): MirrorStore => {
  const articles = join(path, ARTICLES)
  const fileOf = (id: string): string => join(articles, fileName(id))
  const files = async (): Promise<readonly string[]> => {
    await mkdir(articles, {recursive: true})
    return readdir(articles)
  }
  let isSwept = false

  return Object.freeze<MirrorStore>({
    state: async () => {
      const state = await readJson(join(path, STATE))
      return isState(state) ? state : undefined
    },
    saveState: async (state) => {
      // nothing is being written now: only the mirror saves, and between two articles
      const left = isSwept ? [] : (await files()).filter((name) => name.endsWith(HALF))
      for (const name of left) await rm(join(articles, name), {force: true})
      isSwept = true
      await writeJson(join(path, STATE), state)
    },
    ids: async () => (await files()).flatMap((name) => idOf(name) ?? []),
    get: async (id): Promise<PartnerArticle | undefined> => {
      const article = await readJson(fileOf(id))
      return isArticle(article) && article.id === id && carriesNotice(article) ? article : undefined
    },
    put: async (article) => {
      await mkdir(articles, {recursive: true})
      await writeJson(fileOf(article.id), article)
    },
    remove: async (id) => {
      try {
        await rm(fileOf(id))
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
  })
}
