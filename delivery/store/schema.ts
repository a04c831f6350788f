/** The tables, as Kysely sees them. store/migrations.ts makes them; times are `timestamptz`. */
import type {ColumnType, Generated} from 'kysely'

export const SUBSCRIBER_CHANNELS = ['email', 'sms'] as const
export type SubscriberChannel = (typeof SUBSCRIBER_CHANNELS)[number]

/**
 * `pending` has not confirmed yet; `paused` wants nothing for now. Only `active` is sent to. Whoever
 * left, or whose address bounced or complained, keeps a row that says so, besides the suppression.
 */
export const SUBSCRIBER_STATES = [
  'pending',
  'active',
  'paused',
  'unsubscribed',
  'bounced',
  'complained',
] as const
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number]

export const SUPPRESSION_REASONS = [
  'unsubscribed',
  'bounced',
  'complained',
  'stopped',
  'manual',
] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

export const CAMPAIGN_STATES = ['scheduled', 'running', 'paused', 'cancelled', 'done'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** `queued → sending → sent | failed | unknown | suppressed | expired` (delivery.md). */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'unknown',
  'suppressed',
  'expired',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export const CHANGE_KINDS = [
  'published',
  'updated',
  'corrected',
  'retracted',
  'removed',
  'helplineChanged',
  'noticeChanged',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** `disabled` ones failed for days, or said that they are gone. */
export const WEBHOOK_STATES = ['active', 'disabled'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** Set by the database when it is not given, and never null. */
type Defaulted<Type> = ColumnType<Type, Type | undefined, Type>
type Json<Type> = ColumnType<Type, string, string>

export interface SubscriberTable {
  id: Generated<number>
  channel: SubscriberChannel
  /** As it was given: a mail address, or a number in E.164. */
  address: string
  /** What makes two addresses the same (subscribers/address.ts). */
  address_key: string
  /** Keyed hash of channel and `address_key`: the same as in `suppressions`. */
  suppression_key: string
  /** The domain of a mail address, the calling code of a number: what sending is slowed down by. */
  destination: string
  country: string
  language: string
  /** IANA. */
  time_zone: string
  topics: Defaulted<string[]>
  state: SubscriberState
  consent_at: Date
  /** Where the consent was given, and in which words. */
  consent_source: string
  consent_wording: string | null
  /** Keyed hash of the network address that consented. */
  consent_ip_hash: string | null
  created_at: Defaulted<Date>
  updated_at: Defaulted<Date>
}

/** No address is here: who asked to be forgotten is still not written to. */
export interface SuppressionTable {
  key: string
  channel: SubscriberChannel
  reason: SuppressionReason
  at: Defaulted<Date>
}

export interface CampaignTable {
  id: Generated<number>
  digest_id: string
  digest_slug: string
  channel: SubscriberChannel
  /** The domain of its Message-IDs, the site's. */
  domain: string
  state: CampaignState
  starts_at: Date
  /** Deliveries that were not sent by then are `expired`. */
  expires_at: Date
  created_at: Defaulted<Date>
  finished_at: Date | null
  pause_reason: string | null
  /** Shares that pause a campaign are reckoned from here. */
  resumed_at: Date | null
  settings: Json<unknown>
  /** Audiences that nobody could be sent to, with the reason. */
  unserved: Json<unknown>
  /** Sent by the servers rather than by a command in the foreground. */
  in_background: Defaulted<boolean>
}

/** What is sent to one audience, frozen when the campaign was made. */
export interface VariantTable {
  id: Generated<number>
  campaign_id: number
  country: string
  language: string
  notice_id: string
  /** The output as it passed the gate; it passes again before any of it leaves. */
  output: Json<unknown>
  /** Messages of one recipient: 1, but for a digest of several SMS. */
  parts: number
  /** Grows when the output is replaced, since its notice has changed. */
  revision: Defaulted<number>
}

/** What a variant was before it was revised: some have it in their mailbox. */
export interface FormerVariantTable {
  variant_id: number
  revision: number
  notice_id: string
  output: Json<unknown>
  replaced_at: Defaulted<Date>
}

export interface DeliveryTable {
  id: Generated<number>
  campaign_id: number
  variant_id: number
  /** Null once the person was forgotten; the row stays in the counts. */
  subscriber_id: number | null
  /** 0, but for a digest of several SMS. */
  part: number
  /** Of the variant, when it was begun last. */
  variant_revision: Defaulted<number>
  destination: string
  state: Defaulted<DeliveryState>
  attempts: Defaulted<number>
  /** Not to be tried before. */
  due_at: Date
  /** Who claimed it. */
  worker: number | null
  updated_at: Defaulted<Date>
  /** SMTP or SMS code of the last failure. */
  code: string | null
  /** What the other side said last, shortened. */
  response: string | null
  /** The SMS provider's, to match its receipts. */
  provider_id: string | null
  /** What came back after it was sent. */
  returned: 'bounced' | 'complained' | 'undelivered' | null
}

/** A number for each process that sends; held by an advisory lock while it lives. */
export interface WorkerTable {
  id: Generated<number>
  started_at: Defaulted<Date>
  about: string
}

/** Token buckets, one a provider and one a recipient domain. */
export interface BucketTable {
  key: string
  tokens: number
  filled_at: Date
  /** Tokens a second. */
  rate: number
  /** Nothing is taken before this. */
  held_until: Date | null
}

export interface SettingTable {
  name: string
  value: string
}

/** The log that mirrors and webhooks follow; rows are never changed. */
export interface ChangeTable {
  cursor: Generated<number>
  at: Defaulted<Date>
  kind: ChangeKind
  document_id: string
  /** Null for helplines and notices. */
  slug: string | null
  language: string | null
  revision: string | null
  /** Before and after; null for helplines and notices. */
  topics: string[] | null
}

/** Each article as it stood when the log was last written. */
export interface ArticleStateTable {
  id: string
  slug: string
  language: string
  /** A hash of all that readers get of it but its notice. */
  signature: string
  corrections: number
  retracted: boolean
  topics: Defaulted<string[]>
  /** Documents it was made of: the reverse index. */
  uses: string[]
}

/** Each helpline and notice as it stood when the log was last written. */
export interface DocumentStateTable {
  id: string
  type: 'helpline' | 'crisisNotice'
  signature: string
}

export interface PartnerTable {
  id: string
  /** No two live partners have one name, whatever its case. */
  name: string
  contact: string | null
  /** Empty lists: all of them. */
  topics: Defaulted<string[]>
  languages: Defaulted<string[]>
  /** The first one is where its readers are taken to be when a request does not say. */
  countries: Defaulted<string[]>
  /** Whose pages may ask by script (CORS). */
  origins: Defaulted<string[]>
  per_minute: number
  created_at: Defaulted<Date>
  revoked_at: Date | null
  /** Of the log: up to where it was handed every change. */
  seen_cursor: number | null
  seen_at: Date | null
  /** Where it shows articles. */
  pages: Defaulted<string[]>
}

export interface PartnerKeyTable {
  id: string
  partner_id: string
  /** SHA-256 of the secret, hex. */
  hash: string
  created_at: Defaulted<Date>
  /** Null: until it is rotated. */
  expires_at: Date | null
  last_used_at: Date | null
}

export interface PartnerUsageTable {
  partner_id: string
  /** YYYY-MM-DD, UTC. */
  day: string
  /** Of HTTP. */
  status: number
  requests: number
}

/** Where a partner is told of changes; one each. */
export interface WebhookEndpointTable {
  id: string
  partner_id: string
  url: string
  /** Sealed with the secret of the installation. */
  secret: string
  /** A mail address; the partner's own when null. */
  contact: string | null
  state: Defaulted<WebhookState>
  /** Of the log: everything up to here was taken by the other side. */
  cursor: number
  /** Where the message ends that is being tried, so that it stays the same until it is taken. */
  until: number | null
  /** Grows with each replay: what is told again is another message. */
  run: Defaulted<number>
  /** In a row that failed. */
  attempts: Defaulted<number>
  /** Not to be tried before. */
  due_at: Defaulted<Date>
  /** Who is at it, and until when nobody else may be. */
  lease: string | null
  leased_until: Date | null
  failing_since: Date | null
  /** What went wrong last. */
  failure: string | null
  delivered_at: Date | null
  disabled_at: Date | null
  /** When the contact was told that it is disabled. */
  told_at: Date | null
  created_at: Defaulted<Date>
}

/** Events from outside that were acted upon, so that none is twice. */
export interface InboundEventTable {
  /** SHA-256 of where it came from and its id, hex. */
  key: string
  at: Defaulted<Date>
}

export interface Schema {
  subscribers: SubscriberTable
  suppressions: SuppressionTable
  campaigns: CampaignTable
  variants: VariantTable
  former_variants: FormerVariantTable
  deliveries: DeliveryTable
  workers: WorkerTable
  buckets: BucketTable
  settings: SettingTable
  inbound_events: InboundEventTable
  changes: ChangeTable
  article_states: ArticleStateTable
  document_states: DocumentStateTable
  partners: PartnerTable
  partner_keys: PartnerKeyTable
  partner_usage: PartnerUsageTable
  webhook_endpoints: WebhookEndpointTable
}
