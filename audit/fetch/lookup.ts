/** Names looked up once, checked, and connected to as they were checked: no second answer can slip in. */
import {lookup as dnsLookup} from 'node:dns'
import {isIP, type LookupFunction} from 'node:net'
import {isPublicAddress} from './addresses.ts'
import {unreachable} from './failure.ts'

const privateAddress = (host: string, address: string): Error =>
  unreachable(
    `${host} is ${address === host ? 'an address' : `at ${address}, an address`} of a private network; --allow-private reads it`,
  )

/** For `node:http` and `node:https`. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, {...options, all: true}, (error, addresses) => {
    if (error !== null) {
      callback(error, [])
      return
    }
    const [first] = addresses
    const wrong = addresses.find(({address}) => !isPublicAddress(address))
    if (wrong !== undefined) callback(privateAddress(hostname, wrong.address), [])
    else if (options.all === true) callback(null, addresses)
    else callback(null, first?.address ?? '', first?.family)
  })
}

/** An address in place of a name is never looked up. Throws FetchFailure. */
export const refusePrivateLiteral = ({hostname}: URL): void => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw privateAddress(bare, bare)
}
