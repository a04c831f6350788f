/** What the pages of the outbox need of a mailbox that catches everything. */
export interface CaughtMail {
  readonly id: string
  readonly at: Date
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Ways in which it could come back: `bounce`, `complaint`, `leave`; none of a mail to no list. */
  readonly returns: readonly string[]
  /** The whole message as it arrived. */
  readonly source: string
}

export interface CaughtText {
  readonly id: string
  readonly at: Date
  readonly to: string
  readonly text: string
  /** What that phone sent, rather than what was sent to it. */
  readonly isAnswer: boolean
}

export interface Mailbox {
  /** Newest first. */
  mails(): Promise<readonly CaughtMail[]>
  mail(id: string): Promise<CaughtMail | undefined>
  /** As if a mail service gave a mail back. Gives what was done, or nothing when it cannot come back so. */
  giveBack(id: string, kind: string): Promise<string | undefined>
  /** Newest first. */
  texts(): Promise<readonly CaughtText[]>
  /** As if the phone answered. */
  answer(from: string, text: string): Promise<void>
  /** A text message from another process of ours; gives its id, or nothing when it is too long. */
  take(message: {
    readonly to: string
    readonly text: string
    readonly reference: string
  }): Promise<string | undefined>
}
