/**
 * Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables a word
 * - 15.59. Syllables are estimated from vowel groups, which is right to within about half a grade.
 */
import {describe, expect, it} from 'vitest'
import {blocksOf, documents, type JsonObject, ofType, plain, string, walk} from './dataset.ts'

const syllables = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const sounded =
    letters.length > 3 ? letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '') : letters
  return Math.max(1, sounded.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}

const grade = (text: string): number => {
  const sentences = text.split(/[.!?]["”]?\s+|\n+/).filter((part) => /[a-z]/i.test(part)).length
  const words = text.match(/[A-Za-z'’-]+/g) ?? []
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0)
  return (0.39 * words.length) / sentences + (11.8 * sounds) / words.length - 15.59
}

/** Running text alone: short list items and headings would flatter the grade. */
const prose = (article: JsonObject): string =>
  blocksOf(article)
    .filter((block) => block['_type'] === 'block' && !('listItem' in block))
    .filter((block) => block['style'] === 'normal')
    .map(plain)
    .join('\n')

const isText = (value: unknown): value is string => typeof value === 'string'

const english = ofType('article').filter((article) => article['language'] === 'en')

describe('reading grade', () => {
  it('tells a nursery sentence from an abstract', () => {
    expect(grade('The cat sat on the mat. The dog ran to the cat.')).toBeLessThan(1)
    expect(
      grade(
        'Subanesthetic administration of glutamatergic antagonists demonstrates considerable antidepressant efficacy notwithstanding methodological heterogeneity.',
      ),
    ).toBeGreaterThan(20)
  })

  it.each(english)('$_id is within reach of an eighth-grade reader', (article) => {
    // The names of drugs and journals' terms cost the ketamine article a grade.
    const most = string(article['_id']) === 'article-ketamine' ? 9 : 8
    expect(grade(prose(article))).toBeLessThanOrEqual(most)
  })

  it.each(english)('$_id has substance', (article) => {
    const words = blocksOf(article).map(plain).join(' ').split(/\s+/).length
    // The retracted article is shown as a notice of its retraction, not as a text.
    expect(words).toBeGreaterThan('retraction' in article ? 80 : 330)
  })
})

/** `\\u00e9` that lost its backslash, and other marks of text that went through one door too many. */
const BROKEN = /u00[0-9a-f]{2}|&(?:amp|#\d+|quot);|Ã[\u0080-\u00bf©]|\ufffd/i

describe('spelling', () => {
  it('knows an escape that was not one', () => {
    for (const text of ['qu00e9', 'salt &amp; pepper', 'quÃ©', 'a\ufffd']) {
      expect(text).toMatch(BROKEN)
    }
    expect('qué y cuándo, 2000 veces').not.toMatch(BROKEN)
  })

  it('is whole in every text of the dataset', () => {
    const texts = documents.flatMap((document) => [...walk(document)]).filter(isText)
    expect(texts.length).toBeGreaterThan(1000)
    expect(texts.filter((text) => BROKEN.test(text))).toEqual([])
  })
})
