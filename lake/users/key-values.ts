/** What the Studio remembers for its user (layouts, recent searches), in a file of its own. */
import {readFile, rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {isObject, parseJson} from '../json.ts'

const MOST_KEYS = 1000

export class KeyValues {
  readonly #path: string
  readonly #values: Map<string, unknown>
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string, values: Map<string, unknown>) {
    this.#path = path
    this.#values = values
  }

  /** A file that cannot be read is begun anew: it holds no content. */
  static async open(folder: string): Promise<KeyValues> {
    const path = join(folder, 'keyvalue.json')
    try {
      const value = parseJson(await readFile(path, 'utf8'))
      return new KeyValues(path, new Map(isObject(value) ? Object.entries(value) : []))
    } catch {
      return new KeyValues(path, new Map())
    }
  }

  /** One row a key, null where nothing is kept: the Studio takes nothing else. */
  get(keys: readonly string[]): readonly {readonly key: string; readonly value: unknown}[] {
    return keys.map((key) => ({key, value: this.#values.get(key) ?? null}))
  }

  async set(rows: readonly {readonly key: string; readonly value: unknown}[]): Promise<void> {
    for (const {key, value} of rows) {
      if (this.#values.size < MOST_KEYS || this.#values.has(key)) this.#values.set(key, value)
    }
    this.#writing = this.#writing.then(() => this.#write())
    await this.#writing
  }

  async #write(): Promise<void> {
    const building = `${this.#path}.building`
    await writeFile(building, JSON.stringify(Object.fromEntries(this.#values)), {mode: 0o600})
    await rename(building, this.#path)
  }
}
