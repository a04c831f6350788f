/** A partner's web site on this machine: what it answers, path by path, and what it was asked for. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

export interface SiteAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface PartnerSite {
  readonly origin: string
  /** Paths, in the order in which they were asked for. */
  readonly asked: string[]
  readonly agents: Set<string>
  set(path: string, answer: string | SiteAnswer | Handler): string
  close(): Promise<void>
}

const send = (
  response: ServerResponse,
  {status = 200, headers = {}, body = ''}: SiteAnswer,
): void => {
  response.writeHead(status, {'content-type': 'text/html; charset=utf-8', ...headers})
  response.end(body)
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

export const partnerSite = async (): Promise<PartnerSite> => {
  const answers = new Map<string, SiteAnswer | Handler>()
  const asked: string[] = []
  const agents = new Set<string>()
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    agents.add(request.headers['user-agent'] ?? '')
    const answer = answers.get(path)
    if (answer === undefined) send(response, {status: 404, body: 'Not found'})
    else if (typeof answer === 'function') answer(request, response)
    else send(response, answer)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const address: AddressInfo | string | null = server.address()
  const port = address === null || typeof address === 'string' ? 0 : address.port
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    asked,
    agents,
    set: (path, answer) => {
      answers.set(path, typeof answer === 'string' ? {body: answer} : answer)
      return `${origin}${path}`
    },
    close: () => closed(server),
  }
}
