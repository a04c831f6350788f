import {describe, expect, test} from 'vitest'
import {channelsBadge} from '../../../studio/badges/channels-badge.ts'
import {countriesServed, noticeBadge} from '../../../studio/badges/notice-badge.ts'
import {reviewBadge, verificationBadge} from '../../../studio/badges/review-badge.ts'

const TODAY = '2026-11-23'

describe('review', () => {
  test.each([
    [{nextReview: '2027-11-23'}, undefined, undefined],
    [{nextReview: '2026-12-24'}, undefined, undefined],
    [{nextReview: '2026-12-23'}, 'Review due soon', 'warning'],
    [{nextReview: TODAY}, 'Review due today', 'warning'],
    [{nextReview: '2026-11-22'}, 'Review overdue', 'danger'],
    [{}, 'No review planned', 'warning'],
    [{nextReview: '2020-01-01', retraction: {date: '2026-05-18'}}, 'Retracted', 'danger'],
  ])('%j says %s', (fields, label, color) => {
    expect(reviewBadge(fields, TODAY)?.label).toBe(label)
    expect(reviewBadge(fields, TODAY)?.color).toBe(color)
  })
})

describe('verification', () => {
  test.each([
    [{verifiedAt: TODAY}, undefined],
    [{verifiedAt: '2026-05-27'}, undefined],
    [{verifiedAt: '2026-05-26'}, 'Verification overdue'],
    [{verifiedAt: '2025-11-28'}, 'Verification overdue'],
    [{verifiedAt: '2025-11-27'}, 'Not verified: no longer shown'],
    [{verifiedAt: '2026-11-01', verifyEvery: 7}, 'Not verified: no longer shown'],
    [{verifiedAt: TODAY, retiredAt: TODAY}, 'Retired'],
    [{verifiedAt: TODAY, retiredAt: '2026-11-24'}, undefined],
    [{}, undefined],
  ])('%j says %s', (fields, label) => {
    expect(verificationBadge(fields, TODAY)?.label).toBe(label)
  })
})

const site = {defaultCountry: 'US'}

const notices = [
  {country: 'US', language: 'en'},
  {country: 'US', language: 'es'},
  {country: 'GB', language: 'en'},
  {country: 'DE', language: 'de'},
]

describe('notice', () => {
  test.each([
    ['en', ['GB', 'US']],
    ['en-GB', ['GB', 'US']],
    ['es', ['US']],
    ['fr', []],
  ])('readers of %s are served in %j', (language, countries) => {
    expect(countriesServed(language, {site, notices})).toEqual(countries)
  })

  test('a language may stand in', () => {
    const standsIn = {...site, noticeFallbackLanguages: ['en']}
    expect(countriesServed('fr', {site: standsIn, notices})).toEqual(['GB', 'US'])
  })

  test.each([
    [{language: 'en'}, 'Notice: US, GB', 'success'],
    [{language: 'de'}, 'Notice: not for US', 'danger'],
    [{language: 'fr'}, 'No crisis notice', 'danger'],
    [{}, undefined, undefined],
  ])('%j says %s', (document, label, color) => {
    const badge = noticeBadge(document, {site, notices})
    expect([badge?.label, badge?.color]).toEqual([label, color])
  })

  test('many countries are counted', () => {
    const many = ['US', 'GB', 'IE', 'AU', 'NZ', 'CA'].map((country) => ({country, language: 'en'}))
    expect(noticeBadge({language: 'en'}, {site, notices: many})?.label).toMatch(
      /^Notice: US, .* \+2$/,
    )
  })
})

describe('channels', () => {
  test.each([
    [{_type: 'article'}, 'Web · Mail · SMS · Partners'],
    [{_type: 'article', retraction: {date: TODAY}}, undefined],
    [{_type: 'digest', channels: ['sms', 'email']}, 'Mail · SMS'],
    [{_type: 'digest', channels: ['sms']}, 'SMS'],
    [{_type: 'digest'}, 'No channel'],
  ])('%j says %s', (document, label) => {
    expect(channelsBadge(document)?.label).toBe(label)
  })
})
