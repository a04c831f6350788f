/** How many deliveries carry a notice: still to be sent, or with their readers already. */
import {sql} from 'kysely'
import type {Store} from '../store/store.ts'

export interface CarryingDeliveries {
  /** Of campaigns that have not ended. */
  readonly queued: number
  /** Sent, or unknown, since `since`. */
  readonly sent: number
}

export const deliveriesCarrying = async (
  {db}: Store,
  noticeIds: readonly string[],
  since: Date,
): Promise<CarryingDeliveries> => {
  if (noticeIds.length === 0) return {queued: 0, sent: 0}
  const {rows} = await sql<CarryingDeliveries>`
    select
      (count(*) filter (where deliveries.state in ('queued', 'sending')
        and campaigns.state in ('scheduled', 'running', 'paused')))::integer as queued,
      (count(*) filter (where deliveries.state in ('sent', 'unknown')
        and deliveries.updated_at >= ${since}))::integer as sent
    from deliveries
    join variants on variants.id = variant_id
    join campaigns on campaigns.id = deliveries.campaign_id
    where variants.notice_id = any(${sql.val([...noticeIds])}::text[])`.execute(db)
  return rows[0] ?? {queued: 0, sent: 0}
}
