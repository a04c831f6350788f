/** Spools a project's export into a file: all of it, or an error. */
import type {FileHandle} from 'node:fs/promises'
import type {SanityClient} from '@sanity/client'
import {BrokenOffError, HttpFailure} from './failure.ts'

const headersOf = (client: SanityClient): Record<string, string> => {
  const {token, projectId, useProjectHostname} = client.config()
  return {
    ...(token !== undefined && token !== '' && {authorization: `Bearer ${token}`}),
    ...(!useProjectHostname && projectId !== undefined && {'x-sanity-project-id': projectId}),
  }
}

/** An answer that merely ends when the connection does cannot be told from one that broke off. */
const isEndless = (headers: Headers): boolean =>
  headers.get('connection')?.toLowerCase() === 'close' &&
  !headers.has('content-length') &&
  !headers.has('transfer-encoding')

/** Writes the export's bytes to the file. Throws HttpFailure, BrokenOffError or what fetch throws. */
export const spoolExport = async (
  client: SanityClient,
  dataset: string,
  file: FileHandle,
): Promise<void> => {
  const url = client.getUrl(`/data/export/${dataset}`)
  const response = await fetch(url, {headers: headersOf(client)})
  if (!response.ok) {
    const retryAfter = response.headers.get('retry-after') ?? undefined
    throw new HttpFailure(response.status, await response.text(), retryAfter)
  }
  if (response.body === null || isEndless(response.headers)) {
    throw new BrokenOffError('The answer does not say where it ends')
  }
  const reader = response.body.getReader()
  for (;;) {
    const {done, value} = await reader.read()
    if (done) return
    await file.writeFile(value)
  }
}
