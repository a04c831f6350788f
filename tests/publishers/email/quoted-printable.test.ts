import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {quotedPrintable} from '../../../publishers/email/mime/quoted-printable.ts'

/** Undoes soft breaks and triplets; what is left is US-ASCII. */
const decoded = (body: string): string =>
  decodeURIComponent(
    body
      .replace(/=\r\n/g, '')
      .replace(/%/g, '%25')
      .replace(/=([0-9A-F]{2})/g, '%$1'),
  ).replace(/\r\n/g, '\n')

/** What a body's lines may look like (RFC 2045 6.7). */
const faults = (body: string): readonly string[] =>
  body
    .split('\r\n')
    .filter(
      (line) =>
        line.length > 76 ||
        line.startsWith('.') ||
        line.startsWith('From ') ||
        /[\t ]$/.test(line) ||
        /[^\t\x20-\x7e]/.test(line) ||
        /=(?![0-9A-F]{2}|$)/.test(line),
    )

describe('quotedPrintable', () => {
  it('leaves plain lines as they are', () => {
    expect(quotedPrintable('One line.\nTwo lines.')).toBe('One line.\r\nTwo lines.')
  })

  it('encodes what a reader of mail might change on the way', () => {
    expect(quotedPrintable('.\n..\n. a')).toBe('=2E\r\n=2E.\r\n=2E a')
    expect(quotedPrintable('From here')).toBe('=46rom here')
    expect(quotedPrintable('end \ntab\t')).toBe('end=20\r\ntab=09')
    expect(quotedPrintable('a=b')).toBe('a=3Db')
    expect(quotedPrintable('é')).toBe('=C3=A9')
  })

  it('keeps a dot from starting a line after a soft break', () => {
    const body = quotedPrintable(`${'a'.repeat(75)}. b`)
    expect(faults(body)).toEqual([])
    expect(body).toContain('=\r\n=2E b')
  })

  it('keeps From from starting a line after a soft break', () => {
    const body = quotedPrintable(`${'a'.repeat(75)}From b`)
    expect(faults(body)).toEqual([])
    expect(body).toContain('=\r\n=46rom b')
  })

  it('never divides a character', () => {
    for (let before = 60; before < 76; before += 1) {
      const body = quotedPrintable(`${'a'.repeat(before)}🛟🛟`)
      for (const line of body.split('=\r\n')) {
        expect((line.match(/=[0-9A-F]{2}/g) ?? []).length % 4).toBe(0)
      }
    }
  })

  it('adds up line by line, which is what the size limits count on', () => {
    const one = 'Först. \n\n.'
    const two = 'ثم '.repeat(60)
    expect(quotedPrintable(`${one}\n${two}`)).toBe(
      `${quotedPrintable(one)}\r\n${quotedPrintable(two)}`,
    )
  })

  it('decodes to what went in, whatever went in', () => {
    const text = fc.string({unit: 'grapheme', maxLength: 300})
    const dotted = fc.array(
      fc.constantFrom('.', ' ', '=', '\n', 'From ', 'é', '🛟', 'a'.repeat(37)),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          dotted.map((parts) => parts.join('')),
        ),
        (input) => {
          const clean = input.replace(/\r\n|\r/g, '\n')
          const body = quotedPrintable(input)
          expect(faults(body)).toEqual([])
          expect(decoded(body)).toBe(clean)
        },
      ),
      {numRuns: 3000},
    )
  })

  it('has a fault finder that finds faults', () => {
    expect(faults(`${'a'.repeat(77)}\r\n.\r\nFrom x\r\nend \r\né\r\n=3`)).toHaveLength(6)
  })
})
