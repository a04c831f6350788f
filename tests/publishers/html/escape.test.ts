/** The scan for entities against replacing one character after the other. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {escapeHtml} from '../../../publishers/html/escape.ts'

const replaced = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const text = fc.oneof(
  fc.string({unit: 'binary'}),
  fc
    .array(
      fc.constantFrom('&', '<', '>', '"', "'", '=', '?', ';', 'a', '\ud83d', '’', '\u202e', '\0'),
    )
    .map((parts) => parts.join('')),
)

it('escapes each of the five characters, and nothing else, wherever it stands', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(escapeHtml(each)).toBe(replaced(each))
    }),
    {numRuns: 1000},
  )
})
