import {describe, expect, it} from 'vitest'
import {perFrozen} from '../../publishers/per-frozen.ts'
import {formatDate} from '../../publishers/phrases/dates.ts'

describe('perFrozen', () => {
  it('makes once of a frozen object, and each time of one that may change', () => {
    let made = 0
    const nameOf = perFrozen(({name}: {name: string}) => {
      made += 1
      return name
    })
    const frozen = Object.freeze({name: 'a'})
    expect([nameOf(frozen), nameOf(frozen), made]).toEqual(['a', 'a', 1])
    expect([nameOf(Object.freeze({name: 'b'})), made]).toEqual(['b', 2])
    const open = {name: 'c'}
    expect(nameOf(open)).toBe('c')
    open.name = 'd'
    expect(nameOf(open)).toBe('d')
  })

  it('does not keep what was thrown', () => {
    const refusals = [new Error('first'), new Error('second')]
    const refuse = perFrozen((_key: object): string => {
      throw refusals.shift() ?? new Error('third')
    })
    const key = Object.freeze({})
    expect(() => refuse(key)).toThrow('first')
    expect(() => refuse(key)).toThrow('second')
  })
})

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
