/** Which of some claims may go now: not at night, and no faster than buckets give. */
import type {Store} from '../store/store.ts'
import {forgetSlow, setRate, slowDown, take} from './buckets.ts'
import type {Claim} from './claim.ts'
import {type Clock, nowOf} from './instant.ts'
import {quietUntil} from './quiet-hours.ts'
import type {CampaignSettings} from './settings.ts'
import type {Way} from './way.ts'

export interface Permits {
  readonly go: readonly Claim[]
  /** To be postponed: their domain or their night would hold them up for longer than others. */
  readonly later: ReadonlyMap<number, Date>
  /** To be asked about again in `wait` milliseconds: the way as a whole is at its rate. */
  readonly held: readonly Claim[]
  readonly wait: number
}

const domainKey = (destination: string): string => `domain:${destination}`

export class PermitOffice {
  readonly #store: Store
  readonly #way: Way
  readonly #settings: CampaignSettings
  readonly #clock: Clock
  /** Buckets that there are. Another worker's are seen at the next `refresh`. */
  #known: ReadonlySet<string> = new Set()

  constructor(store: Store, way: Way, settings: CampaignSettings, clock: Clock) {
    this.#store = store
    this.#way = way
    this.#settings = settings
    this.#clock = clock
  }

  get #wayKey(): string {
    return `way:${this.#way.name}`
  }

  async open(): Promise<void> {
    const {perSecond} = this.#settings
    if (perSecond > 0) await setRate(this.#store, this.#wayKey, perSecond, this.#clock)
    await this.refresh()
  }

  async refresh(): Promise<void> {
    await forgetSlow(this.#store, this.#clock)
    const rows = await this.#store.db.selectFrom('buckets').select('key').execute()
    this.#known = new Set(rows.map(({key}) => key))
  }

  /** Some domains asked for less. */
  async slow(destinations: readonly string[]): Promise<void> {
    const {slowRate: rate, slowFor: hold} = this.#settings
    const keys = destinations.map(domainKey)
    await slowDown(this.#store, keys, {rate, hold}, this.#clock)
    this.#known = new Set([...this.#known, ...keys])
  }

  async ask(claims: readonly Claim[]): Promise<Permits> {
    const now = nowOf(this.#clock)
    const later = new Map<number, Date>()
    const awake = claims.filter(({id, timeZone}) => {
      const until =
        this.#way.keepsQuietHours && timeZone !== null ? quietUntil(now, timeZone) : undefined
      if (until !== undefined) later.set(id, until)
      return until === undefined
    })
    const go = await this.#byDomain(awake, now, later)
    if (this.#settings.perSecond === 0 || go.length === 0) return {go, later, held: [], wait: 0}
    const grants = await take(this.#store, new Map([[this.#wayKey, go.length]]), this.#clock)
    const {granted, wait} = grants.get(this.#wayKey) ?? {granted: go.length, wait: 0}
    return {go: go.slice(0, granted), later, held: go.slice(granted), wait}
  }

  async #byDomain(
    claims: readonly Claim[],
    now: Date,
    later: Map<number, Date>,
  ): Promise<readonly Claim[]> {
    const slow = Map.groupBy(
      claims.filter(({destination}) => this.#known.has(domainKey(destination))),
      ({destination}) => domainKey(destination),
    )
    const wanted = new Map([...slow].map(([key, group]) => [key, group.length]))
    const grants = await take(this.#store, wanted, this.#clock)
    for (const [key, group] of slow) {
      const grant = grants.get(key)
      if (grant === undefined) continue
      for (const [index, {id}] of group.slice(grant.granted).entries()) {
        // one after the other, or all of them would come back at once
        const wait = grant.wait + (index * 1000) / grant.rate
        later.set(id, new Date(now.getTime() + wait))
      }
    }
    return claims.filter(({id}) => !later.has(id))
  }
}
