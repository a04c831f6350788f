/** What of a helpline has left the newsroom, for the Studio that this server serves. */
import {deliveriesCarrying} from '../../delivery/campaigns/carrying.ts'
import {openPartners} from '../../delivery/partners/partners.ts'
import type {Store} from '../../delivery/store/store.ts'
import type {Newsroom} from '../../server/site/newsroom.ts'
import type {DeliveryReach} from '../../server/studio/studio-routes.ts'
import {SENT_DAYS} from '../helplines/reach.ts'

const DAY = 86_400_000

export const deliveryReach = async (
  {store, newsroom}: {readonly store: Store; readonly newsroom: Newsroom},
  helplineId: string,
): Promise<DeliveryReach> => {
  const {helplines, notices} = await newsroom.edition()
  // lines that belong together are shown together
  const pairs = helplines.filter(({pairedWith}) => pairedWith === helplineId).map(({id}) => id)
  const lines = new Set([helplineId, ...pairs])
  const carrying = notices.filter((notice) =>
    [...notice.helplines, ...notice.topicHelplines.flatMap((entry) => entry.helplines)].some((id) =>
      lines.has(id),
    ),
  )
  const since = new Date(Date.now() - SENT_DAYS * DAY)
  const ids = carrying.map(({id}) => id)
  const partners = (await openPartners(store).list()).filter((each) => each.revokedAt === undefined)
  return {
    partners: partners.length,
    days: SENT_DAYS,
    ...(await deliveriesCarrying(store, ids, since)),
  }
}
