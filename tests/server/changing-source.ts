/** The example newsroom as a source whose documents a test may change. */
import {onTestFinished} from 'vitest'
import {fileSource} from '../../content/file-source.ts'
import {isObject, type JsonObject} from '../../content/json-object.ts'
import {overlay} from '../../content/live/overlay.ts'
import type {ContentSource, Dataset} from '../../content/source.ts'
import {EXAMPLE} from './newsroom-under-test.ts'

export class ChangingSource {
  readonly dataset: Dataset
  readonly #file: ContentSource
  readonly #changes = new Map<string, JsonObject | undefined>()

  private constructor(file: ContentSource, dataset: Dataset) {
    this.#file = file
    this.dataset = dataset
  }

  static async open(): Promise<ChangingSource> {
    const file = fileSource(EXAMPLE)
    onTestFinished(() => file.close())
    return new ChangingSource(file, await file.dataset())
  }

  ids(...types: readonly string[]): readonly string[] {
    return types.flatMap((type) => this.dataset.ids(type))
  }

  /** The dataset as it stands; later changes are not seen in it. */
  now(): ContentSource {
    const snapshot = overlay(this.dataset, this.#changes)
    return {
      name: 'the example',
      dataset: async () => snapshot,
      documents: async (ids) => {
        const found = new Map<string, unknown>()
        for (const id of ids) {
          const document = await snapshot.read(id)
          if (document !== undefined) found.set(id, document)
        }
        return found
      },
      file: (path) => this.#file.file(path),
      close: async () => {},
    }
  }

  async change(id: string, to: (document: JsonObject) => JsonObject | undefined): Promise<void> {
    const document = await (await this.now().dataset()).read(id)
    if (isObject(document)) this.#changes.set(id, to(document))
  }

  /** As it was in the file. */
  restore(id: string): void {
    this.#changes.delete(id)
  }
}
