import fc from 'fast-check'
import {expect, it} from 'vitest'
import {baseLanguage, directionOf} from '../../content/direction.ts'

it('the base language is what stands before the first hyphen, in lower case', () => {
  expect(['pt-BR', 'AR', 'zh-Hant-TW', '-x', ''].map(baseLanguage)).toEqual([
    'pt',
    'ar',
    'zh',
    '',
    '',
  ])
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z-]*$/), (tag) => {
      expect(baseLanguage(tag)).toBe(tag.split('-')[0]?.toLowerCase())
    }),
  )
  expect([directionOf('AR-eg'), directionOf('en-Arab')]).toEqual(['rtl', 'ltr'])
})
