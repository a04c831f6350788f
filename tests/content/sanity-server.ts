/**
 * The part of Sanity's HTTP API that the source uses, on the loopback: export and query, answered
 * for real (queries by groq-js), with faults put in between.
 */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {evaluate, parse} from 'groq-js'
import {onTestFinished} from 'vitest'
import {ndjson, type RawDocument} from './documents.ts'

/** Answers one request in the server's place; the next one is answered as usual. */
export type Fault = (response: ServerResponse, body: string) => void

export interface SanityServer {
  readonly apiHost: string
  /** Path and method of each request, in order. */
  readonly requests: readonly {
    readonly path: string
    readonly headers: IncomingMessage['headers']
  }[]
  /** Put before the coming requests, one each. */
  failNext(...faults: readonly Fault[]): void
  stop(): Promise<void>
}

export const answer =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response) => {
    response.writeHead(status, {'content-type': 'application/json', ...headers})
    response.end(JSON.stringify(body))
  }

/** Sends part of the body as if there were more, then drops the connection. */
export const dropAfter =
  (part: number): Fault =>
  (response, body) => {
    response.writeHead(200, {'content-type': 'application/x-ndjson'})
    response.write(body.slice(0, Math.floor(body.length * part)), () => response.destroy())
  }

/** Ends in good order after other text than the whole body. */
export const sendInstead =
  (change: (body: string) => string, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response, body) => {
    response.writeHead(200, {'content-type': 'application/x-ndjson', ...headers})
    response.end(change(body))
  }

const isPublished = ({_id}: RawDocument): boolean => !/^(?:drafts|versions)\./.test(_id)

const query = async (url: URL, documents: readonly RawDocument[]): Promise<string> => {
  const params = Object.fromEntries(
    [...url.searchParams].flatMap(([name, value]) =>
      name.startsWith('$') ? [[name.slice(1), JSON.parse(value)]] : [],
    ),
  )
  const visible =
    url.searchParams.get('perspective') === 'published' ? documents.filter(isPublished) : documents
  const tree = parse(url.searchParams.get('query') ?? '', {params})
  const result = await (await evaluate(tree, {dataset: visible, params})).get()
  return JSON.stringify({ms: 1, query: '', result})
}

export const sanityServer = async (
  documents: readonly RawDocument[],
  dataset = 'health',
): Promise<SanityServer> => {
  const requests: {path: string; headers: IncomingMessage['headers']}[] = []
  const faults: Fault[] = []

  const bodyOf = async (url: URL): Promise<string | undefined> => {
    if (url.pathname.endsWith(`/data/export/${dataset}`)) return ndjson(documents)
    if (url.pathname.endsWith(`/data/query/${dataset}`)) return query(url, documents)
    return undefined
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    requests.push({path: url.pathname, headers: request.headers})
    void bodyOf(url).then((body) => {
      const fault = faults.shift()
      if (fault !== undefined) fault(response, body ?? '')
      else if (body === undefined) {
        answer(404, {statusCode: 404, error: 'Not Found', message: 'Dataset not found'})(
          response,
          '',
        )
      } else {
        const type = url.pathname.includes('/export/') ? 'application/x-ndjson' : 'application/json'
        response.writeHead(200, {'content-type': type})
        response.end(body)
      }
    })
  })
  const {port} = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address)
    })
  })
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  }
  onTestFinished(stop)
  return {
    apiHost: `http://127.0.0.1:${port}`,
    requests,
    failNext: (...more) => {
      faults.push(...more)
    },
    stop,
  }
}
