/** out/manifest.json: what every artefact is, so that the next run and `verify` know (contracts.md). */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {parseJson} from '../../content/parse-json.ts'
import {type Problem, SourceError} from '../../errors.ts'
import {CHANNELS, type Channel} from '../../publishers/publisher.ts'
import {writePiecesAtomically} from './atomic-write.ts'
import {SharedTexts} from './shared-texts.ts'

export interface Artefact {
  readonly path: string
  readonly channel: Channel
  readonly documentId: string
  readonly revision: string
  readonly country: string
  readonly language: string
  readonly noticeId: string
  readonly noticeRevision: string
  readonly sha256: string
  readonly bytes: number
  /** SMS only: the number of messages. */
  readonly segments?: number
}

export interface Manifest {
  readonly version: 1
  readonly generatedAt: string
  readonly artefacts: readonly Artefact[]
  readonly refused: readonly Problem[]
}

/** With artefacts that need not all be in memory. */
interface WithMany extends Omit<Manifest, 'artefacts'> {
  readonly artefacts: Iterable<Artefact>
}

/** The same artefact; what thousands of artefacts say alike is one text each. */
export const compact = (artefact: Artefact, texts: SharedTexts): Artefact => ({
  ...artefact,
  documentId: texts.of(artefact.documentId),
  revision: texts.of(artefact.revision),
  country: texts.of(artefact.country),
  language: texts.of(artefact.language),
  noticeId: texts.of(artefact.noticeId),
  noticeRevision: texts.of(artefact.noticeRevision),
})

export const MANIFEST = 'manifest.json'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isArtefact = (value: unknown): value is Artefact =>
  isRecord(value) &&
  CHANNELS.some((channel) => channel === value['channel']) &&
  typeof value['bytes'] === 'number' &&
  [
    'path',
    'documentId',
    'revision',
    'country',
    'language',
    'noticeId',
    'noticeRevision',
    'sha256',
  ].every((field) => typeof value[field] === 'string')

// A path that climbs would let a forged manifest have files elsewhere deleted.
const climbs = (path: string): boolean =>
  path.split(/[/\\]/).includes('..') || /^(?:\/|[A-Za-z]:)/.test(path)

/** `undefined` for anything but an artefact below the folder. */
export const parseArtefact = (value: unknown): Artefact | undefined =>
  isArtefact(value) && !climbs(value.path) ? value : undefined

const isProblem = (value: unknown): value is Problem =>
  isRecord(value) &&
  ['documentId', 'path', 'code', 'message'].every((field) => typeof value[field] === 'string')

const broken = (file: string): SourceError =>
  new SourceError({
    code: 'MANIFEST_INVALID',
    source: file,
    message:
      'This is not a manifest that Throwline wrote. Publish into another folder, or remove it and publish again.',
  })

/** Undefined for anything but a manifest. */
export const manifestOf = (value: unknown): Manifest | undefined => {
  if (!isRecord(value) || value['version'] !== 1) return undefined
  const {generatedAt, artefacts, refused} = value
  if (typeof generatedAt !== 'string' || !Array.isArray(artefacts) || !Array.isArray(refused)) {
    return undefined
  }
  if (!artefacts.every(isArtefact) || !refused.every(isProblem)) return undefined
  if (artefacts.some(({path}) => climbs(path))) return undefined
  const texts = new SharedTexts()
  const own = artefacts.map((artefact) => compact(artefact, texts))
  return {version: 1, generatedAt, artefacts: own, refused}
}

/** `undefined` when the folder has none; throws SourceError MANIFEST_INVALID for anything else. */
export const readManifest = async (folder: string): Promise<Manifest | undefined> => {
  const file = join(folder, MANIFEST)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const manifest = manifestOf(parseJson(text))
  if (manifest === undefined) throw broken(file)
  return manifest
}

const nested = (value: unknown, spaces: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${spaces}`)

/** What the manifest says of one file, as it stands there. */
export const artefactPiece = (artefact: Artefact): string => `    ${nested(artefact, '    ')}`

/** `JSON.stringify(manifest, null, 2)` and a line break, piece by piece: it can be larger than memory likes. */
export function* manifestPieces({
  version,
  generatedAt,
  artefacts,
  refused,
}: WithMany): Generator<string> {
  yield `{\n  "version": ${version},\n  "generatedAt": ${JSON.stringify(generatedAt)},\n  "artefacts": [`
  let before = ''
  for (const artefact of artefacts) {
    yield `${before}\n${artefactPiece(artefact)}`
    before = ','
  }
  yield `${before === '' ? '' : '\n  '}],\n  "refused": ${nested(refused, '  ')}\n}\n`
}

/** What an earlier manifest said, by path. */
export interface Said extends Pick<Manifest, 'refused'> {
  readonly size: number
  get(path: string): Artefact | undefined
}

type Saying = Pick<WithMany, 'artefacts' | 'refused'>

const saysTheSame = (before: Said, now: Saying): boolean => {
  let artefacts = 0
  for (const artefact of now.artefacts) {
    if (!isDeepStrictEqual(artefact, before.get(artefact.path))) return false
    artefacts += 1
  }
  return artefacts === before.size && isDeepStrictEqual(before.refused, now.refused)
}

/**
 * `artefacts`: by path. Leaves the file alone when it already says so: then `generatedAt` stays as it was, too.
 */
export const writeManifest = async (
  folder: string,
  {artefacts, refused}: Saying,
  previous: Said | undefined,
  now: string,
): Promise<void> => {
  if (previous !== undefined && saysTheSame(previous, {artefacts, refused})) return
  const manifest: WithMany = {version: 1, generatedAt: now, artefacts, refused}
  await writePiecesAtomically(join(folder, MANIFEST), manifestPieces(manifest))
}
