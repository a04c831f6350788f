/** Whose request it is, for limits and for the consent record; kept nowhere as it is. */
import {getConnInfo} from '@hono/node-server/conninfo'
import type {Context} from 'hono'

const isLoopback = (address: string): boolean =>
  address === '::1' || /^(?:::ffff:)?127\./.test(address)

/** A proxy on this machine says for whom it asks: the last entry is the one it wrote itself. */
export const networkAddress = (context: Context): string => {
  const {address = ''} = getConnInfo(context).remote
  if (!isLoopback(address)) return address
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded === undefined || forwarded === '' ? address : forwarded
}
