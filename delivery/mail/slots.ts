/**
 * Slots: the only places of a compiled mail's body that differ by recipient. A slot has a fixed
 * width and a fixed alphabet, and its octets stand next to each other on one line of their own, so
 * filling it moves, ends and begins nothing else.
 */
import {LINK_TOKEN_LENGTH} from '../links/tokens.ts'

/** The pages of a publisher's site that take a token, and the slot that stands at the end of each. */
export const LINK_SLOTS = {
  unsubscribe: '/unsubscribe/',
  preferences: '/preferences/',
  confirm: '/confirm/',
} as const

export type LinkSlot = keyof typeof LINK_SLOTS

export const SLOT_NAMES: readonly LinkSlot[] = ['unsubscribe', 'preferences', 'confirm']

/** Stands in a slot until it is filled: as wide as every token, of the same alphabet. */
export const PLACEHOLDER = 'A'.repeat(LINK_TOKEN_LENGTH)

/** What one part of a body becomes: pieces as they are sent, and the slots between them. */
export type Piece = string | BodySlot

export interface BodySlot {
  readonly name: LinkSlot
  /** Octets that the filled slot takes, whatever the token. */
  readonly width: number
  /** The token in the transfer encoding of its part. */
  encode(token: string): string
}
