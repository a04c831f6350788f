/** Everything that shows a helpline, told before it is changed. */
import {itemsOf} from '../../schemas/shapes.ts'
import {type Ask, loadUsage, type Usage} from '../../studio/where-used/load.ts'
import {deliveriesCarrying} from '../../delivery/campaigns/carrying.ts'
import {openPartners} from '../../delivery/partners/partners.ts'
import type {Store} from '../../delivery/store/store.ts'

export interface ReachedAudience {
  readonly country: string
  readonly language: string
  /** Articles and digests whose readers there see it. */
  readonly documents: number
  /** Where only articles on these topics show it. */
  readonly topics: 'all' | readonly string[]
}

export interface Reach {
  /** By type: documents that refer to it, directly or through others. */
  readonly documents: Readonly<Record<string, number>>
  readonly audiences: readonly ReachedAudience[]
  /** Artefacts: of each article and digest, one a channel and audience. */
  readonly outputs: number
  /** Whose keys open something now. */
  readonly partners: number
  /** Mails and text messages that are still to be sent. */
  readonly queued: number
  /** Sent in the last SENT_DAYS days. */
  readonly sent: number
}

export const SENT_DAYS = 90
const DAY = 86_400_000
const CHANNELS = 4

const CHANNELS_OF_DIGESTS = '*[_type == "digest" && _id in $ids].channels'

const countByType = ({reached}: Usage): Readonly<Record<string, number>> => {
  const types = Map.groupBy(
    reached.filter(({tie}) => tie !== 'leads'),
    ({type}) => type,
  )
  return Object.fromEntries([...types].map(([type, group]) => [type, group.length]))
}

/** Digests go out on their own channels, articles on all. */
const outputsOf = async (ask: Ask, {carried}: Usage): Promise<number> => {
  let outputs = 0
  for (const {total, documents} of carried) {
    const digests = documents.filter(({type}) => type === 'digest').map(({id}) => id)
    const channels = itemsOf(await ask(CHANNELS_OF_DIGESTS, {ids: digests}))
    const ofDigests = channels.reduce<number>((sum, each) => sum + itemsOf(each).length, 0)
    outputs += (total - digests.length) * CHANNELS + ofDigests
  }
  return outputs
}

/** `helplineId`: of the published document. */
export const reachOfHelpline = async (
  {ask, store}: {readonly ask: Ask; readonly store: Store},
  helplineId: string,
): Promise<{readonly reach: Reach; readonly usage: Usage}> => {
  const usage = await loadUsage(ask, helplineId, 'helpline')
  const notices = usage.carried.map(({noticeId}) => noticeId)
  const since = new Date(Date.now() - SENT_DAYS * DAY)
  const partners = (await openPartners(store).list()).filter((each) => each.revokedAt === undefined)
  const reach = {
    documents: countByType(usage),
    audiences: usage.carried.map(({country, language, total, topics}) => ({
      country,
      language,
      documents: total,
      topics,
    })),
    outputs: await outputsOf(ask, usage),
    partners: partners.length,
    ...(await deliveriesCarrying(store, notices, since)),
  }
  return {reach, usage}
}
