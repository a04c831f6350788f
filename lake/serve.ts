/** Node's HTTP server around the app. */
import {createAdaptorServer} from '@hono/node-server'
import type {Hono} from 'hono'
import type {AddressInfo} from 'node:net'
import {LakeError} from '../errors.ts'

export interface Serving {
  readonly port: number
  readonly close: () => Promise<void>
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** Throws LakeError LAKE_PORT_TAKEN. */
export const serve = async (app: Hono, hostname: string, port: number): Promise<Serving> => {
  const server = createAdaptorServer({fetch: app.fetch})
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const taken = hasCode(error, 'EADDRINUSE')
      const denied = hasCode(error, 'EACCES')
      reject(
        taken || denied
          ? new LakeError(
              'LAKE_PORT_TAKEN',
              `Port ${port} ${taken ? 'is in use' : 'may not be opened'}. Stop what uses it, or give another with --port.`,
              error,
            )
          : error,
      )
    })
    server.listen(port, hostname, resolve)
  })
  const address = server.address()
  return {
    port: isAddress(address) ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
