/** Unpacks an export archive (`data.ndjson`, `images/`) as a stream, trusting nothing in it. */
import {createWriteStream} from 'node:fs'
import {type FileHandle, mkdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {type Header as TarHeader, extract} from 'tar-stream'
import {SourceError} from '../errors.ts'

export interface UnpackLimits {
  /** Bytes in all, unpacked. */
  readonly bytes: number
  /** Unpacked bytes a packed byte; text packs 5 to 30 times, gzip's worst is 1,030. */
  readonly ratio: number
  readonly entries: number
}

export const UNPACK_LIMITS: UnpackLimits = {
  bytes: 32 * 1024 ** 3,
  ratio: 200,
  entries: 500_000,
}

/** Below this a high ratio does no harm. */
const RATIO_COUNTS_FROM = 16 * 1024 * 1024

/** Asset files and data lie at the top or in one folder, as `sanity dataset export` writes them. */
const DATA = /^(?:[^/]+\/)?data\.ndjson$/
const IMAGE = /^(?:[^/]+\/)?images\/[^/]+$/

type Refuse = (code: string, message: string, cause?: unknown) => SourceError

const isSafe = (path: string): boolean =>
  path !== '' &&
  path.length <= 512 &&
  !/^(?:\/|[A-Za-z]:)/.test(path) &&
  !/[\\\0]/.test(path) &&
  !path.split('/').includes('..')

/** Counts what comes out against what went in. */
const meter = (packed: () => number, limits: UnpackLimits, refuse: Refuse): Transform => {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      const isBomb = bytes > RATIO_COUNTS_FROM && bytes > packed() * limits.ratio
      if (bytes <= limits.bytes && !isBomb) {
        done(null, chunk)
        return
      }
      const why = isBomb
        ? `unpacks to more than ${limits.ratio} times its size`
        : `unpacks to more than ${limits.bytes} bytes`
      done(
        refuse(
          'SOURCE_ARCHIVE_TOO_LARGE',
          `The archive ${why}. Check where it came from; give the unpacked .ndjson file if it is right.`,
        ),
      )
    },
  })
}

const checkEntry = (header: TarHeader, refuse: Refuse): string => {
  const {type} = header
  const name = header.name.replace(/^(?:\.\/)+/, '')
  const shown = JSON.stringify(header.name.slice(0, 200))
  if (type !== 'file' && type !== 'directory' && type !== 'contiguous-file') {
    throw refuse(
      'SOURCE_ARCHIVE_REFUSED',
      `The archive holds ${shown}, a ${type ?? 'thing of no known kind'}. Only files and folders belong in an export: export the dataset again.`,
    )
  }
  if (type === 'directory' || isSafe(name)) {
    if (type !== 'directory' || !name.split('/').includes('..')) return name
  }
  throw refuse(
    'SOURCE_ARCHIVE_REFUSED',
    `The archive holds ${shown}, a path that leads out of its folder. Do not use this file: export the dataset again.`,
  )
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** zlib's and tar-stream's own errors, named. */
const named = (error: unknown, refuse: Refuse): unknown => {
  if (error instanceof SourceError || !(error instanceof Error)) return error
  const code = errorCode(error)
  if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(error.message)) {
    return refuse(
      'SOURCE_TRUNCATED',
      'The archive breaks off: the file is not whole. Fetch or export it again.',
      error,
    )
  }
  if (code.startsWith('Z_') || /tar|header|checksum/i.test(error.message)) {
    return refuse(
      'SOURCE_ARCHIVE_INVALID',
      'The file is not a gzipped tar archive, or it is damaged. Export the dataset again.',
      error,
    )
  }
  return error
}

/** Gives the path of the unpacked `data.ndjson`; images lie in `images/` beside it. */
export const unpack = async (
  archive: FileHandle,
  folder: string,
  name: string,
  limits: UnpackLimits = UNPACK_LIMITS,
): Promise<string> => {
  const refuse: Refuse = (code, message, cause) =>
    new SourceError({code, source: name, message, ...(cause !== undefined && {cause})})
  const packed = archive.createReadStream()
  const contents = extract()
  const data: string[] = []
  let entries = 0

  const store = async (): Promise<void> => {
    for await (const entry of contents) {
      entries++
      if (entries > limits.entries) {
        throw refuse(
          'SOURCE_ARCHIVE_TOO_LARGE',
          `The archive holds more than ${limits.entries} files. Check where it came from.`,
        )
      }
      const path = checkEntry(entry.header, refuse)
      const isFile = entry.header.type !== 'directory'
      if (isFile && DATA.test(path)) data.push(path)
      if (isFile && (DATA.test(path) || IMAGE.test(path))) {
        const target = join(folder, path)
        await mkdir(dirname(target), {recursive: true})
        await pipeline(entry, createWriteStream(target, {mode: 0o600, flags: 'wx'}))
      } else {
        entry.resume()
      }
    }
  }

  const unzip = pipeline(
    packed,
    createGunzip(),
    meter(() => packed.bytesRead, limits, refuse),
    contents,
  )
  try {
    await Promise.all([unzip, store()])
  } catch (error) {
    contents.destroy()
    await unzip.catch(() => undefined)
    throw named(error, refuse)
  }
  const [found] = data
  if (found !== undefined && data.length === 1) return join(folder, found)
  throw refuse(
    'SOURCE_ARCHIVE_INVALID',
    `The archive holds ${data.length} files called data.ndjson, and one is needed. Make it with: sanity dataset export.`,
  )
}
