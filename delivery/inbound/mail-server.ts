/** What the mail servers of this program share: one that listens, and a mail read from it. */
import {SMTPServer, type SMTPServerDataStream, type SMTPServerOptions} from 'smtp-server'

/** All of it, or `undefined` when it is more than `limit` octets; what is too much is not kept. */
export const collect = async (
  stream: SMTPServerDataStream,
  limit: number,
): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let octets = 0
  for await (const chunk of stream) {
    const data = Buffer.from(chunk)
    octets += data.length
    if (octets <= limit) chunks.push(data)
    else chunks.length = 0
  }
  return octets > limit ? undefined : Buffer.concat(chunks)
}

export interface MailListener {
  readonly port: number
  close(): Promise<void>
}

/** Milliseconds for clients to end what they are at. */
const CLOSING = 1000

/** Rejects when the port is taken or may not be used. */
export const listenForMail = async (
  options: SMTPServerOptions,
  {host, port}: {readonly host: string; readonly port: number},
): Promise<MailListener> => {
  const server = new SMTPServer({...options, closeTimeout: CLOSING})
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, host, resolve)
  })
  // a client that breaks off is no news
  server.on('error', () => undefined)
  const address = server.server.address()
  return Object.freeze({
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  })
}
