/** Putting another output in the place of a variant's while its campaign runs. */
import {sql} from 'kysely'
import {UnverifiedOutputError} from '../../errors.ts'
import {VerifiedOutput} from '../../verification/gate.ts'
import type {Store} from '../store/store.ts'

export interface Revision {
  readonly variantId: number
  /** What is replaced. */
  readonly from: number
  readonly noticeId: string
  readonly output: VerifiedOutput
}

/**
 * What has not begun yet goes with the new output, in every worker, from the next message on. The old
 * one is kept, for whoever got it. False when somebody else has revised it meanwhile.
 */
export const reviseVariant = async (
  {db}: Store,
  {variantId, from, noticeId, output}: Revision,
): Promise<boolean> => {
  if (!VerifiedOutput.is(output)) throw new UnverifiedOutputError()
  const {rows} = await sql`
    with former as (
      insert into former_variants (variant_id, revision, notice_id, output)
      select id, revision, notice_id, output from variants
      where id = ${variantId} and revision = ${from}
      on conflict do nothing
      returning variant_id
    )
    update variants set revision = revision + 1, notice_id = ${noticeId},
      output = ${JSON.stringify(output.output)}::jsonb
    from former where variants.id = former.variant_id
    returning variants.id`.execute(db)
  return rows.length > 0
}

/** One text of a variant that was sent, and how many have it. */
export interface SentText {
  readonly variantId: number
  readonly revision: number
  readonly country: string
  readonly language: string
  readonly output: unknown
  readonly sent: number
}

/** Every text of a campaign that somebody may have: sent, or unknown. */
export const sentTexts = async ({db}: Store, campaignId: number): Promise<readonly SentText[]> => {
  const {rows} = await sql<SentText>`
    with texts as (
      select id, revision, output from variants where campaign_id = ${campaignId}
      union all
      select variant_id, former_variants.revision, former_variants.output
      from former_variants join variants on variants.id = variant_id
      where campaign_id = ${campaignId}
    ), counted as (
      select variant_id, variant_revision, count(*)::integer as sent from deliveries
      where campaign_id = ${campaignId} and state in ('sent', 'unknown')
      group by variant_id, variant_revision
    )
    select variants.id as "variantId", texts.revision, country, language, texts.output, sent
    from counted
    join texts on texts.id = counted.variant_id and texts.revision = counted.variant_revision
    join variants on variants.id = texts.id
    order by variants.id, texts.revision`.execute(db)
  return rows
}
