/** How a campaign is sent. Frozen with it, so that every worker goes by the same. */
import {isObject} from '../../content/json-object.ts'

export interface CampaignSettings {
  /** Deliveries under way at once, in each process. */
  readonly concurrency: number
  /** Deliveries a second of all processes together; unlimited when it is 0. */
  readonly perSecond: number
  /** Tries of one delivery before it counts as failed. */
  readonly attempts: number
  /** Milliseconds before the second try; doubled for each further one, with jitter. */
  readonly retryAfter: number
  /** Milliseconds; no pause between tries is longer. */
  readonly retryAtMost: number
  /** Deliveries a second to a domain that asked for less; halved each time it asks again. */
  readonly slowRate: number
  /** Milliseconds in which nothing is sent to a domain that asked for less. */
  readonly slowFor: number
  /** Shares of what was tried, 0 to 1, above which the campaign pauses for a person to look. */
  readonly pauseAtErrors: number
  readonly pauseAtBounces: number
  readonly pauseAtComplaints: number
  /** Results below which no share is taken seriously. */
  readonly pauseFrom: number
  /** Failures in a row, of whatever domain, after which the way out itself is taken to be broken. */
  readonly pauseAfterRow: number
}

export const DEFAULT_SETTINGS: CampaignSettings = Object.freeze({
  concurrency: 20,
  perSecond: 0,
  attempts: 8,
  retryAfter: 60_000,
  retryAtMost: 3_600_000,
  slowRate: 5,
  slowFor: 30_000,
  pauseAtErrors: 0.1,
  pauseAtBounces: 0.05,
  // mailbox providers block senders from 0.3 % on
  pauseAtComplaints: 0.003,
  pauseFrom: 200,
  pauseAfterRow: 100,
})

/** What a row of the table holds; a setting that an older version did not know has its default. */
export const parseSettings = (value: unknown): CampaignSettings => {
  const given = isObject(value) ? value : {}
  const number = (name: keyof CampaignSettings): number => {
    const read = given[name]
    return typeof read === 'number' && Number.isFinite(read) ? read : DEFAULT_SETTINGS[name]
  }
  return Object.freeze({
    concurrency: number('concurrency'),
    perSecond: number('perSecond'),
    attempts: number('attempts'),
    retryAfter: number('retryAfter'),
    retryAtMost: number('retryAtMost'),
    slowRate: number('slowRate'),
    slowFor: number('slowFor'),
    pauseAtErrors: number('pauseAtErrors'),
    pauseAtBounces: number('pauseAtBounces'),
    pauseAtComplaints: number('pauseAtComplaints'),
    pauseFrom: number('pauseFrom'),
    pauseAfterRow: number('pauseAfterRow'),
  })
}
