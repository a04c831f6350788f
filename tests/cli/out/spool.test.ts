import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {Spool} from '../../../cli/out/spool.ts'
import {OutFolderError} from '../../../errors.ts'

let place: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'throwline-spool-'))
})

afterEach(() => {
  rmSync(place, {recursive: true, force: true})
})

/** Short ones and some that are longer than what is written at once, of one to four octets a character. */
const line = fc.oneof(
  fc.string({unit: 'grapheme'}),
  fc
    .tuple(fc.constantFrom('a', 'ü', '語', '👩'), fc.integer({min: 10_000, max: 70_000}))
    .map(([character, length]) => character.repeat(length)),
)

it('gives each line as it was added, in any order, while others are added', () => {
  const asked = fc.array(fc.tuple(line, fc.nat()), {maxLength: 40})
  fc.assert(
    fc.property(asked, (all) => {
      const spool = new Spool(join(place, 'lines'))
      try {
        for (const [index, [text, other]] of all.entries()) {
          expect(spool.add(text)).toBe(index)
          const earlier = other % (index + 1)
          expect(spool.at(earlier)).toBe(all[earlier]?.[0])
        }
        expect(spool).toHaveLength(all.length)
        expect(all.map((_, index) => spool.at(index))).toEqual(all.map(([text]) => text))
        expect(spool.at(all.length)).toBeUndefined()
        expect(spool.at(-1)).toBeUndefined()
      } finally {
        spool.discard()
      }
      expect(readdirSync(place)).toEqual([])
    }),
    {numRuns: 60},
  )
})

it('keeps lines apart from those of another beside it, and leaves no name behind', () => {
  const [one, other] = [new Spool(join(place, 'lines')), new Spool(join(place, 'lines'))]
  one.add('one')
  other.add('other')
  expect([one.at(0), other.at(0)]).toEqual(['one', 'other'])
  expect(readdirSync(place)).toEqual([])
  one.discard()
  expect(other.at(0)).toBe('other')
  other.discard()
})

it('tells which folder it cannot write to, and takes the line once it can', () => {
  writeFileSync(join(place, 'file'), '')
  const spool = new Spool(join(place, 'file', 'lines'))
  spool.add('one')
  expect(() => spool.at(0)).toThrow(OutFolderError)
  expect(() => spool.at(0)).toThrow(join(place, 'file'))
  rmSync(join(place, 'file'))
  expect(spool.at(0)).toBe('one')
  spool.discard()
})

it('holds nothing once it was discarded, twice too', () => {
  const spool = new Spool(join(place, 'lines'))
  spool.add('one')
  expect(spool.at(0)).toBe('one')
  spool.discard()
  spool.discard()
  expect(() => spool.at(0)).toThrow('it was discarded')
  expect(readdirSync(place)).toEqual([])
})
