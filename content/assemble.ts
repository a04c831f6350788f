/** Opens a source as content: reads what a document needs, then joins it. */
import {hash} from 'node:crypto'
import {ContentError, type Problem} from '../errors.ts'
import type {ArticleReading, Content, Parsed} from './content.ts'
import type {ImageSource} from './images/image-source.ts'
import {ImageLibrary} from './images/library.ts'
import {createJoin, distinctProblems, type Join, unwrap} from './join.ts'
import {KeptSummaries} from './kept-summaries.ts'
import {nextArticle} from './lately.ts'
import {Lru} from './lru.ts'
import type {Article, ArticleSummary, Digest, Helpline, NoticeDocument, Site} from './model.ts'
import {type Needs, needsOf} from './needs.ts'
import {newestFirst} from './newest-first.ts'
import type {ImageResult} from './parse/lookup.ts'
import type {Result} from './parse/reader.ts'
import {languageSlugs, repeatedSlugs, replacementCycles} from './set-checks.ts'
import type {ContentSource, Dataset} from './source.ts'

export interface OpenContentOptions {
  /** YYYY-MM-DD: decides what is stale or retired. */
  readonly today: string
  /** What stood before some documents changed: what is not among them need not be read again. */
  readonly before?: {readonly content: Content; readonly changed: ReadonlySet<string>}
}

/** Bytes of JSON whose documents stay parsed; in memory they take six to eight times as much. */
const KEPT = 16 * 1024 * 1024
/** Documents of a list that are read side by side. */
const AT_ONCE = 32
/** Summaries that wait to be left for the next run: each takes 3 KB, the summary itself 0.7. */
const WRITTEN_AT_ONCE = 1000
/** Ids that are remembered to have been read once. */
const MOST_READ = 20_000

interface Loaded {
  readonly id: string
  readonly document: Result<unknown>
  /** Looked for when first asked: what a summary is made of needs nothing else. */
  readonly needs: () => Needs
}

const lazily = <T>(make: () => T): (() => T) => {
  let made: {readonly value: T} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

const NOTHING: Needs = {references: [], images: []}

const loadedOf = (id: string, value: unknown): Loaded => ({
  id,
  document: {ok: true, value},
  needs: lazily(() => needsOf(value)),
})

/** Rethrows what is not the document's fault. */
const unreadable = (id: string, error: unknown): Loaded => {
  if (!(error instanceof ContentError)) throw error
  return {id, document: {ok: false, problems: error.problems}, needs: () => NOTHING}
}

/** Undefined while one of them has to be waited for. */
const atHand = (all: readonly (Loaded | Promise<Loaded>)[]): readonly Loaded[] | undefined => {
  const loaded = all.filter((each) => 'document' in each)
  return loaded.length === all.length ? loaded : undefined
}

interface Desk {
  readonly uses: Set<string>
  readonly documents: Map<string, Loaded>
  readonly images: Map<string, ImageResult>
}

/** Articles and digests link to articles; what those hold is not theirs to join. */
const isFollowed = (type: string | undefined, isRoot: boolean): boolean =>
  isRoot || type !== 'article'

/** Types whose own list reports what is wrong with their ids. */
const LISTED: ReadonlySet<string> = new Set(['crisisNotice', 'helpline', 'digest', 'site'])

class AssembledContent implements Content {
  readonly name: string
  readonly #source: ContentSource
  readonly #dataset: Dataset
  readonly #library: ImageLibrary
  readonly #kept = new Lru<Loaded>(KEPT)
  /** Most documents are one article's own: only what is read twice is worth keeping. */
  readonly #read = new Set<string>()
  readonly #join: Join
  /** Each is made of its own document alone. */
  readonly #summaries = new Map<string, Result<ArticleSummary>>()
  #listed: Parsed<ArticleSummary> | undefined
  /** What the join, which is synchronous, may read; set right before each use. */
  #desk: Desk = {uses: new Set(), documents: new Map(), images: new Map()}

  constructor(source: ContentSource, dataset: Dataset, {today, before}: OpenContentOptions) {
    this.name = source.name
    this.#source = source
    this.#dataset = dataset
    this.#library = new ImageLibrary(source, dataset)
    this.#join = createJoin({
      today,
      typeOf: (id) => dataset.typeOf(id),
      document: (id) => this.#document(id),
      image: (image) => this.#image(image),
    })
    if (before !== undefined && #kept in before.content) {
      this.#inherit(before.content, before.changed)
    }
  }

  async site(): Promise<Site> {
    if (this.#dataset.typeOf('site') === 'site') {
      return unwrap(await this.#joined('site', (join) => join.site('site')))
    }
    throw new ContentError([
      {
        documentId: 'site',
        path: '',
        code: 'MISSING',
        message: 'The dataset has no site document. Create and publish it: type site, _id site.',
      },
    ])
  }

  async notices(): Promise<Parsed<NoticeDocument>> {
    return this.#all('crisisNotice', (join, id) => join.notice(id))
  }

  async helplines(): Promise<Parsed<Helpline>> {
    const {items, problems} = await this.#all('helpline', (join, id) => join.helpline(id))
    return without(items, problems, replacementCycles(items))
  }

  async summaries(): Promise<Parsed<ArticleSummary>> {
    this.#listed ??= await this.#list()
    return this.#listed
  }

  async summary(id: string): Promise<Result<ArticleSummary>> {
    return this.#summaries.get(id) ?? this.#joined(id, (join) => join.summary(id), false)
  }

  async article(id: string): Promise<Article> {
    return unwrap((await this.reading(id)).result)
  }

  async reading(id: string): Promise<ArticleReading> {
    const type = this.#dataset.typeOf(id)
    if (type !== 'article') {
      const code = type === undefined ? 'DANGLING_REFERENCE' : 'WRONG_REFERENCE_TYPE'
      const message = `${this.name} has no published article ${id}. Ask for one that it has.`
      const problems = [{documentId: id, path: '', code, message}]
      return {result: {ok: false, problems}, uses: new Set([id])}
    }
    nextArticle()
    const desk = await this.#gather(id, true)
    this.#desk = desk
    return {result: this.#join.article(id), uses: desk.uses}
  }

  typeOf(id: string): string | undefined {
    return this.#dataset.typeOf(id)
  }

  stateOf(ids: Iterable<string>): string | undefined {
    const dataset = this.#dataset
    if (dataset.stateOf === undefined) return undefined
    let states = ''
    for (const id of ids) states += `${id} ${dataset.stateOf(id) ?? 'none'}\n`
    return hash('sha256', states, 'base64url')
  }

  async digests(): Promise<Parsed<Digest>> {
    const {items, problems} = await this.#all('digest', (join, id) => join.digest(id))
    return without(items, problems, repeatedSlugs(items))
  }

  asset(url: string): Promise<Uint8Array> {
    return this.#library.bytes(url)
  }

  close(): Promise<void> {
    return this.#source.close()
  }

  async #list(): Promise<Parsed<ArticleSummary>> {
    const kept = await KeptSummaries.read(this.#dataset, await this.#source.notebook?.('summaries'))
    for (const id of this.#dataset.ids('article')) {
      const summary = this.#summaries.has(id) ? undefined : kept.get(id)
      if (summary !== undefined) this.#summaries.set(id, summary)
    }
    const read = (join: Join, id: string): Result<ArticleSummary> => {
      const summary = join.summary(id)
      const document = this.#document(id)
      if (document.ok) kept.add(id, document.value, summary)
      return summary
    }
    const {items, problems} = await this.#all('article', read, this.#summaries, () =>
      kept.write(WRITTEN_AT_ONCE),
    )
    await kept.write()
    const wrong = [...repeatedSlugs(items), ...languageSlugs(items)]
    const {items: own, problems: all} = without(items, problems, wrong)
    const others = this.#dataset.problems.filter(({documentType}) => !LISTED.has(documentType))
    return {items: newestFirst(own), problems: distinctProblems([...others, ...all])}
  }

  async #all<T>(
    type: string,
    read: (join: Join, id: string) => Result<T>,
    known = new Map<string, Result<T>>(),
    between = (): Promise<void> => Promise.resolve(),
  ): Promise<Parsed<T>> {
    const items: T[] = []
    const problems: Problem[] = this.#dataset.problems.filter(
      ({documentType}) => documentType === type,
    )
    const ids = this.#dataset.ids(type)
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE)
      const results = await Promise.all(
        some.map(
          async (id) =>
            known.get(id) ?? this.#joined(id, (join) => read(join, id), type === 'digest'),
        ),
      )
      for (const [index, result] of results.entries()) {
        known.set(some[index] ?? '', result)
        if (result.ok) items.push(result.value)
        else problems.push(...result.problems)
      }
      await between()
    }
    return {items, problems: distinctProblems(problems)}
  }

  async #joined<T>(id: string, read: (join: Join) => Result<T>, follow = true): Promise<Result<T>> {
    const desk = await this.#gather(id, follow)
    this.#desk = desk
    return read(this.#join)
  }

  /** Reads the document and, `follow`, everything its join needs, level by level. */
  async #gather(root: string, follow: boolean): Promise<Desk> {
    const desk: Desk = {uses: new Set([root]), documents: new Map(), images: new Map()}
    let level: readonly string[] = [root]
    while (level.length > 0) {
      const begun = level.map((id) => this.#load(id, follow))
      const loaded = atHand(begun) ?? (await Promise.all(begun.map(async (each) => each)))
      for (const each of loaded) desk.documents.set(each.id, each)
      if (!follow) return desk
      const next = new Set<string>()
      for (const {id, needs} of loaded) {
        if (!isFollowed(this.#dataset.typeOf(id), id === root)) continue
        const {references, images} = needs()
        for (const reference of references) {
          desk.uses.add(reference)
          if (!desk.documents.has(reference) && this.#dataset.typeOf(reference) !== undefined) {
            next.add(reference)
          }
        }
        for (const image of images) {
          desk.images.set(image.key, await this.#library.resolve(image))
        }
      }
      level = [...next]
    }
    return desk
  }

  /** At once where it can be: an article has eleven documents, and a promise each is not free. */
  #load(id: string, keep: boolean): Loaded | Promise<Loaded> {
    const kept = this.#kept.get(id)
    if (kept !== undefined) return kept
    const keeping = (loaded: Loaded): Loaded => {
      if (keep && this.#isReadAgain(id)) this.#kept.set(id, loaded, this.#dataset.sizeOf(id))
      return loaded
    }
    if (this.#dataset.readNow === undefined) return this.#fetch(id).then(keeping)
    try {
      return keeping(loadedOf(id, this.#dataset.readNow(id)))
    } catch (error) {
      return keeping(unreadable(id, error))
    }
  }

  async #fetch(id: string): Promise<Loaded> {
    try {
      return loadedOf(id, await this.#dataset.read(id))
    } catch (error) {
      return unreadable(id, error)
    }
  }

  #isReadAgain(id: string): boolean {
    if (this.#read.has(id)) return true
    if (this.#read.size >= MOST_READ) this.#read.clear()
    this.#read.add(id)
    return false
  }

  #inherit(before: AssembledContent, changed: ReadonlySet<string>): void {
    for (const [id, loaded, weight] of before.#kept.entries()) {
      if (!changed.has(id)) this.#kept.set(id, loaded, weight)
    }
    for (const [id, summary] of before.#summaries) {
      if (!changed.has(id)) this.#summaries.set(id, summary)
    }
    this.#library.inherit(before.#library, changed)
  }

  #document(id: string): Result<unknown> {
    return this.#desk.documents.get(id)?.document ?? {ok: false, problems: []}
  }

  #image({key}: ImageSource): ImageResult {
    const found = this.#desk.images.get(key)
    if (found !== undefined) return found
    return {ok: false, code: 'ASSET_MISSING', message: `${key} was not looked for.`}
  }
}

/** Leaves out the items that the further problems are about. */
const without = <T extends {readonly id: string}>(
  items: readonly T[],
  problems: readonly Problem[],
  further: readonly Problem[],
): Parsed<T> => {
  const bad = new Set(further.map(({documentId}) => documentId))
  return {items: items.filter(({id}) => !bad.has(id)), problems: [...problems, ...further]}
}

/** Throws SourceError when the source cannot be had whole. */
export const openContent = async (
  source: ContentSource,
  options: OpenContentOptions,
): Promise<Content> => new AssembledContent(source, await source.dataset(), options)
