import type {LinkPurpose} from '../../delivery/links/tokens.ts'
import type {Address} from '../../delivery/subscribers/address.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'

/** One message to one address, now: what signing up and answering send. */
export interface PostedMessage {
  readonly output: VerifiedOutput
  readonly to: Pick<Address, 'channel' | 'address'>
  /** Whose link stands in a mail, and what it is good for. */
  readonly link?: {readonly purpose: LinkPurpose; readonly subscriberId: number}
}

/** Rejects when the message could not be handed on. */
export type Post = (message: PostedMessage) => Promise<void>
