/** A dataset over HTTP that answers the real Sanity client: with the perspectives raw and drafts. */
import {createServer, type IncomingMessage, type Server} from 'node:http'
import {createClient, type SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'

export interface Doc {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** Drafts in place of what is published, under the published id, as the perspective `drafts` does. */
const asDrafts = (documents: readonly Doc[]): readonly Doc[] => {
  const shown = new Map<string, Doc>()
  const inOrder = documents.toSorted(
    (one, other) => Number(one._id.includes('.')) - Number(other._id.includes('.')),
  )
  for (const document of inOrder) {
    const _id = document._id.replace(/^drafts\./, '')
    shown.set(_id, {...document, _id, _originalId: document._id})
  }
  return [...shown.values()]
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

const question = async (
  request: IncomingMessage,
  url: URL,
): Promise<{readonly query: string; readonly params: Readonly<Record<string, unknown>>}> => {
  if (request.method === 'POST') {
    const read: unknown = JSON.parse(await bodyOf(request))
    const {query, params} = Object(read)
    return {query: String(query), params: Object(params)}
  }
  const params = [...url.searchParams]
    .filter(([name]) => name.startsWith('$'))
    .map(([name, value]): readonly [string, unknown] => [name.slice(1), JSON.parse(value)])
  return {query: url.searchParams.get('query') ?? '', params: Object.fromEntries(params)}
}

const answer = async (
  request: IncomingMessage,
  url: URL,
  documents: readonly Doc[],
): Promise<unknown> => {
  const {query, params} = await question(request, url)
  const dataset = url.searchParams.get('perspective') === 'raw' ? documents : asDrafts(documents)
  const value = await evaluate(parse(query, {params}), {dataset, params})
  return {ms: 0, query, result: await value.get()}
}

export interface Lake {
  /** Replaces what the dataset holds. */
  readonly fill: (documents: readonly Doc[]) => void
  readonly client: SanityClient
  readonly close: () => Promise<void>
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('The test dataset has no port.'))
    })
  })

export const openLake = async (): Promise<Lake> => {
  let documents: readonly Doc[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    answer(request, url, documents).then(
      (json) => response.setHeader('content-type', 'application/json').end(JSON.stringify(json)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const port = await listen(server)
  const client = createClient({
    projectId: 'local',
    dataset: 'health',
    apiVersion: '2026-03-01',
    apiHost: `http://127.0.0.1:${port}`,
    useProjectHostname: false,
    useCdn: false,
    maxRetries: 0,
  })
  return {
    fill: (filling) => {
      documents = filling
    },
    client,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
