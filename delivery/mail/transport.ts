import type {Sent} from '../sent.ts'

/** One finished message: RFC 5322 bytes with CRLF line ends, signed, not yet dot-stuffed. */
export interface OutgoingMail {
  readonly envelope: {
    /** The VERP address that bounces come back to. */
    readonly from: string
    readonly to: string
  }
  readonly raw: Buffer
}

/** A way out for mail. `send` never throws for what the network or the other side does: it says what is known. */
export interface MailTransport {
  readonly name: string
  send(message: OutgoingMail): Promise<Sent>
  /** Lets what is under way end, then closes the connections. */
  close(): Promise<void>
}
