/**
 * Bytes to text. A byte order mark says UTF-8 or UTF-16; without one, zero bytes at the beginning
 * give UTF-16 away, and all else is UTF-8. Bytes that are not become U+FFFD, which refuses their row.
 */
import {UsageError} from '../../errors.ts'

const SAMPLE = 64

const detect = (start: Uint8Array): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const zeros = (parity: number): number =>
    start.slice(0, SAMPLE).filter((byte, index) => byte === 0 && index % 2 === parity).length
  // ASCII in UTF-16 has a zero in every pair; a header is ASCII
  const pairs = Math.min(start.length, SAMPLE) / 2
  if (zeros(1) > pairs / 2) return 'utf-16le'
  if (zeros(0) > pairs / 2) return 'utf-16be'
  return 'utf-8'
}

const decoderOf = (encoding: string): TextDecoder => {
  try {
    return new TextDecoder(encoding)
  } catch {
    throw new UsageError(
      `--encoding ${encoding}: there is no such encoding. Write utf-8, utf-16le, utf-16be or windows-1252.`,
    )
  }
}

/** `encoding` by a name of the WHATWG list, as `windows-1252`; detected when absent. */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  encoding?: string,
): AsyncGenerator<string> {
  let decoder = encoding === undefined ? undefined : decoderOf(encoding)
  let start: Uint8Array = new Uint8Array()
  for await (const chunk of bytes) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk, {stream: true})
      continue
    }
    start = Buffer.concat([start, chunk])
    if (start.length < SAMPLE) continue
    decoder = decoderOf(detect(start))
    yield decoder.decode(start, {stream: true})
  }
  if (decoder === undefined) yield decoderOf(detect(start)).decode(start)
  else yield decoder.decode()
}
