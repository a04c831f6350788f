/**
 * Which addresses this machine may be sent to by others: those of the public Internet. A partner's page, a
 * redirect on it or a partner's webhook must not make it read or write to its own network.
 */
import {BlockList, isIP} from 'node:net'

/** IANA special-purpose registries (RFC 6890), and multicast. */
const RESERVED = [
  ['0.0.0.0', 8, 'ipv4'], // this network
  ['10.0.0.0', 8, 'ipv4'], // private
  ['100.64.0.0', 10, 'ipv4'], // carrier-grade NAT
  ['127.0.0.0', 8, 'ipv4'], // loopback
  ['169.254.0.0', 16, 'ipv4'], // link-local, cloud metadata
  ['172.16.0.0', 12, 'ipv4'], // private
  ['192.0.0.0', 24, 'ipv4'], // protocol assignments
  ['192.0.2.0', 24, 'ipv4'], // documentation
  ['192.88.99.0', 24, 'ipv4'], // 6to4 relays
  ['192.168.0.0', 16, 'ipv4'], // private
  ['198.18.0.0', 15, 'ipv4'], // benchmarks
  ['198.51.100.0', 24, 'ipv4'], // documentation
  ['203.0.113.0', 24, 'ipv4'], // documentation
  ['224.0.0.0', 3, 'ipv4'], // multicast and reserved
  ['::', 3, 'ipv6'], // everything below 2000::/3: loopback, IPv4-mapped, NAT64, discard
  ['2001::', 23, 'ipv6'], // Teredo, ORCHID, benchmarks
  ['2001:db8::', 32, 'ipv6'], // documentation
  ['2002::', 16, 'ipv6'], // 6to4, which carries any IPv4 address
  ['3fff::', 20, 'ipv6'], // documentation
  ['4000::', 2, 'ipv6'], // not assigned
  ['8000::', 1, 'ipv6'], // not assigned, unique local, link-local, multicast
] as const

// a list each: in one, a network of IPv6 that holds the mapped addresses would match all of IPv4
const reserved = {ipv4: new BlockList(), ipv6: new BlockList()} as const
for (const [network, prefix, family] of RESERVED) {
  reserved[family].addSubnet(network, prefix, family)
}

/** `address`: an IPv4 or IPv6 address as DNS gives it, without brackets. Anything else is not public. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  // a zone (`fe80::1%eth0`) is of this machine, and the list knows no address that has one
  if (version === 0 || address.includes('%')) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  return !reserved[family].check(address, family)
}
