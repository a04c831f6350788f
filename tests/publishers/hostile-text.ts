/** Text that an encoder, a wrapper or a parser of lines may stumble over. */
import fc from 'fast-check'

const units = fc.constantFrom(
  '.',
  ' ',
  '  ',
  '\t',
  '=',
  '\n',
  '\r',
  '\r\n',
  'From ',
  'From',
  'é',
  '’',
  'ثم',
  '🛟',
  '\ud83d', // half of a pair
  '\udedf',
  '\u202e',
  '\u200b',
  '\u2028',
  '\u2029',
  '\u00ad',
  '\v',
  'नमस्ते ', // marks and letters
  '\u00a0',
  'e\u0301',
  '\0',
  '\u007f',
  '</script>',
  'a'.repeat(37),
  'b'.repeat(74),
)

export const hostileText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(units, {maxLength}).map((parts) => parts.join('')),
    fc.string({unit: 'grapheme', maxLength: 300}),
    fc.string({unit: 'binary', maxLength: 200}),
    // Long runs, so that every place of a line sees every character.
    fc
      .tuple(fc.nat(160), fc.array(units, {maxLength: 6}))
      .map(([before, parts]) => 'x'.repeat(before) + parts.join('')),
  )
