import type {Sent} from '../sent.ts'

export interface OutgoingSms {
  /** E.164, with the plus. */
  readonly to: string
  /** At most 160 septets of GSM-7 or 70 UCS-2 units: one message, never a concatenation. */
  readonly text: string
  /** The delivery's own id; the provider may echo it. */
  readonly reference: string
}

export type SmsSent = Sent & {
  /** The provider's id of the message, by which its receipts name it. */
  readonly providerId?: string
}

/** What the provider reports later about a message that it took. */
export interface SmsReceipt {
  readonly providerId: string
  /** What was sent with the message, where the provider echoes it. */
  readonly reference?: string
  readonly state: 'delivered' | 'failed' | 'expired' | 'underway'
  /** The provider's own code, e.g. SMPP's `err:` or Twilio's ErrorCode. */
  readonly code?: string
  /** The number itself is dead: suppress it. */
  readonly isHardBounce?: boolean
}

export interface InboundSms {
  /** The provider's, where it gives one: the same message may be told of twice. */
  readonly id?: string
  /** E.164, with the plus. */
  readonly from: string
  readonly to: string
  readonly text: string
}

/** Called for each; when it rejects, the provider is told to deliver it again. */
export type ReceiptListener = (receipt: SmsReceipt) => void | Promise<void>
export type InboundListener = (message: InboundSms) => void | Promise<void>

/** A way out for SMS. `send` never throws for what the network or the provider does: it says what is known. */
export interface SmsTransport {
  readonly name: string
  send(message: OutgoingSms): Promise<SmsSent>
  /** The returned function takes the listener away again. */
  onReceipt(listener: ReceiptListener): () => void
  onInbound(listener: InboundListener): () => void
  close(): Promise<void>
}
