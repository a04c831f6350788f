import type {LinkPurpose} from '../../delivery/links/tokens.ts'
import type {Subscriber} from '../../delivery/subscribers/list.ts'
import type {VerifiedOutput} from '../../verification/gate.ts'

/** One message to one person, now: what signing up sends. */
export interface PostedMessage {
  readonly output: VerifiedOutput
  readonly subscriber: Subscriber
  /** What the link in a mail is good for. */
  readonly purpose: LinkPurpose
}

/** Rejects when the message could not be handed on. */
export type Post = (message: PostedMessage) => Promise<void>
