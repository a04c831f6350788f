/** The newest edition there is, and what stood last at a path whose page is refused now. */
import type {Site} from '../../content/model.ts'
import type {LiveSource} from '../../content/live/live-source.ts'
import {ContentError, ThrowlineError} from '../../errors.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'
import {Edition, type Found} from './edition.ts'

/** Pages kept for a day when theirs is refused. */
const KEPT = 10_000

export interface NewsroomOptions {
  readonly source: LiveSource
  /** YYYY-MM-DD; today, in UTC, when absent. */
  readonly today?: string
  /** Called with each page that could not be shown, and with what kept the dataset from being read. */
  readonly onProblem: (problem: string) => void
}

const DAY = 86_400_000

/** The day changes once a day, and is asked for with each request. */
let utcDay = {name: '', begins: 0}

const utcToday = (): string => {
  const now = Date.now()
  if (now < utcDay.begins || now >= utcDay.begins + DAY) {
    const name = new Date(now).toISOString().slice(0, 10)
    utcDay = {name, begins: Date.parse(name)}
  }
  return utcDay.name
}

/** An article so broken that it has no path any more is refused, not gone. */
const withUnreadable = (
  found: Found,
  edition: Edition,
  last: VerifiedOutput | undefined,
): Found => {
  if (found.kind !== 'absent' || last === undefined) return found
  const error = edition.whyUnreadable(last.output.documentId)
  return error === undefined ? found : {kind: 'refused', error}
}

export class Newsroom {
  readonly #options: NewsroomOptions
  readonly #last = new Map<string, VerifiedOutput>()
  #edition: Edition | undefined
  #opening: Promise<Edition> | undefined
  /** Grows with each change that is told. */
  #changes = 0
  /** How many changes the edition has seen. */
  #seen = -1
  /** Since the edition was opened; undefined when any document may have changed. */
  #changed: Set<string> | undefined

  constructor(options: NewsroomOptions) {
    this.#options = options
    options.source.onChange((ids) => {
      this.#changes += 1
      if (ids.length === 0) this.#changed = undefined
      else for (const id of ids) this.#changed?.add(id)
    })
  }

  /** What is published now. Throws ContentError when no readable site document has been published yet. */
  edition(): Promise<Edition> {
    return this.#current()
  }

  /** The same without waiting; undefined when it has to be opened first. */
  standing(): Edition | undefined {
    const {today = utcToday()} = this.#options
    const edition = this.#edition
    return this.#seen === this.#changes && edition?.today === today ? edition : undefined
  }

  /** Throws ContentError like `edition`. */
  async site(): Promise<Site> {
    return (await this.#current()).site
  }

  /**
   * What readers get for a path. A refused page is what it was before, unless it was never shown; one
   * that was retracted or removed is gone with its edition.
   */
  async find(path: string): Promise<Found> {
    const edition = await this.#current()
    const last = this.#last.get(path)
    const found = withUnreadable(await edition.find(path), edition, last)
    if (found.kind === 'page') this.#keep(path, found.output)
    if (found.kind === 'absent') this.#last.delete(path)
    if (found.kind !== 'refused') return found
    this.#options.onProblem(`${path}: ${found.error.message}`)
    return last === undefined ? found : {kind: 'page', output: last}
  }

  async asset(url: string): Promise<Uint8Array | undefined> {
    try {
      return await (await this.#current()).asset(url)
    } catch (error) {
      if (error instanceof ThrowlineError) return undefined
      throw error
    }
  }

  #keep(path: string, output: VerifiedOutput): void {
    this.#last.delete(path)
    this.#last.set(path, output)
    const [oldest] = this.#last.keys()
    if (this.#last.size > KEPT && oldest !== undefined) this.#last.delete(oldest)
  }

  /** With every change that was told before it was asked for. */
  async #current(): Promise<Edition> {
    const {today = utcToday()} = this.#options
    const standing = this.standing()
    if (standing !== undefined) return standing
    const asked = this.#changes
    const opened = await this.#opened(today)
    // one that began to open earlier may not have seen the last of them
    return this.#seen >= asked ? opened : this.#opened(today)
  }

  #opened(today: string): Promise<Edition> {
    this.#opening ??= this.#open(today).finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  async #open(today: string): Promise<Edition> {
    // a change that comes while the edition opens makes the next one
    const seen = this.#changes
    const changed = this.#changed
    this.#changed = new Set()
    const before = this.#edition
    const source = this.#options.source.now()
    try {
      const isNext = before !== undefined && before.today === today && changed !== undefined
      this.#edition = isNext
        ? await before.next(source, changed)
        : await Edition.open(source, today)
      this.#seen = seen
      return this.#edition
    } catch (error) {
      // and what was to be made new is not known any more
      this.#changed = undefined
      // a broken site document does not take down what readers have
      if (this.#edition === undefined || !(error instanceof ContentError)) throw error
      this.#options.onProblem(error.message)
      return this.#edition
    }
  }
}
