/** `throwline verify`: the gate over files, whoever made them. */
import {createHash} from 'node:crypto'
import {readdir, readFile, stat} from 'node:fs/promises'
import {join, resolve, sep} from 'node:path'
import colors from 'picocolors'
import type {Content} from '../../content/content.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {NoticeLostError, NoticeMissingError, UsageError} from '../../errors.ts'
import {createGate, type Gate} from '../../verification/gate.ts'
import {formatOf} from '../../verification/format.ts'
import {expectations, type Expectations} from '../expectations.ts'
import {openConfiguredContent, parseCountry, parseToday} from '../open-content.ts'
import {type Artefact, readManifest} from '../out/manifest.ts'
import {createProgress} from '../progress.ts'

export interface VerifyCommandOptions {
  readonly dataset?: string
  readonly country?: string
  readonly language?: string
  readonly today?: string
  readonly json?: boolean
}

/** A file to read back, with what the manifest says of it where there is one. */
interface Candidate {
  readonly file: string
  /** Below the output folder, or the file as named. */
  readonly path: string
  readonly artefact?: Artefact
}

interface Verdict {
  readonly file: string
  readonly ok: boolean
  readonly reason?: string
}

const artefactFiles = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => formatOf(file) !== undefined)
    .toSorted()
}

const inFolder = async (folder: string): Promise<readonly Candidate[]> => {
  const manifest = await readManifest(folder)
  const byPath = new Map((manifest?.artefacts ?? []).map((entry) => [entry.path, entry]))
  const files = await artefactFiles(folder)
  const root = `${resolve(folder)}${sep}`
  const found = files.map((file) => {
    const path = resolve(file).slice(root.length).split(sep).join('/')
    const artefact = byPath.get(path)
    byPath.delete(path)
    return {file, path, ...(artefact !== undefined && {artefact})}
  })
  // What the manifest lists and the folder has lost must be found missing, not passed over.
  const lost = [...byPath.values()].map((artefact) => ({
    file: join(folder, artefact.path),
    path: artefact.path,
    artefact,
  }))
  return [...found, ...lost]
}

const candidates = async (paths: readonly string[]): Promise<readonly Candidate[]> => {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const info = await stat(path).catch(() => undefined)
      if (info === undefined) throw new UsageError(`${path}: there is no such file or folder.`)
      if (info.isDirectory()) return inFolder(path)
      if (formatOf(path) !== undefined) return [{file: path, path}]
      throw new UsageError(
        `${path}: not an artefact; those end in .html, .eml, .sms.txt, .json or .xml.`,
      )
    }),
  )
  const all = lists.flat()
  if (all.length === 0) {
    throw new UsageError(
      `${paths.join(', ')}: no artefact in it (.html .eml .sms.txt .json .xml). Publish first, or name another folder.`,
    )
  }
  return all
}

const check = async (gate: Gate, known: Expectations, candidate: Candidate): Promise<Verdict> => {
  const {file, path, artefact} = candidate
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes === undefined) return {file, ok: false, reason: 'the manifest lists it and it is gone'}
  const format = formatOf(path)
  if (format === undefined) {
    return {file, ok: false, reason: 'not an artefact: .html .eml .sms.txt .json or .xml is'}
  }
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
    const expectation = known.of(artefact, format)
    await gate.inspect({path, format, text}, expectation)
  } catch (error) {
    if (error instanceof NoticeLostError) return {file, ok: false, reason: error.reason}
    if (error instanceof NoticeMissingError) return {file, ok: false, reason: error.problem.message}
    if (error instanceof TypeError) return {file, ok: false, reason: 'it is not UTF-8'}
    throw error
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (artefact !== undefined && artefact.sha256 !== sha256) {
    return {file, ok: false, reason: 'it is not the file that was published (sha256 differs)'}
  }
  return {file, ok: true}
}

const bookOf = async (content: Content, today: string): Promise<NoticeBook> =>
  new NoticeBook({
    site: await content.site(),
    notices: (await content.notices()).items,
    helplines: (await content.helplines()).items,
    today,
  })

/** The exit status: 1 when any file is refused. */
export const verifyCommand = async (
  paths: readonly string[],
  options: VerifyCommandOptions,
): Promise<number> => {
  const today = parseToday(options.today)
  const country = parseCountry(options.country)
  const list = await candidates(paths)
  const content = await openConfiguredContent(options.dataset, today)
  try {
    const site = await content.site()
    const book = await bookOf(content, today)
    const gate = createGate(book, {origin: site.url})
    const audience = {
      country: country ?? site.defaultCountry,
      language: options.language ?? site.defaultLanguage,
    }
    const known = await expectations(content, site, audience)
    const progress = await createProgress('files')
    const verdicts: Verdict[] = []
    try {
      progress.start(list.length)
      for (const candidate of list) {
        verdicts.push(await check(gate, known, candidate))
        progress.step()
      }
    } finally {
      progress.stop()
    }
    const refused = verdicts.filter(({ok}) => !ok)
    if (options.json === true) process.stdout.write(`${JSON.stringify({verdicts}, null, 2)}\n`)
    for (const {file, reason} of refused) {
      process.stderr.write(`${colors.red('NOTICE_LOST')} ${colors.bold(file)}\n  ${reason}\n`)
    }
    if (options.json !== true) {
      process.stdout.write(
        `${verdicts.length - refused.length} of ${verdicts.length} artefacts carry their notice.\n`,
      )
    }
    return refused.length === 0 ? 0 : 1
  } finally {
    await content.close()
  }
}
