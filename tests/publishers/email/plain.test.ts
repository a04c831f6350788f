import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {PublisherError} from '../../../errors.ts'
import {fit} from '../../../publishers/email/fit.ts'
import {contentHash} from '../../../publishers/email/mime/hash.ts'
import {multipartAlternative} from '../../../publishers/email/mime/mime.ts'
import {quotedPrintable, quotedSize} from '../../../publishers/email/mime/quoted-printable.ts'
import {joinHtml, joinText, type Piece} from '../../../publishers/email/pieces.ts'
import {plainAlternative, plainFit, plainHash, plainOctets, type PlainDraft} from './plain/fit.ts'
import {hostileText} from '../hostile-text.ts'
import {plainQuotedPrintable} from './plain/quoted-printable.ts'

const HEADERS = ['From: a@b.example', 'Subject: A']

describe('the one-pass encoder', () => {
  it('writes what the plain one writes, and counts it without writing', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const plain = plainQuotedPrintable(text)
        expect(quotedPrintable(text)).toBe(plain)
        expect(quotedSize(text)).toEqual({length: plain.length, octets: plainOctets(text)})
      }),
      {numRuns: 5000},
    )
  })

  it('does so at each place of a line', () => {
    const ends = [
      '.',
      ' ',
      '. ',
      'From ',
      'From  ',
      'From x',
      '=',
      '\t\n.',
      '🛟 ',
      ' \r',
      '\n\r\n.',
    ]
    for (let before = 0; before < 160; before += 1) {
      for (const end of ends) {
        const text = 'a'.repeat(before) + end
        expect(quotedPrintable(text)).toBe(plainQuotedPrintable(text))
      }
    }
  })

  it('does so for texts longer than it keeps room for', () => {
    expect(quotedPrintable('short')).toBe('short')
    const blocks = ['🛟. \u20ac=\n', '\ud83d From \r', 'a'.repeat(80)]
    for (const block of blocks) {
      const text = block.repeat(12_000)
      expect(quotedPrintable(text)).toBe(plainQuotedPrintable(text))
    }
  })
})

describe('contentHash', () => {
  it('is of the texts one after the other', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (one, other) => {
        expect(contentHash(one, '\0', other)).toBe(plainHash(`${one}\0${other}`))
      }),
    )
  })
})

describe('multipartAlternative', () => {
  it('gives the bytes of the plain one', () => {
    fc.assert(
      fc.property(hostileText(), hostileText(), (text, html) => {
        const parts = {headers: HEADERS, text, html}
        expect(multipartAlternative(parts)).toBe(plainAlternative(parts))
      }),
      {numRuns: 1000},
    )
  })
})

const PROSE = 'words of prose, '.repeat(12)

/** Up to some 24,000 characters a piece, so that the limits fall on any of them. */
const grown = fc.tuple(hostileText(8), fc.nat(24_000)).map(([text, size]) => {
  const unit = PROSE + text
  return `${unit.repeat(Math.ceil(size / unit.length))}\n`
})

const rendered = fc.record({html: grown, text: fc.oneof(grown, fc.constant(''))})

const indispensable: fc.Arbitrary<Piece> = fc.record({html: grown, text: grown})

const dispensable: fc.Arbitrary<Piece> = fc.record(
  {
    html: grown,
    text: fc.oneof(grown, fc.constant('')),
    dispensable: fc.integer({min: 1, max: 4}),
    instead: rendered.map((made) => () => made),
    run: fc.constantFrom('body', 'references'),
  },
  {requiredKeys: ['html', 'text', 'dispensable']},
)

const draft: fc.Arbitrary<PlainDraft> = fc.record({
  documentId: fc.constant('article-a'),
  headers: fc.constant(HEADERS),
  frame: fc.constant({before: '<html>\n', after: '</html>\n'}),
  pieces: fc.array(
    fc.oneof({weight: 4, arbitrary: dispensable}, {weight: 1, arbitrary: indispensable}),
    {minLength: 3, maxLength: 9},
  ),
})

const fitted = (whole: PlainDraft): string | undefined => {
  try {
    return fit(whole)
  } catch (error) {
    if (error instanceof PublisherError && error.problem.code === 'MAIL_TOO_LONG') return undefined
    throw error
  }
}

describe('fit', () => {
  it('cuts where encoding everything would have cut', () => {
    const seen = {whole: 0, cut: 0, refused: 0}
    fc.assert(
      fc.property(draft, (mail) => {
        const expected = plainFit(mail)
        expect(fitted(mail)).toBe(expected)
        const boundary = plainHash(
          `${joinText(mail.pieces)}\0<html>\n${joinHtml(mail.pieces)}</html>\n`,
        )
        if (expected === undefined) seen.refused += 1
        else seen[expected.includes(boundary) ? 'whole' : 'cut'] += 1
      }),
      {numRuns: 60},
    )
    expect(Math.min(seen.whole, seen.cut, seen.refused)).toBeGreaterThan(0)
  })

  it('keeps what has just the size allowed, and nothing larger', () => {
    const mail = (size: number): PlainDraft => ({
      documentId: 'article-a',
      headers: HEADERS,
      frame: {before: '<html>\n', after: '</html>\n'},
      pieces: [
        {html: '<p>\n', text: 'a'},
        {html: 'a\n'.repeat(100), text: 'b\n'.repeat(size), dispensable: 1},
      ],
    })
    const sizes = Array.from({length: 200}, (_, index) => 32_950 + index)
    const lengths = sizes.map((size) => fitted(mail(size))?.length ?? 0)
    for (const [index, size] of sizes.entries()) {
      if (index % 60 === 0) expect(lengths[index]).toBe(plainFit(mail(size))?.length)
    }
    expect(Math.max(...lengths)).toBeLessThanOrEqual(100_000)
    expect(Math.max(...lengths)).toBeGreaterThan(99_990)
    expect(lengths.at(-1)).toBeLessThan(10_000)
  })
})
