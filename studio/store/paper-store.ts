/**
 * The documents that previews and checks need, fetched once a session and kept up to date: site,
 * notices and helplines always, others when something refers to them.
 */
import type {SanityClient} from '@sanity/client'
import {isObject, type JsonObject, stringField} from '../../content/json-object.ts'
import {publishedId} from '../../schemas/rules/dataset.ts'
import {idOf, type Papers, reach, typeOf} from '../newsroom/papers.ts'

/** What everything is checked with; few, and always at hand. */
const ALWAYS = ['site', 'crisisNotice', 'helpline']

const WATCHED = [...ALWAYS, 'article', 'section', 'warning', 'source', 'contributor', 'digest']

/** Milliseconds in which changes are gathered before they are fetched. */
const PAUSE = 60
/** Ids asked for at once: a request's address stays below 8 KB. */
const BATCH = 100
/** Articles and digests that one check looks at. */
export const REACHED = 60

export interface Snapshot {
  readonly papers: Papers
  /** False until site, notices and helplines are there. */
  readonly ready: boolean
  /** Grows with every change in the dataset that readers could notice. */
  readonly changes: number
  /** Why nothing could be fetched. */
  readonly error?: Error
}

const EMPTY: Snapshot = {papers: new Map(), ready: false, changes: 0}

const batches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({length: Math.ceil(ids.length / BATCH)}, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  )

/** The snapshot carries the error already. */
const NOTED = (): void => {}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))

export class PaperStore {
  readonly #client: SanityClient
  readonly #listeners = new Set<() => void>()
  readonly #stale = new Set<string>()
  readonly #asked = new Map<string, Promise<void>>()
  #snapshot: Snapshot = EMPTY
  #feed: {unsubscribe(): void} | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `client`: with the perspective whose documents are wanted, `drafts` or `published`. */
  constructor(client: SanityClient) {
    this.#client = client
  }

  readonly snapshot = (): Snapshot => this.#snapshot

  /** Listens as long as somebody does. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#feed === undefined) this.#start()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#stop()
    }
  }

  /** Fetches what the documents' joins need and is not there yet. */
  async ensure(documents: readonly JsonObject[]): Promise<void> {
    for (const document of documents) {
      const slug = stringField(document['slug'], 'current')
      if (typeOf(document) === 'article' && slug !== undefined) await this.#translations(slug)
    }
    for (;;) {
      const {papers} = this.#snapshot
      const site = papers.get('site')
      const roots = isObject(site) ? [...documents, site] : documents
      const missing = new Set(roots.flatMap((root) => reach(root, papers).missing))
      if (missing.size === 0) return
      await this.#fetchIds([...missing])
    }
  }

  /** Site, notices and helplines, without listening: for a check on demand. */
  load(): Promise<void> {
    return this.#fetchAlways()
  }

  /** Articles and digests that show a document, directly or through sections, warnings and notices. */
  async reaching(id: string): Promise<readonly string[]> {
    const seen = new Set([id])
    const readers = new Set<string>()
    let level: readonly string[] = [id]
    while (level.length > 0 && readers.size < REACHED) {
      const found: unknown = await this.#client.fetch(
        `*[_type in $types && references($ids)]{_id, _type}[0...${REACHED * 4}]`,
        {types: WATCHED, ids: [...level]},
      )
      const fresh = (Array.isArray(found) ? found : []).filter(isObject).filter((each) => {
        const isNew = !seen.has(publishedId(idOf(each)))
        seen.add(publishedId(idOf(each)))
        return isNew
      })
      for (const each of fresh) {
        if (typeOf(each) === 'article' || typeOf(each) === 'digest') readers.add(idOf(each))
      }
      // what refers to an article only links to it
      level = fresh.filter((each) => typeOf(each) !== 'article').map(idOf)
    }
    const ids = [...readers].slice(0, REACHED)
    await this.#fetchIds(ids.filter((each) => !this.#snapshot.papers.has(each)))
    return ids
  }

  /** Articles in a language, newest first: those that its notices stand in. */
  async inLanguage(language: string): Promise<readonly string[]> {
    const found: unknown = await this.#client.fetch(
      `*[_type == "article" && language == $language && !defined(retraction)] | order(publishedAt desc) [0...${REACHED}]`,
      {language},
    )
    const documents = (Array.isArray(found) ? found : []).filter(isObject)
    this.#put(documents)
    return documents.map(idOf)
  }

  /** Every document of a type, newest change first. */
  async all(type: string, limit: number): Promise<readonly JsonObject[]> {
    const found: unknown = await this.#client.fetch(
      `*[_type == $type] | order(_updatedAt desc) [0...${limit}]`,
      {type},
    )
    const documents = (Array.isArray(found) ? found : []).filter(isObject)
    this.#put(documents)
    return documents
  }

  #start(): void {
    const params = {types: WATCHED}
    const options = {
      includeResult: false,
      // without it one hears of published documents alone
      includeAllVersions: this.#client.config().perspective !== 'published',
      visibility: 'query',
      events: EVENTS,
    } as const
    this.#feed = this.#client.listen('*[_type in $types]', params, options).subscribe({
      next: (event) => {
        // after a gap in the connection nothing is known to be current
        if (event.type === 'welcome') this.#fetchAlways(true).catch(NOTED)
        if (event.type === 'mutation') this.#touch(event.documentId)
      },
      error: (error: unknown) => this.#fail(error),
    })
  }

  #stop(): void {
    this.#feed?.unsubscribe()
    this.#feed = undefined
    clearTimeout(this.#timer)
    this.#stale.clear()
    this.#asked.clear()
    this.#snapshot = EMPTY
  }

  #touch(documentId: string): void {
    const id = publishedId(documentId)
    // what is still being written changes nothing that is published
    if (id !== documentId && this.#client.config().perspective === 'published') return
    this.#stale.add(id)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const ids = [...this.#stale]
      this.#stale.clear()
      this.#snapshot = {...this.#snapshot, changes: this.#snapshot.changes + 1}
      this.#tell()
      this.#fetchIds(ids).catch(NOTED)
    }, PAUSE)
  }

  async #fetchAlways(everything = false): Promise<void> {
    const known = everything ? [...this.#snapshot.papers.keys()] : []
    const query = '*[_type in $types]'
    await this.#attempt(async () => {
      const found: unknown = await this.#client.fetch(query, {types: ALWAYS})
      this.#put((Array.isArray(found) ? found : []).filter(isObject), true)
    })
    await this.#fetchIds(known)
  }

  async #translations(slug: string): Promise<void> {
    const key = `slug ${slug}`
    const asked =
      this.#asked.get(key) ??
      this.#attempt(async () => {
        const query = '*[_type == "article" && slug.current == $slug]'
        const found: unknown = await this.#client.fetch(query, {slug})
        this.#put((Array.isArray(found) ? found : []).filter(isObject))
      })
    this.#asked.set(key, asked)
    await asked
  }

  async #fetchIds(ids: readonly string[]): Promise<void> {
    for (const batch of batches(ids)) {
      await this.#attempt(async () => {
        const found: unknown = await this.#client.fetch('*[_id in $ids]', {ids: [...batch]})
        const documents = (Array.isArray(found) ? found : []).filter(isObject)
        const there = new Set(documents.map((each) => publishedId(idOf(each))))
        this.#put(
          documents,
          false,
          batch.filter((id) => !there.has(id)),
        )
      })
    }
  }

  async #attempt(read: () => Promise<void>): Promise<void> {
    try {
      await read()
    } catch (error) {
      this.#fail(error)
      throw error
    }
  }

  #fail(error: unknown): void {
    this.#snapshot = {...this.#snapshot, error: asError(error)}
    this.#tell()
  }

  /** Documents that did not change stay the same objects, so that what was read of them is kept. */
  #put(documents: readonly JsonObject[], ready = false, absent: readonly string[] = []): void {
    const papers = new Map(this.#snapshot.papers)
    let isChanged = ready && !this.#snapshot.ready
    for (const document of documents) {
      const id = publishedId(idOf(document))
      const known = papers.get(id)
      if (isObject(known) && known['_rev'] === document['_rev']) continue
      papers.set(id, {...document, _id: id})
      isChanged = true
    }
    for (const id of absent) {
      if (papers.get(id) === null) continue
      papers.set(id, null)
      isChanged = true
    }
    if (!isChanged) return
    const {changes} = this.#snapshot
    this.#snapshot = {papers, ready: ready || this.#snapshot.ready, changes}
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

const EVENTS: ('welcome' | 'mutation')[] = ['welcome', 'mutation']
