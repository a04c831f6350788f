/**
 * Campaigns that the servers send rather than a command in the foreground. A job of the queue says
 * only "take part in campaign N": what is left is read from the ledger, so that a lost job loses
 * nothing and two jobs double nothing. Several servers on one database share a campaign.
 */
import type {PgBoss} from 'pg-boss'
import {CampaignError} from '../../errors.ts'
import type {Store} from '../store/store.ts'
import {runCampaign} from './run.ts'
import {type Campaign, campaignById} from './status.ts'
import type {Way} from './way.ts'

const QUEUE = 'campaigns'
/** Jobs a campaign: as many servers take part in it at most. */
const SHARES = 4
/** Campaigns that one server is at, at a time. */
const AT_ONCE = 4
/** Milliseconds between looks for campaigns that are due. */
const EVERY = 2_000
/** Seconds without a sign of life after which another server takes a job over. */
const HEARTBEAT = 30
/** A campaign of a hundred thousand takes minutes; one at night waits in no job. */
const LONGEST = 24 * 3600
/** Milliseconds before a campaign that stays due is offered again, for servers that came later. */
const AGAIN = 20_000

export interface OpenedWay {
  readonly way: Way
  close(): Promise<void>
}

export interface BackgroundOptions {
  readonly store: Store
  readonly boss: PgBoss
  /** Rejects with a CampaignError that says why, when the campaign cannot be sent. */
  readonly wayFor: (campaign: Campaign) => Promise<OpenedWay>
  readonly onError: (error: unknown) => void
  readonly every?: number
}

interface Share {
  readonly campaignId: number
}

/** Scheduled for now or earlier, or running with something that may be tried now. */
const dueCampaigns = async ({db}: Store): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('campaigns')
    .select('id')
    .where('in_background', '=', true)
    .where('state', 'in', ['scheduled', 'running'])
    .where('starts_at', '<=', new Date())
    .where(({exists, or, not, selectFrom}) => {
      const open = selectFrom('deliveries')
        .select('deliveries.id')
        .whereRef('campaign_id', '=', 'campaigns.id')
        .where('deliveries.state', 'in', ['queued', 'sending'])
      // one of which nothing is open any more has to be called done
      return or([
        exists(open.where('due_at', '<=', new Date())),
        exists(open.where('deliveries.state', '=', 'sending')),
        not(exists(open)),
      ])
    })
    .execute()
  return rows.map(({id}) => id)
}

class Background {
  readonly #options: BackgroundOptions
  readonly #stop = new AbortController()
  readonly #atWork = new Set<number>()
  readonly #offered = new Map<number, number>()
  #sweeping: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(options: BackgroundOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    const {boss, every = EVERY} = this.#options
    // one job of a share waits while another is worked at, and no more
    await boss.createQueue(QUEUE, {
      policy: 'stately',
      expireInSeconds: LONGEST,
      heartbeatSeconds: HEARTBEAT,
      retryLimit: 3,
      deleteAfterSeconds: 3600,
    })
    await boss.work<Share>(
      QUEUE,
      {localConcurrency: AT_ONCE, pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 10},
      async (jobs) => {
        for (const {data} of jobs) await this.#takePart(data.campaignId)
      },
    )
    this.#timer = setInterval(() => this.#sweep(), every)
    this.#sweep()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort()
    await this.#sweeping
    await this.#options.boss.offWork(QUEUE, {wait: true})
  }

  #sweep(): void {
    this.#sweeping ??= this.#offer()
      .catch(this.#options.onError)
      .finally(() => {
        this.#sweeping = undefined
      })
  }

  async #offer(): Promise<void> {
    const {store, boss} = this.#options
    const due = new Set(await dueCampaigns(store))
    for (const id of this.#offered.keys()) if (!due.has(id)) this.#offered.delete(id)
    for (const campaignId of due) {
      if (Date.now() - (this.#offered.get(campaignId) ?? 0) < AGAIN) continue
      this.#offered.set(campaignId, Date.now())
      for (let share = 0; share < SHARES; share++) {
        await boss.send(QUEUE, {campaignId}, {singletonKey: `${campaignId}/${share}`})
      }
    }
  }

  async #takePart(campaignId: number): Promise<void> {
    // the other shares are for other servers
    if (this.#atWork.has(campaignId) || this.#stop.signal.aborted) return
    this.#atWork.add(campaignId)
    const {store, onError, wayFor} = this.#options
    try {
      const campaign = await campaignById(store, campaignId)
      const {way, close} = await wayFor(campaign)
      try {
        await runCampaign({store, campaignId, way, signal: this.#stop.signal, wait: false})
      } finally {
        await close()
      }
    } catch (error) {
      onError(error)
      // a campaign that cannot be sent says so itself; anything else is tried again by the queue
      if (!(error instanceof CampaignError)) throw error
    } finally {
      this.#atWork.delete(campaignId)
    }
  }
}

/** Sends whatever campaign of the background is due, until it is closed. The queue stays open. */
export const startBackground = async (
  options: BackgroundOptions,
): Promise<{close(): Promise<void>}> => {
  const background = new Background(options)
  await background.start()
  return background
}
