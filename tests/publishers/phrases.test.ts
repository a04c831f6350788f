import {describe, expect, it} from 'vitest'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {formatDate} from '../../publishers/phrases/dates.ts'
import {countryName, languageName, listOf} from '../../publishers/phrases/names.ts'
import {perLanguage} from '../../publishers/phrases/per-language.ts'
import {fill, phrases} from '../../publishers/phrases.ts'

const LANGUAGES = ['en', 'es', 'fr', 'de', 'ar', 'hi']

const flat = (words: object, path = ''): readonly (readonly [path: string, text: string])[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[here, value] as const]
    return typeof value === 'object' && value !== null ? flat(value, here) : []
  })

const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

describe('phrases', () => {
  it.each(LANGUAGES)('%s says everything, with the same values to fill in', (language) => {
    const english = new Map(flat(phrases('en')))
    const own = flat(phrases(language))
    expect(own.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
    for (const [path, text] of own) {
      expect(text.trim(), path).not.toBe('')
      expect(holes(text), path).toEqual(holes(english.get(path) ?? ''))
    }
  })

  it.each(LANGUAGES)('%s has notice wording as well', (language) => {
    expect(noticeWording(language)).toBeDefined()
  })

  it('a region has the words of its language', () => {
    expect(phrases('es-MX')).toBe(phrases('es'))
  })

  it('no other language stands in for a missing one', () => {
    expect(() => phrases('nl', 'article-x')).toThrow(/^article-x language: .*Set one of these/)
    expect(() => phrases('constructor')).toThrow('has no interface words')
  })

  it('fills values in as they are', () => {
    expect(fill('By {names}, {other}', {names: '$& {names}'})).toBe('By $& {names}, {other}')
    expect(fill('{toString}', {})).toBe('{toString}')
  })
})

describe('dates and names', () => {
  it('are written as readers of the language write them, Gregorian and in Western digits', () => {
    expect(formatDate('2026-03-01', 'en')).toBe('March 1, 2026')
    expect(formatDate('2026-03-01', 'es')).toBe('1 de marzo de 2026')
    expect(formatDate('2026-03-01', 'ar-SA')).toMatch(/2026/)
    expect(formatDate('2026-03-01', 'hi')).toMatch(/2026/)
  })

  it('each language keeps its own way, however they take turns', () => {
    const turns = [...LANGUAGES, ...LANGUAGES.toReversed(), ...LANGUAGES]
    const dates = turns.map((language) => `${language} ${formatDate('2026-03-01', language)}`)
    const lists = turns.map((language) => `${language} ${listOf(['A', 'B'], language)}`)
    expect(new Set(dates).size).toBe(LANGUAGES.length)
    expect(new Set(lists).size).toBe(LANGUAGES.length)
  })

  it('what is kept a language is made once, made anew when there are too many, and errors are not kept', () => {
    const made: string[] = []
    const upper = perLanguage((language) => {
      made.push(language)
      if (language === 'x') throw new RangeError('no such language')
      return language.toUpperCase()
    })
    expect([upper('en'), upper('es'), upper('en')]).toEqual(['EN', 'ES', 'EN'])
    expect(made).toEqual(['en', 'es'])
    expect(() => upper('x')).toThrow('no such language')
    expect(() => upper('x')).toThrow('no such language')
    for (let count = 0; count < 200; count += 1) upper(`l${count}`)
    expect(upper('en')).toBe('EN')
    expect(made.filter((language) => language === 'en')).toHaveLength(2)
  })

  it('a datetime is its day in UTC', () => {
    expect(formatDate('2026-03-01T23:59:59Z', 'en')).toBe('March 1, 2026')
  })

  it('a day is written as CLDR has it, also when it comes again and after many others', () => {
    const inCldr = (date: string, language: string): string =>
      new Intl.DateTimeFormat(language, {
        dateStyle: 'long',
        timeZone: 'UTC',
        calendar: 'gregory',
        numberingSystem: 'latn',
      }).format(Date.parse(date))
    const days = Array.from({length: 1200}, (_, day) => new Date(day * 86_400_000).toISOString())
    for (const day of [...days, ...days.slice(0, 3), ...days.slice(-3), ...days.slice(-3)]) {
      expect(formatDate(day, 'de')).toBe(inCldr(day, 'de'))
    }
    expect(() => formatDate('no day', 'de')).toThrow(RangeError)
    expect(() => formatDate('no day', 'de')).toThrow(RangeError)
  })

  it('a list of one or none is what CLDR makes of it', () => {
    for (const language of [...LANGUAGES, 'ja', 'he', 'pt-BR', 'ur', 'zh-Hant']) {
      const list = new Intl.ListFormat(language, {style: 'long', type: 'conjunction'})
      for (const items of [[], [''], ['A, B'], ['\u202e\ud83d']]) {
        expect(listOf(items, language)).toBe(list.format(items))
      }
    }
  })

  it('come from CLDR', () => {
    expect(countryName('GB', 'en')).toBe('United Kingdom')
    expect(countryName('ZZ', 'en')).not.toBe('')
    expect(languageName('es', 'es')).toBe('español')
    expect(listOf(['A', 'B', 'C'], 'en')).toBe('A, B, and C')
  })
})
