/** The folder that `publish` fills. Takes only what the gate has passed. */
import {createHash} from 'node:crypto'
import {readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import type {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {type Problem, UnverifiedOutputError} from '../../errors.ts'
import type {Channel} from '../../publishers/publisher.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import {sweep, writeAtomically} from './atomic-write.ts'
import {type Artefact, MANIFEST, type Manifest, manifestText, readManifest} from './manifest.ts'

const ASSETS = 'web/assets'

export interface OutReport {
  readonly artefacts: readonly Artefact[]
  readonly written: number
  readonly unchanged: number
  readonly withdrawn: readonly string[]
  /** Outputs of refused articles that were left as they stood. */
  readonly kept: readonly string[]
}

interface Refusals {
  readonly problems: Problem[]
  readonly documents: Set<string>
  readonly retracted: Set<string>
}

export class OutFolder {
  readonly folder: string
  readonly previous: Manifest | undefined
  readonly #artefacts = new Map<string, Artefact>()
  readonly #refusals: Refusals = {problems: [], documents: new Set(), retracted: new Set()}
  readonly #assets = new Set<string>()
  #written = 0
  #unchanged = 0

  private constructor(folder: string, previous: Manifest | undefined) {
    this.folder = folder
    this.previous = previous
  }

  static async open(folder: string): Promise<OutFolder> {
    const previous = await readManifest(folder)
    await sweep(folder)
    return new OutFolder(folder, previous)
  }

  /** Throws UnverifiedOutputError for anything but what the gate handed out. */
  async write(verified: VerifiedOutput, book: NoticeBook): Promise<void> {
    if (!VerifiedOutput.is(verified)) throw new UnverifiedOutputError()
    const {output} = verified
    const bytes = Buffer.from(output.text, 'utf8')
    const notice = book.notice(output.audience, [])
    await this.#put(output.path, bytes)
    this.#artefacts.set(output.path, {
      path: output.path,
      channel: output.channel,
      documentId: output.documentId,
      revision: output.revision,
      country: output.audience.country,
      language: output.audience.language,
      noticeId: notice.id,
      noticeRevision: notice.revision,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      ...(output.messages !== undefined && {segments: output.messages.length}),
    })
  }

  refuse(problem: Problem, documentId: string, retracted: boolean): void {
    this.#refusals.problems.push(problem)
    this.#refusals.documents.add(documentId)
    if (retracted) this.#refusals.retracted.add(documentId)
  }

  /** An image that a page uses; `url` is `assets/<content-hash>.<ext>`, below out/web. */
  async asset(url: string, bytes: Uint8Array): Promise<void> {
    const path = `web/${url}`
    if (this.#assets.has(path)) return
    this.#assets.add(path)
    await this.#put(path, bytes)
  }

  /**
   * Withdraws what no longer belongs, keeps what a refused article had, and writes the manifest
   * last: a run that dies before it is completed by the next.
   */
  async finish(channels: readonly Channel[], now: string): Promise<OutReport> {
    const before = this.previous?.artefacts ?? []
    const gone = before.filter(({path}) => !this.#artefacts.has(path))
    const stays = ({channel, documentId}: Artefact): boolean =>
      !channels.includes(channel) ||
      (this.#refusals.documents.has(documentId) && !this.#refusals.retracted.has(documentId))
    const kept = gone.filter(stays)
    const withdrawn = gone.filter((artefact) => !stays(artefact))
    for (const artefact of kept) this.#artefacts.set(artefact.path, artefact)
    await Promise.all(withdrawn.map(({path}) => rm(join(this.folder, path), {force: true})))
    if (channels.includes('web') && this.#refusals.problems.length === 0) await this.#sweepAssets()

    const artefacts = [...this.#artefacts.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
    const text = manifestText({artefacts, refused: this.#refusals.problems}, this.previous, now)
    await writeAtomically(join(this.folder, MANIFEST), Buffer.from(text, 'utf8'))
    return {
      artefacts,
      written: this.#written,
      unchanged: this.#unchanged,
      withdrawn: withdrawn.map(({path}) => path),
      kept: kept.map(({path}) => path),
    }
  }

  async #put(path: string, bytes: Uint8Array): Promise<void> {
    const wrote = await writeAtomically(join(this.folder, path), bytes)
    if (wrote) this.#written += 1
    else this.#unchanged += 1
  }

  async #sweepAssets(): Promise<void> {
    const names = await readdir(join(this.folder, ASSETS)).catch(() => [])
    const unused = names.filter((name) => !this.#assets.has(`${ASSETS}/${name}`))
    await Promise.all(unused.map((name) => rm(join(this.folder, ASSETS, name), {force: true})))
  }
}
