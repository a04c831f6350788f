/** From a host's name to addresses that may be connected to. */
import {Resolver} from 'node:dns/promises'
import type {LookupFunction} from 'node:net'
import {isIPv6} from 'node:net'
import {isPublicAddress} from '../../public-address.ts'
import {DeliveryFailure} from './failure.ts'
import {literalAddress} from './url.ts'

/** All addresses of a name; rejects when there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** Milliseconds until a name server is asked again, and how often. */
const DNS = {timeout: 2000, tries: 2} as const

/**
 * By DNS alone. The system's own lookup also reads the hosts file, which knows private names, and takes one
 * of four threads for as long as a name server is silent: a hundred dead names would hold up everybody.
 */
export const resolvePublicly: Resolve = async (host) => {
  const resolver = new Resolver(DNS)
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const found = [v4, v6].flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  if (found.length === 0 && v4.status === 'rejected') throw v4.reason
  return found
}

/** One private address among them is enough to refuse: which one is connected to is not ours to say. */
export const checkedAddresses = async (url: URL, resolve: Resolve): Promise<readonly string[]> => {
  const literal = literalAddress(url)
  const addresses = literal === undefined ? await resolve(url.hostname) : [literal]
  if (addresses.length > 0 && addresses.every(isPublicAddress)) return addresses
  throw new DeliveryFailure(`${url.hostname} is at an address of a private network`)
}

/** Connects to what was checked, whatever a name server says by now. */
export const pinnedTo = (addresses: readonly string[]): LookupFunction => {
  const found = addresses.map((address) => ({address, family: isIPv6(address) ? 6 : 4}))
  return (_host, options, callback) => {
    const [first] = found
    if (options.all === true) callback(null, found)
    else callback(null, first?.address ?? '', first?.family)
  }
}
