/** A partner's server on loopback, which behaves as badly as a test asks of it. */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {Webhook} from 'standardwebhooks'
import {onTestFinished} from 'vitest'

export interface Received {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Receiver {
  /** `http://localhost:…/` */
  readonly url: string
  readonly received: Received[]
  close(): Promise<void>
}

type Behaviour = (request: Received, response: ServerResponse, message: IncomingMessage) => void

const TAKE: Behaviour = (_request, response) => {
  response.writeHead(204).end()
}

export const startReceiver = async (behave: Behaviour = TAKE): Promise<Receiver> => {
  const received: Received[] = []
  const server = createServer((message, response) => {
    let body = ''
    message.setEncoding('utf8')
    message.on('data', (piece: string) => {
      body += piece
    })
    message.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
      )
      const request = {path: message.url ?? '', headers, body}
      received.push(request)
      behave(request, response, message)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  }
  onTestFinished(close)
  return {url: `http://localhost:${port}/`, received, close}
}

export interface ReadMessage {
  readonly type: string
  readonly timestamp: string
  readonly data: {readonly changes: readonly {readonly id: string}[]; readonly cursor: string}
}

/** What a partner reads of it with the library's own check. Throws for a signature that is not right. */
export const verified = ({headers, body}: Received, secret: string): ReadMessage => {
  new Webhook(secret).verify(body, {...headers})
  const message: ReadMessage = JSON.parse(body)
  return message
}
