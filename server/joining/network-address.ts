/** Whose request it is, for limits and for the consent record; kept nowhere as it is. */
import type {IncomingMessage} from 'node:http'
import {getConnInfo} from '@hono/node-server/conninfo'
import type {Context} from 'hono'

export const isLoopback = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\./.test(address)

/** A proxy on this machine says for whom it asks: the last entry is the one it wrote itself. */
const behindProxy = (address: string, header: string | undefined): string => {
  if (!isLoopback(address)) return address
  const forwarded = header?.split(',').at(-1)?.trim()
  return forwarded === undefined || forwarded === '' ? address : forwarded
}

export const networkAddress = (context: Context): string =>
  behindProxy(getConnInfo(context).remote.address ?? '', context.req.header('x-forwarded-for'))

/** The same, of a request that no framework has seen yet. */
export const senderAddress = ({socket, headers}: IncomingMessage): string => {
  const header = headers['x-forwarded-for']
  return behindProxy(socket.remoteAddress ?? '', Array.isArray(header) ? header.join() : header)
}
