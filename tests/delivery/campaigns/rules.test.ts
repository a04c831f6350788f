/** Rules that need no database. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {quietUntil} from '../../../delivery/campaigns/quiet-hours.ts'
import {backOff} from '../../../delivery/campaigns/results.ts'
import {DEFAULT_SETTINGS, parseSettings} from '../../../delivery/campaigns/settings.ts'
import {alarm} from '../../../delivery/campaigns/thresholds.ts'

const ZONES = [
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Madrid',
  'Pacific/Auckland',
  'UTC',
]

const hourIn = (time: Date, timeZone: string): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', {timeZone, hour: '2-digit', hourCycle: 'h23'}).format(time),
  )

describe('quiet hours', () => {
  it.each([
    ['2026-11-23T20:59:00Z', undefined],
    ['2026-11-23T21:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24T00:00:30Z', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24T07:59:59Z', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24T08:00:00Z', undefined],
  ])('at %s in UTC: until %s', (time, until) => {
    expect(quietUntil(new Date(time), 'UTC')?.toISOString()).toBe(until)
  })

  it('hold from 21 to 8, in every zone, and always end', () => {
    const times = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(times, fc.constantFrom(...ZONES), (time, zone) => {
        const hour = hourIn(time, zone)
        const until = quietUntil(time, zone)
        expect(until !== undefined).toBe(hour >= 21 || hour < 8)
        if (until === undefined) return
        expect(until.getTime()).toBeGreaterThan(time.getTime())
        // clocks that change in that night may call for a second look, and no more
        const late = quietUntil(until, zone)
        expect(late === undefined || quietUntil(late, zone) === undefined).toBe(true)
        // never put off beyond the morning
        expect(hourIn(late ?? until, zone)).toBeLessThan(10)
      }),
      {numRuns: 300},
    )
  })
})

describe('the pause between tries', () => {
  it('doubles up to a limit, half of it more or less', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 40}),
        fc.double({min: 0, max: 0.999, noNaN: true}),
        (n, chance) => {
          const base = Math.min(60_000 * 2 ** (n - 1), 3_600_000)
          const pause = backOff(n, DEFAULT_SETTINGS, () => chance)
          expect(pause).toBeGreaterThanOrEqual(base / 2)
          expect(pause).toBeLessThan(base * 1.5)
        },
      ),
    )
  })
})

describe('what pauses a campaign', () => {
  const recent = {sent: 1_000, failed: 0, bounced: 0, complained: 0}

  it.each([
    [{}, undefined],
    [{failed: 100}, undefined],
    [{failed: 120}, '10.7 % of 1,120 were refused for good'],
    [{bounced: 50}, undefined],
    [{bounced: 51}, '5.1 % of 1,000 bounced'],
    [{complained: 3}, undefined],
    [{complained: 4}, '0.40 % of 1,000 complained'],
    [{sent: 50, failed: 50}, undefined],
  ])('%j: %s', (over, words) => {
    const reason = alarm({...recent, ...over}, DEFAULT_SETTINGS)
    if (words === undefined) expect(reason).toBeUndefined()
    else expect(reason).toContain(words)
  })
})

describe('settings of a row', () => {
  it('have defaults where an older version knew none', () => {
    expect(parseSettings({concurrency: 3, unheardOf: 1, perSecond: 'many'})).toEqual({
      ...DEFAULT_SETTINGS,
      concurrency: 3,
    })
    expect(parseSettings(null)).toEqual(DEFAULT_SETTINGS)
  })
})
