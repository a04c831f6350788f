/** Who may read over the API, and what. */

/** What a key opens. Empty lists open everything. */
export interface Scope {
  /** An article is open when it has one of them. */
  readonly topics: readonly string[]
  /** BCP 47. */
  readonly languages: readonly string[]
  /** ISO 3166-1. The first one is where readers are taken to be when a request does not say. */
  readonly countries: readonly string[]
  /** `https://partner.example`: whose pages may ask by script (CORS). */
  readonly origins: readonly string[]
  /** Requests in a minute. */
  readonly perMinute: number
}

export interface Partner {
  readonly id: string
  readonly name: string
  /** A mail address. */
  readonly contact?: string
  readonly scope: Scope
  readonly createdAt: Date
  readonly revokedAt?: Date
  /** Where it shows articles, as `URL` or `URL=slug`: to be audited. */
  readonly pages: readonly string[]
  /** Up to where it has followed the log of changes, and when it asked last; absent when it never did. */
  readonly seen?: {readonly cursor: number; readonly at: Date}
}

/** All of it but the secret. */
export interface PartnerKey {
  readonly id: string
  readonly createdAt: Date
  /** It ends then; without it, when it is rotated or revoked. */
  readonly expiresAt?: Date
  readonly lastUsedAt?: Date
}

export interface PartnerUsage {
  /** YYYY-MM-DD, UTC. */
  readonly day: string
  /** Of HTTP. */
  readonly status: number
  readonly requests: number
}

export const PER_MINUTE = 600
