/**
 * Tells partners of changes. A job of the queue says only "deliver what is due to endpoint X": how far an
 * endpoint was told stands in its row, so that a lost job loses nothing, two double nothing, and no
 * message overtakes an earlier one. Several servers on one database share the work.
 */
import {randomUUID} from 'node:crypto'
import type {PgBoss} from 'pg-boss'
import type {ChangeLog} from '../changes/log.ts'
import type {Store} from '../store/store.ts'
import {pauseAfter} from './back-off.ts'
import {type Claim, claimEndpoints, dueEndpoints, fail, release, settle} from './claim.ts'
import {claimUntold, type DisabledEndpoint, markTold} from './disabled.ts'
import {DeliveryFailure} from './failure.ts'
import {changesMessage, signedHeaders} from './message.ts'
import {postMessage, type PostOptions} from './post.ts'
import {Room} from './room.ts'
import {webhookSecrets} from './secret.ts'
import {Spans, type Teller} from './spans.ts'

/**
 * Two queues: those whose last message failed wait for each other, and hold up nobody else. `places`:
 * messages under way at a time; a dead host keeps one for 10 s.
 */
const LANES = {
  prompt: {queue: 'webhooks', places: 400},
  failing: {queue: 'webhooks-failing', places: 100},
} as const
type Lane = (typeof LANES)[keyof typeof LANES]

/** Jobs that are fetched at once, and how many such fetches go on side by side. */
const BATCH = 100
const FETCHES = 3
/** Milliseconds between looks for what is due: retries, lost jobs, replays that a command asked for. */
const EVERY = 5_000

export interface WebhooksOptions extends PostOptions {
  readonly store: Store
  readonly boss: PgBoss
  readonly log: ChangeLog
  /** The installation's. */
  readonly secret: string
  readonly teller: Teller
  /** Tells a contact that its webhook is disabled. Rejects when that could not be handed on. */
  readonly tell: (endpoint: DisabledEndpoint) => Promise<void>
  readonly onError: (error: unknown) => void
  readonly every?: number
}

export interface Webhooks {
  /** Something is new in the log. */
  wake(): void
  /** Breaks off what is under way; it is sent again, as the same message. */
  close(): Promise<void>
}

interface Job {
  readonly endpointId: string
}

class RunningWebhooks implements Webhooks {
  readonly #options: WebhooksOptions
  readonly #spans: Spans
  readonly #openSecret: (sealed: string) => string
  readonly #stop = new AbortController()
  readonly #underWay = new Set<Promise<void>>()
  #timer: NodeJS.Timeout | undefined
  #sweeping: Promise<void> | undefined
  #telling: Promise<void> | undefined
  #isWoken = false

  constructor(options: WebhooksOptions) {
    this.#options = options
    this.#spans = new Spans(options.log, options.teller)
    this.#openSecret = webhookSecrets(options.secret).open
  }

  async start(): Promise<void> {
    const {boss, every = EVERY} = this.#options
    for (const lane of Object.values(LANES)) {
      // one job an endpoint waits, and no more
      await boss.createQueue(lane.queue, {
        policy: 'short',
        retryLimit: 0,
        deleteAfterSeconds: 600,
      })
      const room = new Room(lane.places)
      await boss.work<Job>(
        lane.queue,
        {localConcurrency: FETCHES, batchSize: BATCH, pollingIntervalSeconds: 0.5},
        (jobs) =>
          this.#begin(
            room,
            jobs.map(({data}) => data.endpointId),
          ),
      )
    }
    this.#timer = setInterval(() => this.wake(), every)
    this.wake()
  }

  wake(): void {
    this.#isWoken = true
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = undefined
    })
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort(new Error('the server stops'))
    await this.#sweeping
    await this.#telling
    await Promise.all(this.#underWay)
    const {boss} = this.#options
    for (const {queue} of Object.values(LANES)) await boss.offWork(queue, {wait: true})
    // a batch may have come in between
    await Promise.all(this.#underWay)
  }

  async #sweep(): Promise<void> {
    while (this.#isWoken && !this.#stop.signal.aborted) {
      this.#isWoken = false
      try {
        await this.#offer()
        // a mail server may be slow, and the next change must not wait for it
        this.#telling ??= this.#tellContacts()
          .catch(this.#options.onError)
          .finally(() => {
            this.#telling = undefined
          })
      } catch (error) {
        this.#options.onError(error)
      }
    }
  }

  async #offer(): Promise<void> {
    const {store, boss} = this.#options
    const due = await dueEndpoints(store)
    const offer = async ({queue}: Lane, isFailing: boolean): Promise<void> => {
      const own = due.filter((each) => each.isFailing === isFailing)
      const jobs = own.map(({id}) => ({data: {endpointId: id}, singletonKey: id}))
      if (jobs.length > 0) await boss.insert(queue, jobs)
    }
    await offer(LANES.prompt, false)
    await offer(LANES.failing, true)
  }

  async #tellContacts(): Promise<void> {
    const {store, tell, onError} = this.#options
    for (const endpoint of await claimUntold(store)) {
      try {
        await tell(endpoint)
        await markTold(store, endpoint.id)
      } catch (error) {
        onError(error)
      }
    }
  }

  /** Resolves as soon as everything has begun: the jobs are done then, and a slow host keeps no job. */
  async #begin(room: Room, ids: readonly string[]): Promise<void> {
    await room.take(ids.length)
    let claims: readonly Claim[] = []
    try {
      if (!this.#stop.signal.aborted) {
        claims = await claimEndpoints(this.#options.store, ids, randomUUID())
      }
    } finally {
      room.give(ids.length - claims.length)
    }
    for (const claim of claims) {
      const work = this.#deliver(claim).finally(() => {
        room.give(1)
        this.#underWay.delete(work)
      })
      this.#underWay.add(work)
    }
  }

  /** Never rejects: a lease that cannot be given back ends by itself. */
  async #deliver(first: Claim): Promise<void> {
    const {store, onError} = this.#options
    let claim: Claim | undefined = first
    try {
      while (claim !== undefined) {
        const isTaken = await this.#attempt(claim)
        const hasMore: boolean = isTaken && (await settle(store, claim))
        const ids: readonly string[] = hasMore ? [claim.endpointId] : []
        claim = (await claimEndpoints(store, ids, randomUUID()))[0]
      }
    } catch (error) {
      onError(error)
    }
  }

  async #attempt(claim: Claim): Promise<boolean> {
    const {store, onError} = this.#options
    try {
      await this.#send(claim)
      return true
    } catch (error) {
      if (this.#stop.signal.aborted) {
        await release(store, claim)
        return false
      }
      const isTheirs = error instanceof DeliveryFailure
      if (!isTheirs) onError(error)
      await fail(store, claim, {
        why: isTheirs ? error.message : 'a fault on the side of the sender',
        pause: pauseAfter(claim.attempts + 1),
        isGone: isTheirs && error.isGone,
      })
      return false
    }
  }

  async #send(claim: Claim): Promise<void> {
    const changes = await this.#spans.changes(claim)
    if (changes.length === 0) return
    const message = changesMessage(claim, changes)
    const headers = signedHeaders(message, this.#openSecret(claim.secret))
    const {url} = claim
    await postMessage({url, headers, body: message.body}, this.#options, this.#stop.signal)
  }
}

/** Begins with what is due already. The queue stays open when it is closed. */
export const startWebhooks = async (options: WebhooksOptions): Promise<Webhooks> => {
  const running = new RunningWebhooks(options)
  await running.start()
  return running
}
