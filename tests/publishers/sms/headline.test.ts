import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {headlineForms} from '../../../publishers/sms/headline.ts'

describe('headlineForms', () => {
  it('are the headline, then cut at each end of a word, then nothing', () => {
    expect(headlineForms('Sleep and mood', 'en')).toEqual([
      'Sleep and mood',
      'Sleep and...',
      'Sleep...',
      '',
    ])
  })

  it('leave no punctuation before the three full stops', () => {
    expect(headlineForms('Panic: what - (if) it helps, now', 'en')).toEqual([
      'Panic: what - (if) it helps, now',
      'Panic: what - (if) it helps...',
      'Panic: what - (if)...',
      'Panic: what...',
      'Panic...',
      '',
    ])
  })

  it('leave pictures out before they leave words out', () => {
    expect(headlineForms('😴 Sleep 🇺🇸 better 👩‍👧', 'en')).toEqual([
      '😴 Sleep 🇺🇸 better 👩‍👧',
      'Sleep better',
      '😴 Sleep 🇺🇸 better\u2026',
      '😴 Sleep 🇺🇸\u2026',
      '😴 Sleep\u2026',
      'Sleep...',
      '',
    ])
  })

  it('keep pictures that stand in a word', () => {
    expect(headlineForms('😴Sleep tight😴', 'en')).toEqual(['😴Sleep tight😴', '😴Sleep\u2026', ''])
  })

  it('keep numbers and signs, which are no pictures', () => {
    expect(headlineForms('988 # *', 'en')[0]).toBe('988 # *')
    expect(headlineForms('988 # *', 'en')).toContain('988 #...')
  })

  it('find the words of a script without spaces', () => {
    const forms = headlineForms('睡眠改善方法', 'zh')
    expect(forms[0]).toBe('睡眠改善方法')
    expect(forms).toContain('睡眠\u2026')
    expect(forms.at(-1)).toBe('')
  })

  it('never cut a word of a script that has spaces', () => {
    expect(headlineForms('Antidisestablishmentarianism', 'en')).toEqual([
      'Antidisestablishmentarianism',
      '',
    ])
  })

  it('never end on a word of one or two letters', () => {
    expect(headlineForms('Five steps that can save a life', 'en').slice(0, 2)).toEqual([
      'Five steps that can save a life',
      'Five steps that can save...',
    ])
    expect(headlineForms('Vitamin B 12 now', 'en')).toContain('Vitamin B 12...')
    expect(headlineForms('Ataques de pánico', 'es')).toEqual([
      'Ataques de pánico',
      'Ataques...',
      '',
    ])
  })

  it('never leave a direction isolate open', () => {
    expect(headlineForms('One \u2067two three\u2069 four', 'en')).toEqual([
      'One \u2067two three\u2069 four',
      'One \u2067two three\u2069\u2026',
      'One...',
      '',
    ])
    expect(headlineForms('a\u2068b c\u2069 d', 'en')).not.toContain('a\u2068b\u2026')
    expect(headlineForms('aa\u2066b\u2069 d', 'en')).toContain('aa\u2066b\u2069\u2026')
  })

  it('leave out what no SMS can hold', () => {
    const exact = `one ${'x'.repeat(156)}`
    expect(headlineForms(exact, 'en')).toEqual([exact, 'one...', ''])
    expect(headlineForms(`${exact}x`, 'en')).toEqual(['one...', ''])
  })

  it('are nothing for an empty headline', () => {
    expect(headlineForms('', 'en')).toEqual([''])
  })

  it('never split a grapheme', () => {
    const segmenter = new Intl.Segmenter('en', {granularity: 'grapheme'})
    const words = fc.array(fc.string({unit: 'grapheme', minLength: 1, maxLength: 5}), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(words, (parts) => {
        const headline = parts.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim()
        const ends = new Set<number>([headline.length])
        for (const {index} of segmenter.segment(headline)) ends.add(index)
        for (const form of headlineForms(headline, 'en')) {
          const prefix = form.replace(/(?:\.{3}|\u2026)$/, '')
          const isPrefix = headline.startsWith(prefix)
          expect(isPrefix ? ends.has(prefix.length) : true).toBe(true)
        }
      }),
      {numRuns: 200},
    )
  })
})
