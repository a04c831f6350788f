import {describe, expect, it} from 'vitest'
import {formatDate} from '../../../publishers/phrases/dates.ts'

describe('days that are kept', () => {
  it('are told apart by language, and shown in UTC', () => {
    for (let round = 0; round < 2; round += 1) {
      expect(formatDate('2026-03-01', 'en')).toBe('March 1, 2026')
      expect(formatDate('2026-03-01', 'de')).toBe('1. März 2026')
      expect(formatDate('2026-03-01T23:30:00-05:00', 'en')).toBe('March 2, 2026')
    }
  })

  it('are right after more of them than are kept', () => {
    const day = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10)
    for (let at = 0; at < 10_050; at += 1) formatDate(day(at), 'en')
    expect(formatDate(day(0), 'en')).toBe('January 1, 1970')
  })
})
