/** Archives as `sanity dataset export` writes them, and as nobody should. */
import {gzipSync} from 'node:zlib'
import {type Header, pack} from 'tar-stream'

export interface Member extends Partial<Header> {
  readonly name: string
  readonly content?: string | Uint8Array
}

export const tarGz = async (members: readonly Member[]): Promise<Buffer> => {
  const archive = pack()
  for (const {content = '', ...header} of members) {
    archive.entry(header, typeof content === 'string' ? content : Buffer.from(content))
  }
  archive.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of archive) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return gzipSync(Buffer.concat(chunks))
}
