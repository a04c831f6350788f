/**
 * Sends a campaign, in this process, until nothing of it is left. Any number of processes may run
 * the same campaign, and one that starts after a crash goes on where the ledger stands.
 */
import {setTimeout as sleep} from 'node:timers/promises'
import {sql} from 'kysely'
import type {Seat} from '../store/seat.ts'
import type {Store} from '../store/store.ts'
import {
  begin,
  type Claim,
  claim,
  type Delivery,
  postpone,
  recover,
  release,
  unbegin,
} from './claim.ts'
import {pauseCampaign} from './control.ts'
import {type Clock, databaseClock, instant, nowOf} from './instant.ts'
import {PermitOffice} from './permits.ts'
import {type Result, writeResults} from './results.ts'
import {type Campaign, campaignById, campaignStatus, type CampaignStatus} from './status.ts'
import {alarm} from './thresholds.ts'
import type {Way} from './way.ts'

export interface RunOptions {
  readonly store: Store
  readonly campaignId: number
  readonly way: Way
  /** Ends the run in order: what is under way ends, the rest goes back. */
  readonly signal?: AbortSignal
  readonly onProgress?: (status: CampaignStatus) => void
  /** Milliseconds between looks at the ledger. */
  readonly every?: number
  /** False: returns `waiting` where it would wait for a time to come. */
  readonly wait?: boolean
  readonly clock?: Clock
}

export interface RunOutcome {
  readonly reason: 'done' | 'paused' | 'cancelled' | 'waiting' | 'stopped'
  readonly status: CampaignStatus
}

/** Deliveries of one claim. */
const CHUNK = 500
const EVERY = 2_000
const POLL = 1_000
/** Milliseconds; looks that take longer take at most one part in LOOK_SHARE of the time. */
const LONG_LOOK = 100
const LOOK_SHARE = 10

const start = async ({db}: Store, id: number, clock: Clock): Promise<void> => {
  await db
    .updateTable('campaigns')
    .set({state: 'running'})
    .where('id', '=', id)
    .where('state', '=', 'scheduled')
    .where('starts_at', '<=', instant(clock))
    .execute()
}

const finish = async ({db}: Store, id: number): Promise<void> => {
  await db
    .updateTable('campaigns')
    .set({state: 'done', finished_at: sql`now()`})
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

const expire = async ({db}: Store, {id}: Campaign, clock: Clock): Promise<void> => {
  await sql`
    update deliveries set state = 'expired', worker = null, updated_at = now()
    from campaigns
    where campaign_id = ${id} and campaigns.id = campaign_id and expires_at <= ${instant(clock)}
      and deliveries.state in ('queued', 'sending') and deliveries.state = 'queued'`.execute(db)
}

class Run {
  readonly #options: RunOptions
  readonly #store: Store
  readonly #campaign: Campaign
  readonly #seat: Seat
  readonly #clock: Clock
  readonly #permits: PermitOffice
  readonly #stop: AbortSignal
  /** Claimed, then begun, then under way, then done and to be written. */
  #claims: Claim[] = []
  readonly #begun: Delivery[] = []
  #underWay = 0
  #results: Result[] = []
  #writing: Promise<void> | undefined
  #fault: {readonly error: unknown} | undefined
  #failuresInRow = 0
  #heldUntil = 0
  #nextLook = 0
  /** Resolved at the next end of a delivery. */
  #freed = Promise.withResolvers<void>()

  constructor(options: RunOptions, campaign: Campaign, seat: Seat) {
    this.#options = options
    this.#store = options.store
    this.#campaign = campaign
    this.#seat = seat
    this.#clock = options.clock ?? databaseClock
    this.#permits = new PermitOffice(options.store, options.way, campaign.settings, this.#clock)
    this.#stop = AbortSignal.any([seat.lost, ...(options.signal ? [options.signal] : [])])
  }

  async run(): Promise<RunOutcome> {
    await this.#permits.open()
    let outcome: RunOutcome | undefined
    try {
      while (outcome === undefined) outcome = await this.#turn()
      return outcome
    } finally {
      await this.#windUp()
    }
  }

  async #turn(): Promise<RunOutcome | undefined> {
    if (this.#fault !== undefined) throw this.#fault.error
    if (this.#stop.aborted) return this.#stopped()
    if (Date.now() >= this.#nextLook) await this.#look()
    const {concurrency} = this.#campaign.settings
    const isEmpty = this.#begun.length < concurrency && !(await this.#refill())
    this.#launch()
    if (this.#underWay > 0 && (isEmpty || this.#begun.length >= concurrency)) {
      await this.#freed.promise
      return undefined
    }
    return isEmpty && this.#underWay === 0 && this.#begun.length === 0 ? this.#rest() : undefined
  }

  /** Whether there was anything to begin. */
  async #refill(): Promise<boolean> {
    if (Date.now() < this.#heldUntil) return false
    const worker = this.#seat.id
    const campaignId = this.#campaign.id
    if (this.#claims.length === 0) {
      this.#claims = [
        ...(await claim(this.#store, {campaignId, worker, limit: CHUNK}, this.#clock)),
      ]
    }
    const group = this.#claims.splice(0, this.#campaign.settings.concurrency)
    if (group.length === 0) return false
    const {go, later, held, wait} = await this.#permits.ask(group)
    await postpone(this.#store, worker, later)
    if (held.length > 0) {
      this.#claims.unshift(...held)
      this.#heldUntil = Date.now() + wait
    }
    if (go.length > 0) {
      const ids = go.map(({id}) => id)
      this.#begun.push(...(await begin(this.#store, worker, ids)))
    }
    return true
  }

  #launch(): void {
    const {concurrency} = this.#campaign.settings
    while (this.#underWay < concurrency && this.#fault === undefined && !this.#stop.aborted) {
      const delivery = this.#begun.shift()
      if (delivery === undefined) return
      this.#underWay += 1
      void this.#send(delivery)
    }
  }

  async #send(delivery: Delivery): Promise<void> {
    try {
      const sent = await this.#options.way.send(delivery)
      this.#results.push({delivery, sent})
      this.#weigh({delivery, sent})
    } catch (error) {
      // no message was made, or a transport broke its promise not to throw
      this.#fault ??= {error}
      const message = error instanceof Error ? error.message : String(error)
      const sent = {state: 'failed', code: 'RUN_BROKEN', message, isPermanent: false} as const
      this.#results.push({delivery, sent})
    } finally {
      this.#underWay -= 1
      this.#write()
      this.#launch()
      this.#freed.resolve()
      this.#freed = Promise.withResolvers()
    }
  }

  #weigh({sent}: Result): void {
    const isOurs = sent.state === 'unknown' || (sent.state === 'failed' && !sent.isPermanent)
    const isThrottled = sent.state === 'failed' && sent.isThrottled === true
    if (!isOurs) this.#failuresInRow = 0
    else if (!isThrottled) this.#failuresInRow += 1
  }

  /** One statement at a time, each with all that was done meanwhile. */
  #write(): void {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined
      if (this.#results.length > 0 && this.#fault === undefined) this.#write()
    })
  }

  async #writeAll(): Promise<void> {
    const {channel, settings} = this.#campaign
    while (this.#results.length > 0) {
      const results = this.#results
      this.#results = []
      try {
        const slow = results.flatMap(({sent, delivery}) =>
          sent.state === 'failed' && sent.isThrottled === true ? [delivery.destination] : [],
        )
        if (slow.length > 0) await this.#permits.slow(slow)
        await writeResults(this.#store, channel, results, settings, nowOf(this.#clock))
      } catch (error) {
        this.#fault ??= {error}
        return
      }
    }
  }

  /** Once in a while: what others changed, what died, and whether to go on. */
  async #look(): Promise<CampaignStatus> {
    const {id, settings} = this.#campaign
    const began = Date.now()
    await start(this.#store, id, this.#clock)
    await expire(this.#store, this.#campaign, this.#clock)
    await recover(this.#store, id)
    await this.#permits.refresh()
    const status = await campaignStatus(this.#store, id)
    // counting a large ledger takes a while, and sending waits for it on the embedded database
    const took = Date.now() - began
    const pause = took < LONG_LOOK ? 0 : took * LOOK_SHARE
    this.#nextLook = Date.now() + Math.max(this.#options.every ?? EVERY, pause)
    this.#options.onProgress?.(status)
    const reason =
      this.#failuresInRow >= settings.pauseAfterRow
        ? `${this.#failuresInRow} tries in a row failed: the way out (${this.#options.way.name}) takes nothing. Resume when it does.`
        : alarm(status.recent, settings)
    if (reason !== undefined && status.campaign.state === 'running') {
      await pauseCampaign(this.#store, id, reason)
    }
    return status
  }

  /** Nothing can be begun at this moment. */
  async #rest(): Promise<RunOutcome | undefined> {
    await this.#written()
    await this.#look()
    const status = await campaignStatus(this.#store, this.#campaign.id)
    const {state, startsAt} = status.campaign
    if (state === 'paused' || state === 'cancelled' || state === 'done')
      return {reason: state, status}
    const {queued, sending} = status.counts
    if (state === 'running' && queued === 0 && sending === 0) {
      await finish(this.#store, this.#campaign.id)
      return {reason: 'done', status: await campaignStatus(this.#store, this.#campaign.id)}
    }
    const due = state === 'scheduled' ? startsAt : status.nextDue
    const now = nowOf(this.#clock).getTime()
    const wait = Math.max(due === null ? POLL : due.getTime() - now, this.#heldUntil - Date.now())
    if (this.#options.wait === false && wait > 0 && this.#claims.length === 0) {
      return {reason: 'waiting', status}
    }
    const pause = Math.min(Math.max(wait, 1), POLL)
    await sleep(pause, undefined, {signal: this.#stop}).catch(() => {})
    return undefined
  }

  async #stopped(): Promise<RunOutcome> {
    await this.#settle()
    const status = await campaignStatus(this.#store, this.#campaign.id)
    if (this.#seat.lost.aborted) throw this.#seat.lost.reason
    return {reason: 'stopped', status}
  }

  async #settle(): Promise<void> {
    while (this.#underWay > 0) await this.#freed.promise
    await this.#written()
  }

  async #written(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing
  }

  async #windUp(): Promise<void> {
    const worker = this.#seat.id
    const unsent = this.#begun.splice(0).map(({id}) => id)
    await this.#settle()
    await unbegin(this.#store, worker, unsent)
    await release(this.#store, worker)
  }
}

/**
 * Resolves when the campaign is done, paused or cancelled, or `signal` is given. Rejects when the
 * database cannot be written or no message can be made; the ledger then says how far it came.
 */
export const runCampaign = async (options: RunOptions): Promise<RunOutcome> => {
  const {store, campaignId, clock = databaseClock} = options
  await campaignById(store, campaignId)
  const seat = await store.seats.take(`campaign ${campaignId}, process ${process.pid}`)
  try {
    await recover(store, campaignId)
    await start(store, campaignId, clock)
    const campaign = await campaignById(store, campaignId)
    return await new Run(options, campaign, seat).run()
  } finally {
    await seat.leave()
  }
}
