/** Where a partner is told of changes. */
import type {WebhookState} from '../store/schema.ts'

export interface WebhookEndpoint {
  readonly id: string
  readonly partnerId: string
  readonly partnerName: string
  readonly url: string
  /** A mail address: the endpoint's own, else the partner's. */
  readonly contact?: string
  readonly state: WebhookState
  /** Of the log: everything up to here was taken by the other side. */
  readonly cursor: number
  /** Changes that it was not told of yet. */
  readonly behind: number
  readonly deliveredAt?: Date
  /** Since when every attempt has failed, and what the last one met. */
  readonly failingSince?: Date
  readonly failure?: string
}
