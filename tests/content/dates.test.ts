import fc from 'fast-check'
import {expect, it} from 'vitest'
import {date, datetime, language} from '../../content/parse/codes.ts'
import {parsed, type Reader} from '../../content/parse/reader.ts'

const digits = (least: number, most: number, places = 2): fc.Arbitrary<string> =>
  fc.integer({min: least, max: most}).map((each) => String(each).padStart(places, '0'))

const day = fc
  .tuple(fc.oneof(digits(0, 9999, 4), digits(1999, 2001, 4)), digits(0, 13), digits(0, 32))
  .map((parts) => parts.join('-'))

const time = fc
  .tuple(
    fc.tuple(digits(0, 24), digits(0, 60), digits(0, 60)).map((parts) => parts.join(':')),
    fc.constantFrom('', '.0', '.000', '.5', '.500', '.123', '.1234', '.999999999'),
    fc.constantFrom('Z', '+00:00', '-11:30', '', 'z'),
  )
  .map((parts) => parts.join(''))

/** Undefined when it was refused. */
const read = (reader: Reader<string>, text: string): string | undefined => {
  const result = parsed('d', text, reader)
  return result.ok ? result.value : undefined
}

const isDay = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

it('takes the days that the calendar has', () => {
  let taken = 0
  fc.assert(
    fc.property(day, (text) => {
      const found = read(date, text)
      if (found !== undefined) taken++
      expect(found).toBe(isDay(text) ? text : undefined)
    }),
    {numRuns: 5000},
  )
  expect(taken).toBeGreaterThan(1000)
})

it('gives times back in UTC, without a fraction of zero', () => {
  let taken = 0
  fc.assert(
    fc.property(day, time, (on, at) => {
      const found = read(datetime, `${on}T${at}`)
      if (found === undefined) return
      taken++
      expect(isDay(on)).toBe(true)
      expect(found).toBe(new Date(`${on}T${at}`).toISOString().replace('.000Z', 'Z'))
    }),
    {numRuns: 10_000},
  )
  expect(taken).toBeGreaterThan(1000)
})

it('gives a language the second time as it did the first', () => {
  for (const [tag, name] of [
    ['en', 'en'],
    ['PT-br', 'pt-BR'],
    ['english', undefined],
    ['en_US', undefined],
  ] as const) {
    expect([read(language, tag), read(language, tag)]).toEqual([name, name])
  }
})
