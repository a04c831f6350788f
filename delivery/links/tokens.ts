/**
 * The tokens that stand in links and in addresses that mails come back to: opaque, unforgeable,
 * of one width each, so that they fit the slots of a compiled mail. Nothing is stored for them. A
 * token of one purpose is no token of another.
 */
import {ConfigError} from '../../errors.ts'
import {base32, fromBase32} from './base32.ts'
import {createSeal, type Seal} from './sealed.ts'

/** What a link is good for. */
export const LINK_PURPOSES = ['unsubscribe', 'preferences', 'confirm'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

/** `bounce` and `message` name a delivery, `leave` a subscriber. */
export const ADDRESS_PURPOSES = ['bounce', 'leave', 'message'] as const
export type AddressPurpose = (typeof ADDRESS_PURPOSES)[number]

export interface Ticket {
  readonly subscriberId: number
  /** 0 for a link that no campaign sent. */
  readonly deliveryId: number
  /** To the second; what a purpose's age limit counts from. */
  readonly issuedAt: Date
}

/** Characters of a link's token, of A-Z, a-z, 0-9, `-` and `_`. */
export const LINK_TOKEN_LENGTH = 44
export const LINK_TOKEN = /^[\w-]{44}$/
/** Characters of an address's token, of a-z and 2-7; letters may come back in capitals. */
export const ADDRESS_TOKEN_LENGTH = 26
export const ADDRESS_TOKEN = /^[a-z2-7]{26}$/i

/** 33 octets with the ticket's 16: a multiple of 3, so that base64url has no spare bits. */
const LINK_TAG = 17
/** 80 bits; 16 octets with the id's 6. */
const ADDRESS_TAG = 10
const ID_OCTETS = 6
const SHORTEST_SECRET = 16

export interface Tokens {
  /** Throws RangeError for ids that are no whole numbers below 2^48. */
  link(purpose: LinkPurpose, ticket: Ticket): string
  /** `undefined` for anything but a token that this secret made for this purpose. */
  readLink(purpose: LinkPurpose, token: string): Ticket | undefined
  /** Throws RangeError like `link`. */
  address(purpose: AddressPurpose, id: number): string
  readAddress(purpose: AddressPurpose, token: string): number | undefined
}

const writeId = (octets: Buffer, id: number, at: number): void => {
  if (!Number.isInteger(id)) throw new RangeError(`"${id}" is no id: it must be a whole number`)
  octets.writeUIntBE(id, at, ID_OCTETS)
}

const ticketOctets = ({subscriberId, deliveryId, issuedAt}: Ticket): Buffer => {
  const octets = Buffer.alloc(2 * ID_OCTETS + 4)
  writeId(octets, subscriberId, 0)
  writeId(octets, deliveryId, ID_OCTETS)
  octets.writeUInt32BE(Math.floor(issuedAt.getTime() / 1000), 2 * ID_OCTETS)
  return octets
}

const ticketOf = (octets: Buffer): Ticket =>
  Object.freeze({
    subscriberId: octets.readUIntBE(0, ID_OCTETS),
    deliveryId: octets.readUIntBE(ID_OCTETS, ID_OCTETS),
    issuedAt: new Date(octets.readUInt32BE(2 * ID_OCTETS) * 1000),
  })

const idOctets = (id: number): Buffer => {
  const octets = Buffer.alloc(ID_OCTETS)
  writeId(octets, id, 0)
  return octets
}

const seals = <Purpose extends string>(
  secret: string,
  purposes: readonly Purpose[],
  tagLength: number,
): ((purpose: Purpose) => Seal) => {
  const made = new Map(
    purposes.map((purpose) => [purpose, createSeal({secret, purpose, tagLength})]),
  )
  return (purpose) => {
    const seal = made.get(purpose)
    if (seal === undefined) throw new RangeError(`No link has the purpose "${purpose}"`)
    return seal
  }
}

/** Throws ConfigError for a secret of fewer than 16 characters. */
export const createTokens = (secret: string): Tokens => {
  if (secret.length < SHORTEST_SECRET) {
    throw new ConfigError(
      'THROWLINE_SECRET',
      `It has ${secret.length} characters, and links signed with so few can be forged. Give at least ${SHORTEST_SECRET}, at random.`,
    )
  }
  const links = seals(secret, LINK_PURPOSES, LINK_TAG)
  const addresses = seals(secret, ADDRESS_PURPOSES, ADDRESS_TAG)
  return Object.freeze({
    link: (purpose: LinkPurpose, ticket: Ticket) =>
      links(purpose).close(ticketOctets(ticket)).toString('base64url'),
    readLink: (purpose: LinkPurpose, token: string) => {
      if (!LINK_TOKEN.test(token)) return undefined
      const octets = links(purpose).open(Buffer.from(token, 'base64url'))
      return octets === undefined ? undefined : ticketOf(octets)
    },
    address: (purpose: AddressPurpose, id: number) =>
      base32(addresses(purpose).close(idOctets(id))),
    readAddress: (purpose: AddressPurpose, token: string) => {
      if (!ADDRESS_TOKEN.test(token)) return undefined
      const sealed = fromBase32(token)
      const octets = sealed === undefined ? undefined : addresses(purpose).open(sealed)
      return octets?.readUIntBE(0, ID_OCTETS)
    },
  })
}
