import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {noticeElement, page, refusal} from './artefacts.ts'

describe('any page', () => {
  it('any one character changed in the notice is refused', async () => {
    const whole = noticeElement()
    const text = whole.replace(/<[^>]*>/g, (tag) => '\0'.repeat(tag.length))
    const places = Array.from(text, (character, index) => ({character, index})).filter(
      ({character}) => character !== '\0' && character !== '\n',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.constantFrom('delete', 'insert', 'replace'),
        fc.constantFrom('x', '0', '9', '\u200b', 'а', '.', 'é'),
        async ({character, index}, change, letter) => {
          fc.pre(
            letter !== character &&
              character !== ' ' &&
              !/[&;]/.test(whole.slice(index - 5, index + 5)),
          )
          const rest = whole.slice(index + (change === 'insert' ? 0 : 1))
          const spoiled = `${whole.slice(0, index)}${change === 'delete' ? '' : letter}${rest}`
          expect(await refusal('page', page(spoiled))).not.toBe('')
        },
      ),
      {numRuns: 150},
    )
  })

  it('says nothing worse than NoticeLostError of anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary', maxLength: 400}), async (text) => {
        expect(await refusal('page', text)).not.toBe('')
        expect(await refusal('page', page(`<p>${text}</p>`))).toContain('notice is not there')
      }),
      {numRuns: 100},
    )
  })
})
