/**
 * Keeps the log of changes right: looks at what a change may have touched at once, and at everything
 * when it starts and every hour, for a change that nobody told of is found then.
 */
import type {LiveSource} from '../../content/live/live-source.ts'
import type {Change} from '../../delivery/changes/log.ts'
import {recordedArticles, recordedUsers, recordStanding} from '../../delivery/changes/record.ts'
import type {Store} from '../../delivery/store/store.ts'
import type {Newsroom} from '../site/newsroom.ts'
import {lookAt} from './standing.ts'

export interface RecorderOptions {
  readonly store: Pick<Store, 'db'>
  readonly source: LiveSource
  readonly newsroom: Newsroom
  /** Called with what is new in the log, oldest first; never with nothing. */
  readonly onChanges: (changes: readonly Change[]) => void
  /** Called with what kept the log from being written; it is tried again with the next change. */
  readonly onError: (error: unknown) => void
  /** Milliseconds between looks at everything. */
  readonly every?: number
}

export interface Recorder {
  /** Everything that was told so far is in the log, or the failure was told. */
  settled(): Promise<void>
  close(): Promise<void>
}

const HOUR = 3_600_000

class RunningRecorder implements Recorder {
  readonly #options: RecorderOptions
  readonly #timer: NodeJS.Timeout
  /** To be looked at; undefined for everything. */
  #changed: Set<string> | undefined
  #refused: readonly string[] = []
  #isDue = true
  #isClosed = false
  #working: Promise<void> | undefined

  constructor(options: RecorderOptions) {
    this.#options = options
    options.source.onChange((ids) => {
      if (ids.length === 0) this.#changed = undefined
      else for (const id of ids) this.#changed?.add(id)
      this.#begin()
    })
    this.#timer = setInterval(() => {
      this.#options.source.refresh().catch(options.onError)
    }, options.every ?? HOUR)
    this.#timer.unref()
    this.#begin()
  }

  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    await this.settled()
  }

  #begin(): void {
    this.#isDue = true
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined
    })
  }

  async #work(): Promise<void> {
    while (this.#isDue && !this.#isClosed) {
      this.#isDue = false
      const changed = this.#changed
      this.#changed = new Set()
      try {
        const changes = await this.#record(changed)
        if (changes.length > 0) this.#options.onChanges(changes)
      } catch (error) {
        // nobody knows what of it is in the log: the next look is at everything
        this.#changed = undefined
        this.#options.onError(error)
      }
    }
  }

  async #record(changed: ReadonlySet<string> | undefined): Promise<readonly Change[]> {
    const {store, newsroom} = this.#options
    const edition = await newsroom.edition()
    const ids =
      changed === undefined || changed.has('site')
        ? [...edition.summaries.map(({id}) => id), ...(await recordedArticles(store))]
        : [...changed, ...(await recordedUsers(store, [...changed])), ...this.#refused]
    const {standing, refused} = await lookAt(edition, new Set(ids))
    this.#refused = refused
    return recordStanding(store, standing)
  }
}

/** Begins with a look at everything. */
export const startRecorder = (options: RecorderOptions): Recorder => new RunningRecorder(options)
