/**
 * A partner's server that is told of changes: `SECRET=whsec_… node examples/receiver.ts`, then
 * `throwline partners webhook PARTNER set http://localhost:4010/` (WEBHOOK_ALLOW=localhost, for here and
 * for the server). With KEY=tl_… it keeps a copy of all articles beside it, fresh within a moment.
 */
import {createServer} from 'node:http'
import {Webhook} from 'standardwebhooks'
import {createClient, mirror} from '../client/index.ts'
import {folderStore} from '../client/folder.ts'

/** Octets of a message: a hundred changes have 30,000 at most. */
const LARGEST = 256 * 1024
/** Ids of messages that are remembered, for one may come twice. */
const REMEMBERED = 10_000

export interface ReceiverOptions {
  /** As `partners webhook … set` showed it. */
  readonly secret: string
  /** 0 takes any that is free. */
  readonly port: number
  /** Called once for each message, in their order, with what it tells. The message is taken when it resolves. */
  readonly onChanges: (changes: readonly unknown[]) => Promise<void> | void
}

export interface Receiver {
  readonly url: string
  close(): Promise<void>
}

const changesOf = (message: unknown): readonly unknown[] => {
  if (typeof message !== 'object' || message === null || !('data' in message)) return []
  const {data} = message
  if (typeof data !== 'object' || data === null || !('changes' in data)) return []
  return Array.isArray(data.changes) ? data.changes : []
}

export const startReceiver = async (options: ReceiverOptions): Promise<Receiver> => {
  const {secret, port, onChanges} = options
  const webhook = new Webhook(secret)
  const seen = new Set<string>()

  const take = async (body: string, headers: Readonly<Record<string, string>>): Promise<number> => {
    let message: unknown
    try {
      // what is older than five minutes is refused too
      message = webhook.verify(body, {...headers})
    } catch {
      return 401
    }
    const id = headers['webhook-id'] ?? ''
    if (seen.has(id)) return 204
    await onChanges(changesOf(message))
    seen.add(id)
    const [oldest] = seen
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest)
    return 204
  }

  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    let size = 0
    request.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > LARGEST) request.destroy()
      else pieces.push(piece)
    })
    request.on('end', () => {
      const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
      const headers = Object.fromEntries(names.map((name) => [name, String(request.headers[name])]))
      take(Buffer.concat(pieces).toString(), headers).then(
        (status) => response.writeHead(status).end(),
        // it comes again
        () => response.writeHead(500).end(),
      )
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', resolve)
  })
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://localhost:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Brings the copies in `folder` up to date with each call; one after the other. */
const copyInto = (folder: string, url: string, key: string): (() => void) => {
  const client = createClient({url, key})
  const store = folderStore(folder)
  const copy = async (): Promise<void> => {
    await mirror({
      client,
      store,
      follow: false,
      onEvent: (event) => console.log('mirror:', 'id' in event ? event.id : '', event.kind),
    })
  }
  let copying = Promise.resolve()
  return () => {
    copying = copying.then(copy).catch((error: unknown) => console.error(String(error)))
  }
}

const main = async (): Promise<void> => {
  const {SECRET: secret, KEY: key, PORT: port = '4010', PUBLISHER: publisher} = process.env
  if (secret === undefined) throw new Error('Set SECRET to what "partners webhook … set" showed.')
  const freshen =
    key === undefined ? () => {} : copyInto('mirror', publisher ?? 'http://localhost:4000', key)
  const {url} = await startReceiver({
    secret,
    port: Number(port),
    onChanges: (changes) => {
      for (const change of changes) console.log('told:', JSON.stringify(change))
      freshen()
    },
  })
  console.log(`Listening at ${url}`)
  freshen()
}

if (import.meta.main) await main()
