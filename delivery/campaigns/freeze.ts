/**
 * Making a campaign: its recipients and its content are frozen in one transaction. Who subscribes
 * later is not in it; who leaves later is passed over when a delivery is claimed.
 */
import {type Kysely, sql} from 'kysely'
import {CampaignError, UnverifiedOutputError} from '../../errors.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import type {Schema, SubscriberChannel} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import {type CampaignSettings, DEFAULT_SETTINGS} from './settings.ts'

export interface SubscriberAudience {
  readonly country: string
  readonly language: string
  readonly subscribers: number
}

export interface VariantPlan {
  /** Of the subscribers; the output's own may be a fallback language. */
  readonly country: string
  readonly language: string
  readonly noticeId: string
  readonly output: VerifiedOutput
  /** Messages of one recipient; 1 for mail. */
  readonly parts: number
}

export interface Unserved extends SubscriberAudience {
  readonly code: string
  readonly message: string
}

export interface CampaignPlan {
  readonly digest: {readonly id: string; readonly slug: string}
  readonly channel: SubscriberChannel
  /** Of the Message-IDs. */
  readonly domain: string
  /** Whoever chose topics gets it when they share one; an empty list is for everybody. */
  readonly topics: readonly string[]
  readonly startsAt: Date
  /** What was not sent by then is not sent: an old digest helps nobody. */
  readonly expiresAt: Date
  readonly variants: readonly VariantPlan[]
  readonly unserved: readonly Unserved[]
  /** Only whoever has that campaign, or may have it: for a correction. */
  readonly recipientsOf?: number
  readonly settings?: Partial<CampaignSettings>
  /** Sent by the servers; by whoever runs it when absent. */
  readonly inBackground?: boolean
}

/** Whom a campaign is for, before languages and countries part them. */
export interface Circle {
  readonly topics: readonly string[]
  readonly recipientsOf?: number
}

/** Active, not suppressed, and interested. */
const recipients = ({topics, recipientsOf}: Circle) => {
  const campaign = recipientsOf ?? null
  return sql<boolean>`
  subscribers.state = 'active'
  and (${campaign}::bigint is null or exists (select from deliveries
    where campaign_id = ${campaign}::bigint and subscriber_id = subscribers.id
      and deliveries.state in ('sent', 'unknown')))
  and not exists (select from suppressions where key = subscribers.suppression_key)
  and (cardinality(subscribers.topics) = 0 or ${topics.length === 0}
    or subscribers.topics && ${sql.val([...topics])}::text[])`
}

/** Whom a campaign would reach, by audience, the largest first. */
export const audiencesOf = (
  store: Store,
  channel: SubscriberChannel,
  circle: Circle,
): Promise<readonly SubscriberAudience[]> =>
  store.db
    .selectFrom('subscribers')
    .select(({fn}) => ['country', 'language', fn.countAll<number>().as('subscribers')])
    .where('channel', '=', channel)
    .where(recipients(circle))
    .groupBy(['country', 'language'])
    .orderBy('subscribers', 'desc')
    .orderBy('country')
    .orderBy('language')
    .execute()

const freezeVariant = async (
  db: Kysely<Schema>,
  campaignId: number,
  plan: CampaignPlan,
  {country, language, noticeId, output, parts}: VariantPlan,
): Promise<number> => {
  if (!VerifiedOutput.is(output)) throw new UnverifiedOutputError()
  const {channel, startsAt} = plan
  const {id} = await db
    .insertInto('variants')
    .values({
      campaign_id: campaignId,
      country,
      language,
      notice_id: noticeId,
      output: JSON.stringify(output.output),
      parts,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const {numAffectedRows: deliveries = 0n} = await sql`
    insert into deliveries (campaign_id, variant_id, subscriber_id, part, destination, due_at)
    select ${campaignId}, ${id}, subscribers.id, part, subscribers.destination, ${startsAt}
    from subscribers, generate_series(0, ${parts}::integer - 1) as part
    where channel = ${channel} and country = ${country} and language = ${language}
      and ${recipients(plan)}
    order by subscribers.id, part`.execute(db)
  return Number(deliveries)
}

export interface FrozenCampaign {
  readonly id: number
  readonly deliveries: number
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'campaigns_open'

/**
 * Without it the planner takes the new campaign for a handful of rows, and each claim sorts all that is left: a
 * twelfth of the speed at 200,000. The embedded database never looks by itself.
 */
const tellPlanner = async ({db}: Store): Promise<void> => {
  await sql`analyze deliveries, subscribers, campaigns`.execute(db)
}

/** Throws CampaignError CAMPAIGN_OPEN when the digest is being sent on that channel already. */
export const freezeCampaign = async (store: Store, plan: CampaignPlan): Promise<FrozenCampaign> => {
  const {digest, channel, domain, startsAt, expiresAt, variants, unserved} = plan
  try {
    const frozen = await store.db.transaction().execute(async (db) => {
      const {id} = await db
        .insertInto('campaigns')
        .values({
          digest_id: digest.id,
          digest_slug: digest.slug,
          channel,
          domain,
          state: 'scheduled',
          starts_at: startsAt,
          expires_at: expiresAt,
          settings: JSON.stringify({...DEFAULT_SETTINGS, ...plan.settings}),
          unserved: JSON.stringify(unserved),
          in_background: plan.inBackground ?? false,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      let deliveries = 0
      for (const variant of variants) deliveries += await freezeVariant(db, id, plan, variant)
      return {id, deliveries}
    })
    await tellPlanner(store)
    return frozen
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new CampaignError(
      'CAMPAIGN_OPEN',
      `${digest.slug} is being sent by ${channel} already. Let that campaign end, or cancel it with throwline send cancel.`,
      error,
    )
  }
}
