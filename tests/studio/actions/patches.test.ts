import {describe, expect, test} from 'vitest'
import {
  corrected,
  retracted,
  reviewed,
  suggestedReview,
  verificationDue,
  verifiedOn,
} from '../../../studio/actions/article-patches.ts'
import {
  mentionsOf,
  numbersOf,
  oldNumberIn,
  withNewNumbers,
} from '../../../studio/actions/numbers-in-words.ts'
import {stored} from '../where-used/dataset.ts'
import {applied} from './apply.ts'

const article = {_id: 'drafts.a', _type: 'article', title: 'Sleep'}

describe('what the actions write', () => {
  test('a review', () => {
    const patch = reviewed({reviewer: 'c', lastReviewed: '2026-11-23', nextReview: '2027-11-23'})
    expect(applied([article], [{patch: {id: 'drafts.a', ...patch}}])).toEqual([
      {
        ...article,
        lastReviewed: '2026-11-23',
        nextReview: '2027-11-23',
        reviewer: {_type: 'reference', _ref: 'c'},
      },
    ])
  })

  test('a retraction', () => {
    const patch = retracted('2026-11-23', ' The study was made up. ')
    expect(applied([article], [{patch: {id: 'drafts.a', ...patch}}])).toMatchObject([
      {retraction: {date: '2026-11-23', reason: 'The study was made up.'}},
    ])
  })

  test('a correction goes to the end of the list, or begins it', () => {
    const patches = corrected({key: 'k', date: '2026-11-23', note: 'It is 53 million.'})
    const mutations = patches.map((patch) => ({patch: {id: 'drafts.a', ...patch}}))
    const one = {_key: 'k', _type: 'correction', date: '2026-11-23', note: 'It is 53 million.'}
    expect(applied([article], mutations)).toEqual([{...article, corrections: [one]}])
    const before = {_key: 'j', date: '2026-01-01', note: 'Earlier'}
    expect(applied([{...article, corrections: [before]}], mutations)).toEqual([
      {...article, corrections: [before, one]},
    ])
  })

  test('a correction can show the article again', () => {
    const patches = corrected({key: 'k', date: '2026-11-23', note: 'n', updatedAt: 'now'})
    const mutations = patches.map((patch) => ({patch: {id: 'drafts.a', ...patch}}))
    expect(applied([article], mutations)).toMatchObject([{updatedAt: 'now'}])
  })

  test('a verification, published and draft', () => {
    const lines = [
      {_id: 'l', _type: 'helpline', verifiedAt: '2025-01-01'},
      {_id: 'drafts.l', _type: 'helpline', name: 'New name', verifiedAt: '2025-01-01'},
    ]
    expect(applied(lines, verifiedOn(stored(lines), '2026-11-23'))).toEqual([
      {...lines[0], verifiedAt: '2026-11-23'},
      {...lines[1], verifiedAt: '2026-11-23'},
    ])
  })
})

describe('days', () => {
  test.each([
    [{}, '2027-11-23'],
    [{lastReviewed: '2026-01-01', nextReview: '2026-07-01'}, '2027-05-23'],
    [{lastReviewed: '2026-01-01', nextReview: '2025-01-01'}, '2027-11-23'],
    [{lastReviewed: '2026-01-01'}, '2027-11-23'],
  ])('after a review on 2026-11-23 of %j comes one on %s', (fields, expected) => {
    expect(suggestedReview(fields, '2026-11-23')).toBe(expected)
  })

  test.each([
    [{verifiedAt: '2026-11-23'}, 180],
    [{verifiedAt: '2026-11-13', verifyEvery: 5}, -5],
    [{}, -1],
  ])('%j is due in %i days', (fields, expected) => {
    expect(verificationDue(fields, '2026-11-23')).toBe(expected)
  })
})

const [old, next, other] = stored([
  {
    _id: 'old',
    _type: 'helpline',
    phone: {display: '116 123', dial: '116123'},
    sms: {number: '+447786209697'},
  },
  {_id: 'next', _type: 'helpline', phone: {display: '0800 111', dial: '+44800111'}},
  {_id: 'other', _type: 'helpline', phone: {display: '116 123', dial: '116123'}},
])

describe('numbers that stand in words', () => {
  test('are known by their digits', () => {
    expect(numbersOf(old).map(({kind, digits}) => [kind, digits])).toEqual([
      ['phone', '116123'],
      ['sms', '447786209697'],
    ])
  })

  test.each([
    ['In crisis? Call 116 123.', 'In crisis? Call 0800 111.'],
    ['Call 116-123 or 116123', 'Call 0800 111 or 0800 111'],
    ['Call 1116 123', 'Call 1116 123'],
    ['Call 988', 'Call 988'],
    ['Text +44 7786 209697', 'Text +44 7786 209697'],
  ])('%s becomes %s', (text, expected) => {
    expect(withNewNumbers(text, old, next)).toBe(expected)
  })

  test.each([
    ['In crisis? Call 116-123.', '116 123'],
    ['Text +44 7786 209697', '+447786209697'],
    ['Call 0800 111.', undefined],
  ])('in %s the old number is %s', (text, expected) => {
    expect(oldNumberIn(text, old, next)).toBe(expected)
  })

  test('a number that both lines have is no old one', () => {
    expect(oldNumberIn('Call 116 123.', old, other)).toBeUndefined()
  })

  test('a number that both lines have stays', () => {
    expect(withNewNumbers('Call 116 123.', old, other)).toBe('Call 116 123.')
  })

  test('are found in texts, headings and messages; of a draft, in the draft', () => {
    const documents = stored([
      {_id: 'n', _type: 'crisisNotice', country: 'GB', language: 'en', smsText: 'Call 116 123'},
      {_id: 's', _type: 'section', heading: 'Old', body: []},
      {
        _id: 'drafts.s',
        _type: 'section',
        heading: 'Where to turn',
        body: [
          {_type: 'block', children: [{text: 'Call'}, {text: '116'}, {text: '123'}]},
          {_type: 'block', children: [{text: 'Call 999'}]},
        ],
      },
      {_id: 'e', _type: 'crisisNotice', emergency: {display: '116 123', dial: '116123'}},
    ])
    expect(mentionsOf(documents, old, next).map(({id, field}) => [id, field])).toEqual([
      ['n', 'smsText'],
      ['s', 'body'],
    ])
    expect(mentionsOf(documents, old, other)).toEqual([])
  })
})
