/**
 * What a transport knows after one try.
 *
 * `sent`: the other side took responsibility. `failed`: it certainly did not; permanent (do not try
 * again) or not (back to `queued` with back-off). `unknown`: the connection ended where both are
 * possible; never tried again unless a person asks for it.
 */
export type Sent = SentAccepted | SentFailed | SentUnknown

export interface SentAccepted {
  readonly state: 'sent'
  /** The other side's last line, for the ledger. */
  readonly response: string
}

export interface SentFailed {
  readonly state: 'failed'
  /** Upper snake case, e.g. `MAIL_REFUSED`; docs/errors.md lists them. */
  readonly code: string
  readonly message: string
  readonly isPermanent: boolean
  /** The address or number itself is dead: suppress it. Never set for a refusal of content or policy. */
  readonly isHardBounce?: boolean
  /** The other side asks for less: slow this domain or provider down. */
  readonly isThrottled?: boolean
}

export interface SentUnknown {
  readonly state: 'unknown'
  readonly message: string
}
