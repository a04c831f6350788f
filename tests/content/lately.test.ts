import {describe, expect, it} from 'vitest'
import {Lately, nextArticle} from '../../content/lately.ts'

/** Looks up as those do who make what they do not find. */
const asked = (lately: Lately<object, string>, key: object, made: string): string => {
  const before = lately.get(key)
  if (before !== undefined) return before
  lately.set(key, made)
  return made
}

describe('what was made lately', () => {
  it('is there for the rest of the article', () => {
    const lately = new Lately<object, string>()
    const keys = Array.from({length: 100}, () => ({}))
    for (const [index, key] of keys.entries()) lately.set(key, String(index))
    expect(keys.map((key) => lately.get(key))).toEqual(keys.map((_, index) => String(index)))
  })

  it('is forgotten with the article', () => {
    const lately = new Lately<object, string>()
    const key = {}
    lately.set(key, 'made')
    nextArticle()
    expect(lately.get(key)).toBeUndefined()
  })

  it('lasts when another article asks for it too', () => {
    const lately = new Lately<object, string>()
    const shared = {}
    expect(asked(lately, shared, 'first')).toBe('first')
    nextArticle()
    expect(asked(lately, shared, 'second')).toBe('second')
    nextArticle()
    nextArticle()
    expect(asked(lately, shared, 'third')).toBe('second')
  })

  it('is bounded within an article', () => {
    const lately = new Lately<object, string>()
    const keys = Array.from({length: 10_000}, () => ({}))
    for (const key of keys) lately.set(key, 'made')
    expect(keys.filter((key) => lately.get(key) !== undefined).length).toBeLessThan(1001)
    expect(lately.get(keys.at(-1) ?? {})).toBe('made')
  })

  it.each([0, 1, 2, 3])('has the new in place of the old, %i articles later', (articles) => {
    const lately = new Lately<object, string>()
    const key = {}
    lately.set(key, 'old')
    for (let each = 0; each < articles; each += 1) nextArticle()
    lately.set(key, 'new')
    expect(lately.get(key)).toBe('new')
    lately.set(key, 'newer')
    expect(lately.get(key)).toBe('newer')
  })
})
