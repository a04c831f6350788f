/**
 * A Sanity project that is kept up to date: one export at the start and after each break of the
 * listener, and every published change in between laid over it.
 */
import {projectClient} from '../hosted/client.ts'
import {failureOf} from '../hosted/failure.ts'
import {idKind} from '../dataset-ids.ts'
import {isObject, type JsonObject, stringField} from '../json-object.ts'
import {sanitySource, type SanitySourceOptions} from '../sanity-source.ts'
import type {ContentSource, Dataset} from '../source.ts'
import {SourceError} from '../../errors.ts'
import {listenForChanges} from './changes.ts'
import {overlay} from './overlay.ts'

export interface LiveSource {
  readonly name: string
  /** The project as it stands now; what comes later does not change it. Closing it does nothing. */
  now(): ContentSource
  /** Calls back after each change with the ids in question; with none after a break, when any may have changed. */
  onChange(listener: (ids: readonly string[]) => void): void
  /** Reads the whole project again, for a change that was not told. Tells listeners that any may have changed. */
  refresh(): Promise<void>
  /**
   * Reads these documents again, for somebody says that they may have changed; tells listeners of those that
   * have. Ids that are nothing published are ignored. Rejects with SourceError when they cannot be read.
   */
  touch(ids: readonly string[]): Promise<void>
  close(): Promise<void>
}

interface Base {
  readonly source: ContentSource
  readonly dataset: Dataset
}

const openBase = async (options: SanitySourceOptions): Promise<Base> => {
  const source = sanitySource(options)
  try {
    return {source, dataset: await source.dataset()}
  } catch (error) {
    await source.close()
    throw error
  }
}

class SanityLiveSource implements LiveSource {
  readonly name: string
  readonly #options: SanitySourceOptions
  readonly #listeners: ((ids: readonly string[]) => void)[] = []
  #base: Base
  /** Bases that snapshots may still read from. */
  readonly #former: Base[] = []
  #changes = new Map<string, JsonObject | undefined>()
  /** Reading goes on one at a time: what was read earlier must not take the place of what was read later. */
  #reading: Promise<unknown> = Promise.resolve()
  #stop: () => void = () => {}

  private constructor(options: SanitySourceOptions, base: Base) {
    this.name = base.source.name
    this.#options = options
    this.#base = base
  }

  /** Resolves once the listener stands and the export is in. */
  static async open(options: SanitySourceOptions): Promise<SanityLiveSource> {
    const early = new Map<string, JsonObject | undefined>()
    let live: SanityLiveSource | undefined
    const client = projectClient(options)
    const {promise: opened, resolve, reject} = Promise.withResolvers<void>()
    const stop = listenForChanges(client, {
      onOpen: () => {
        resolve()
        void live?.refresh()
      },
      onChange: (id, document) => {
        if (live === undefined) early.set(id, document)
        else live.change(id, document)
      },
      onError: (error) => {
        const {code, message} = failureOf(error, options.projectId)
        reject(new SourceError({code, source: options.projectId, message, cause: error}))
      },
    })
    try {
      // the export is asked for after the listener stands, so that nothing falls between the two
      await opened
      live = new SanityLiveSource(options, await openBase(options))
    } catch (error) {
      stop()
      throw error
    }
    live.#stop = stop
    for (const [id, document] of early) live.#changes.set(id, document)
    return live
  }

  now(): ContentSource {
    const {source, dataset} = this.#base
    const snapshot = overlay(dataset, this.#changes)
    return Object.freeze({
      name: this.name,
      dataset: async () => snapshot,
      documents: async (ids: readonly string[]) =>
        new Map(
          await Promise.all(
            ids
              .filter((id) => snapshot.typeOf(id) !== undefined)
              .map(async (id): Promise<[string, unknown]> => [id, await snapshot.read(id)]),
          ),
        ),
      file: (path: string) => source.file(path),
      ...(source.imageHost !== undefined && {imageHost: source.imageHost}),
      ...(source.image && {image: source.image.bind(source)}),
      close: async () => {},
    })
  }

  onChange(listener: (ids: readonly string[]) => void): void {
    this.#listeners.push(listener)
  }

  async close(): Promise<void> {
    this.#stop()
    for (const {source} of [...this.#former, this.#base]) await source.close()
  }

  change(id: string, document: JsonObject | undefined): void {
    this.#changes.set(id, document)
    this.#tell([id])
  }

  /** After a break: what was missed is in a new export. A failure keeps what there is; the next break tries again. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#refresh())
  }

  touch(ids: readonly string[]): Promise<void> {
    const published = ids.filter((id) => idKind(id) === 'published')
    return published.length === 0
      ? Promise.resolve()
      : this.#inTurn(() => this.#touch([...new Set(published)]))
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const own = this.#reading.then(work)
    this.#reading = own.catch(() => {})
    return own
  }

  async #touch(ids: readonly string[]): Promise<void> {
    const before = new Map(ids.map((id) => [id, this.#changes.get(id)]))
    const read = await this.#base.source.documents(ids)
    const known = overlay(this.#base.dataset, this.#changes)
    const told: string[] = []
    for (const id of ids) {
      const document = read.get(id)
      const now = isObject(document) ? document : undefined
      const old = await known.read(id)
      // what the listener brought meanwhile is newer
      if (this.#changes.get(id) !== before.get(id)) continue
      if (stringField(now, '_rev') === stringField(isObject(old) ? old : undefined, '_rev'))
        continue
      this.#changes.set(id, now)
      told.push(id)
    }
    if (told.length > 0) this.#tell(told)
  }

  async #refresh(): Promise<void> {
    const since = new Map<string, JsonObject | undefined>()
    const before = this.#changes
    this.#changes = new Map(before)
    const known = this.#changes
    try {
      const base = await openBase(this.#options)
      for (const [id, document] of known) if (before.get(id) !== document) since.set(id, document)
      this.#former.push(this.#base)
      this.#base = base
      this.#changes = since
      this.#tell([])
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
    }
  }

  #tell(ids: readonly string[]): void {
    for (const listener of this.#listeners) listener(ids)
  }
}

/** Throws SourceError when the project cannot be had whole, or does not let itself be listened to. */
export const openLiveSource = (options: SanitySourceOptions): Promise<LiveSource> =>
  SanityLiveSource.open(options)
