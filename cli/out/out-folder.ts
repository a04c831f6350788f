/** The folder that `publish` fills. Takes only what the gate has passed. */
import {mkdir, readdir, rm, rmdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {OutFolderError, type Problem, UnverifiedOutputError} from '../../errors.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import {sweep} from './beside.ts'
import {Earlier, sha256} from './earlier.ts'
import {FileBatch} from './file-batch.ts'
import {hasJournal, Journal} from './journal.ts'
import {type Artefact, writeManifest} from './manifest.ts'
import {Octets} from './octets.ts'
import {ArtefactList, type ArtefactLine, artefactsOf, type Parts} from './packed-artefacts.ts'
import {Spool} from './spool.ts'

const ASSETS = 'web/assets'

export interface OutReport {
  /** Until the folder is closed. */
  readonly artefacts: Iterable<Artefact>
  readonly written: number
  readonly unchanged: number
  readonly withdrawn: readonly string[]
  /** Outputs of refused articles that were left as they stood. */
  readonly kept: readonly string[]
  /** What stands beside the artefacts and is none: images, the partner schema. */
  readonly companions: readonly string[]
}

interface Refusals {
  readonly problems: Problem[]
  readonly documents: Set<string>
  readonly retracted: Set<string>
}

export interface OutFolderOptions {
  /** Writes every file anew, those too that already are as they should be. */
  readonly rewrite?: boolean
  /** Another thread of the same run: the folder is there, and swept. */
  readonly isHelping?: boolean
  /** To one that helps: no run has been here before. */
  readonly isNew?: boolean
}

interface Counted {
  readonly written: number
  readonly unchanged: number
  /** Pictures that it wrote, besides. */
  readonly brought: readonly string[]
}

/** What one thread of a run has put into the folder. */
export interface HandedOver extends Counted {
  readonly artefacts: readonly Artefact[]
}

/** The same, as it is told to another thread. */
export interface HelpedFolder extends Counted {
  readonly articles: readonly {readonly id: string; readonly artefacts: ArtefactLine}[]
}

export class OutFolder {
  readonly folder: string
  readonly #earlier: Earlier
  readonly #rewrite: boolean
  readonly #isHelping: boolean
  readonly #isNew: boolean
  readonly #artefacts = new Map<string, Artefact>()
  readonly #refusals: Refusals = {problems: [], documents: new Set(), retracted: new Set()}
  readonly #companions = new Set<string>()
  readonly #brought: string[] = []
  /** What other threads wrote. A line a document: */
  readonly #spool: Spool
  /** its number, by document; and of those that were kept. */
  readonly #helped = new Map<string, number>()
  readonly #keptLines: number[] = []
  readonly #journal: Journal
  readonly #files: FileBatch
  readonly #octets = new Octets()
  #written = 0
  #unchanged = 0

  private constructor(
    folder: string,
    earlier: Earlier,
    {rewrite = false, isHelping = false, isNew = false}: OutFolderOptions,
  ) {
    this.folder = folder
    this.#earlier = earlier
    this.#rewrite = rewrite
    this.#isHelping = isHelping
    this.#isNew = isNew
    this.#spool = new Spool(join(folder, 'artefacts'))
    this.#journal = new Journal(folder)
    this.#files = new FileBatch(folder, {
      begin: () => this.#journal.begin(),
      before: () => this.#journal.flush(),
    })
  }

  /** Makes the folder where there is none. Throws OutFolderError; SourceError MANIFEST_INVALID. */
  static async open(folder: string, options: OutFolderOptions = {}): Promise<OutFolder> {
    try {
      await mkdir(folder, {recursive: true})
    } catch (error) {
      throw new OutFolderError({file: folder, cause: error})
    }
    if (options.isHelping === true) return new OutFolder(folder, Earlier.unknown(folder), options)
    const earlier = await Earlier.read(folder)
    // to look through a hundred thousand folders takes longer than all else that a small change asks for
    await sweep(folder, hasJournal(folder))
    return new OutFolder(folder, earlier, options)
  }

  /** What earlier runs put here of other documents than these, those runs that were killed included. */
  *beside(documents: ReadonlySet<string>): Generator<Artefact> {
    for (const [path, documentId] of this.#earlier.owners()) {
      const artefact = documents.has(documentId) ? undefined : this.#earlier.first(path)
      if (artefact !== undefined) yield artefact
    }
  }

  /** Whether no earlier run has said that it put something here. */
  get isNew(): boolean {
    return this.#earlier.isEmpty
  }

  /** Whether an earlier run put something there, and said so. */
  has(path: string): boolean {
    return this.#earlier.has(path)
  }

  /**
   * Resolves once it is written beside its place, which `finish` sees it take. Throws
   * UnverifiedOutputError for anything but what the gate handed out, and OutFolderError for this write
   * or an earlier one.
   */
  async write(verified: VerifiedOutput, book: NoticeBook): Promise<void> {
    if (!VerifiedOutput.is(verified)) throw new UnverifiedOutputError()
    const {output} = verified
    const bytes = this.#octets.of(output.text)
    const notice = book.notice(output.audience, [])
    const artefact: Artefact = {
      path: output.path,
      channel: output.channel,
      documentId: output.documentId,
      revision: output.revision,
      country: output.audience.country,
      language: output.audience.language,
      noticeId: notice.id,
      noticeRevision: notice.revision,
      sha256: sha256(bytes),
      bytes: bytes.length,
      ...(output.messages !== undefined && {segments: output.messages.length}),
    }
    this.#artefacts.set(output.path, artefact)
    if (!this.#earlier.knows(artefact)) this.#journal.note(artefact)
    // where no run has been, there is nothing to compare with
    const isKnown = this.#isHelping ? !this.#isNew : this.#earlier.has(output.path)
    const anew = this.#rewrite || !isKnown
    const wrote = await this.#files.write(output.path, bytes, anew)
    if (wrote) this.#written += 1
    else this.#unchanged += 1
  }

  /** The files of an article that an earlier run left as they should be, and the images of its pages. */
  keep(documentId: string, assets: readonly string[]): void {
    for (const url of assets) this.#companions.add(`web/${url}`)
    const helped = this.#helped.get(documentId)
    if (helped !== undefined) {
      this.#keptLines.push(helped)
      this.#helped.delete(documentId)
      return
    }
    for (const artefact of this.#earlier.of(documentId)) {
      this.#artefacts.set(artefact.path, artefact)
      this.#unchanged += 1
    }
  }

  /** A list that an earlier run left as it should be. */
  keepList(path: string): void {
    const artefact = this.#earlier.first(path)
    if (artefact === undefined) return
    this.#artefacts.set(path, artefact)
    this.#unchanged += 1
  }

  /** What another thread wrote, to be kept article by article. */
  adopt({articles, written, unchanged, brought}: HelpedFolder): void {
    for (const {id, artefacts} of articles) this.#helped.set(id, this.#spool.add(artefacts))
    const known = new Set(this.#brought)
    this.#brought.push(...brought.filter((path) => !known.has(path)))
    this.#written += written
    this.#unchanged += unchanged
  }

  /** Of a thread that helps: what it wrote since it was last asked, all of it on the disk. */
  async handOver(): Promise<HandedOver> {
    await this.#files.drain()
    const artefacts = [...this.#artefacts.values()]
    const [written, unchanged] = [this.#written, this.#unchanged]
    this.#artefacts.clear()
    this.#written = 0
    this.#unchanged = 0
    return {artefacts, written, unchanged, brought: this.#brought.splice(0)}
  }

  /** Of a run that has seen to the manifest itself: nothing is left to be told of its files. */
  async settle(): Promise<void> {
    await this.#journal.clear()
  }

  /** To be called in the end: nothing can be read of a report any more. */
  close(): void {
    this.#spool.discard()
  }

  refuse(problem: Problem, documentId: string, retracted: boolean): void {
    this.#refusals.problems.push(problem)
    this.#refusals.documents.add(documentId)
    if (retracted) this.#refusals.retracted.add(documentId)
  }

  /** An image that a page uses; `url` is `assets/<content-hash>.<ext>`, below out/web. */
  async asset(url: string, read: () => Promise<Uint8Array>): Promise<void> {
    await this.companion(`web/${url}`, read)
  }

  /** A file that carries no notice since nobody reads it by itself. Once a run. */
  async companion(path: string, read: () => Promise<Uint8Array>): Promise<void> {
    if (this.#companions.has(path)) return
    const bytes = await read()
    this.#companions.add(path)
    const wrote = await this.#files.write(path, bytes, this.#rewrite)
    // several threads bring the same picture: each is counted once, by the main one
    if (this.#isHelping) this.#brought.push(...(wrote ? [path] : []))
    else if (wrote) this.#written += 1
    else this.#unchanged += 1
  }

  /**
   * Withdraws what no longer belongs, keeps what a refused article had, and writes the manifest
   * last: a run that dies before it is completed by the next.
   */
  async finish(channels: readonly Channel[], now: string): Promise<OutReport> {
    await this.#files.drain()
    const kept: Artefact[] = []
    const withdrawn: Artefact[] = []
    const present = this.#earlier.isEmpty ? new Set() : this.#paths()
    for (const [path] of this.#earlier.owners()) {
      const artefact = present.has(path) ? undefined : this.#earlier.first(path)
      if (artefact === undefined) continue
      if (!this.#stays(artefact, channels)) withdrawn.push(artefact)
      else {
        const standing = await this.#earlier.standing(artefact.path)
        if (standing !== undefined) kept.push(standing)
      }
    }
    for (const artefact of kept) this.#artefacts.set(artefact.path, artefact)
    for (const {path} of withdrawn) await this.#withdraw(path)
    if (channels.includes('web') && this.#refusals.problems.length === 0) await this.#sweepAssets()

    const artefacts = new ArtefactList(this.#parts())
    const listed = {artefacts: artefacts.byPath(), refused: this.#refusals.problems}
    const previous = this.#rewrite ? undefined : this.#earlier.listed
    await writeManifest(this.folder, listed, previous, now)
    await this.#journal.clear()
    return {
      artefacts,
      written: this.#written + this.#brought.length,
      unchanged: this.#unchanged,
      withdrawn: withdrawn.map(({path}) => path),
      kept: kept.map(({path}) => path),
      companions: [...this.#companions].toSorted(),
    }
  }

  /** Of what the folder has now. */
  #paths(): Set<string> {
    const paths = new Set(this.#artefacts.keys())
    for (const line of this.#keptLines) {
      for (const {path} of artefactsOf(this.#spool.at(line) ?? [])) paths.add(path)
    }
    return paths
  }

  #parts(): Parts {
    const [spool, lines, own] = [this.#spool, this.#keptLines, [...this.#artefacts.values()]]
    return {
      length: lines.length + 1,
      at: (index) => (index < lines.length ? spool.at(lines[index] ?? -1) : own),
    }
  }

  /** Nobody asked for the channel, or the document was refused and is not to be withdrawn. */
  #stays({channel, documentId}: Artefact, channels: readonly Channel[]): boolean {
    const {documents, retracted} = this.#refusals
    if (!channels.includes(channel)) return true
    return documents.has(documentId) && !retracted.has(documentId)
  }

  /** With the folder that held nothing else. */
  async #withdraw(path: string): Promise<void> {
    const file = join(this.folder, path)
    await rm(file, {force: true})
    await rmdir(dirname(file)).catch(() => undefined)
  }

  async #sweepAssets(): Promise<void> {
    const names = await readdir(join(this.folder, ASSETS)).catch(() => [])
    const unused = names.filter((name) => !this.#companions.has(`${ASSETS}/${name}`))
    await Promise.all(unused.map((name) => rm(join(this.folder, ASSETS, name), {force: true})))
  }
}
