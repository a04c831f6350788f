import {describe, expect, it} from 'vitest'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {NoticeMissingError} from '../../errors.ts'
import {
  helpline,
  helplines,
  noticeBook,
  noticeDocument,
  notices,
  site,
  TODAY,
} from '../support/model.ts'

const US_EN = {country: 'US', language: 'en'}

const problemOf = (book: NoticeBook, audience = US_EN, topics: readonly string[] = []) => {
  try {
    book.notice(audience, topics)
  } catch (error) {
    if (error instanceof NoticeMissingError) return error.problem
    throw error
  }
  throw new Error('expected a NoticeMissingError')
}

const names = (book: NoticeBook, topics: readonly string[]) =>
  book.notice(US_EN, topics).helplines.map(({id}) => id)

describe('which notice for whom', () => {
  it('finds the country and language asked for', () => {
    const notice = noticeBook().notice(US_EN, [])
    expect(notice).toMatchObject({
      id: 'crisisNotice-US-en',
      revision: 'r1',
      audience: US_EN,
      language: 'en',
      emergency: {dial: '911'},
    })
    expect(notice.helplines.map(({id}) => id)).toEqual(['helpline-us-988'])
  })

  it('shortens the language as RFC 4647 lookup does, and keeps the audience as asked', () => {
    const notice = noticeBook().notice({country: 'US', language: 'en-GB'}, [])
    expect(notice.id).toBe('crisisNotice-US-en')
    expect(notice.audience).toEqual({country: 'US', language: 'en-GB'})
    expect(notice.language).toBe('en')
  })

  it('does not mind the case of country or language', () => {
    expect(noticeBook().notice({country: 'us', language: 'EN'}, []).id).toBe('crisisNotice-US-en')
  })

  it('never takes another country, nor another language by itself', () => {
    expect(problemOf(noticeBook(), {country: 'FR', language: 'en'})).toEqual({
      documentId: 'crisisNotice-FR-en',
      path: '',
      code: 'NOTICE_MISSING',
      message:
        'No crisis notice for country FR in language en. Create and publish the document crisisNotice-FR-en.',
    })
    const spanish = problemOf(noticeBook(), {country: 'US', language: 'es'})
    expect(spanish.message).toContain('(US has one in: en, ar;')
    expect(spanish.message).toContain('noticeFallbackLanguages')
  })

  it('takes another language of the same country only where the site says so', () => {
    const book = noticeBook({site: site({noticeFallbackLanguages: ['fr', 'en']})})
    const notice = book.notice({country: 'US', language: 'es'}, [])
    expect(notice).toMatchObject({
      id: 'crisisNotice-US-en',
      language: 'en',
      audience: {country: 'US', language: 'es'},
    })
    expect(problemOf(book, {country: 'FR', language: 'es'}).code).toBe('NOTICE_MISSING')
  })

  it('prefers the asked language to a fallback', () => {
    const book = noticeBook({site: site({noticeFallbackLanguages: ['en']})})
    expect(book.notice({country: 'US', language: 'ar'}, []).language).toBe('ar')
  })

  it('hands out what nobody can change', () => {
    const notice = noticeBook().notice(US_EN, [])
    expect(Object.isFrozen(notice)).toBe(true)
    expect(Object.isFrozen(notice.helplines)).toBe(true)
    expect(Object.isFrozen(notice.audience)).toBe(true)
    expect(Object.isFrozen(noticeBook())).toBe(true)
    expect(Object.isFrozen(noticeBook().problems)).toBe(true)
    expect(Object.isFrozen(noticeBook().warnings)).toBe(true)
  })

  it('lists the audiences it was written for', () => {
    expect(noticeBook().audiences()).toEqual([
      {country: 'US', language: 'en'},
      {country: 'US', language: 'ar'},
      {country: 'GB', language: 'en'},
    ])
  })
})

describe('which helpline first', () => {
  it("puts the article's topics first, each line once", () => {
    expect(names(noticeBook(), ['substance-use'])).toEqual([
      'helpline-us-samhsa',
      'helpline-us-988',
    ])
    expect(names(noticeBook(), ['sleep'])).toEqual(['helpline-us-988'])
  })

  it("follows the order of the article's topics", () => {
    const document = noticeDocument({
      topicHelplines: [
        {topic: 'suicide', helplines: ['helpline-us-988']},
        {topic: 'substance-use', helplines: ['helpline-us-samhsa']},
      ],
    })
    const book = noticeBook({notices: [document]})
    expect(names(book, ['substance-use', 'suicide'])).toEqual([
      'helpline-us-samhsa',
      'helpline-us-988',
    ])
    expect(names(book, ['suicide', 'substance-use'])).toEqual([
      'helpline-us-988',
      'helpline-us-samhsa',
    ])
  })

  it('shows paired lines side by side', () => {
    const pair = [
      helpline({pairedWith: 'helpline-us-text'}),
      helpline({id: 'helpline-us-samhsa', name: 'SAMHSA'}),
      helpline({id: 'helpline-us-text', name: 'Text line', pairedWith: 'helpline-us-988'}),
    ]
    const book = noticeBook({
      helplines: pair,
      notices: [
        noticeDocument({
          helplines: ['helpline-us-988', 'helpline-us-samhsa'],
          topicHelplines: [],
        }),
      ],
    })
    expect(names(book, [])).toEqual(['helpline-us-988', 'helpline-us-text', 'helpline-us-samhsa'])
  })

  it('refuses a pair whose other half is missing: together or not at all', () => {
    const book = noticeBook({helplines: [helpline({pairedWith: 'helpline-us-text'})]})
    expect(problemOf(book)).toMatchObject({
      documentId: 'crisisNotice-US-en',
      path: 'helplines[0]->pairedWith',
      code: 'HELPLINE_MISSING',
    })
  })
})

describe('a notice that cannot be kept', () => {
  const cases = [
    {
      name: 'a helpline that is not there',
      book: () => noticeBook({helplines: []}),
      path: 'helplines[0]',
      code: 'HELPLINE_MISSING',
      says: 'The helpline helpline-us-988 is not in the dataset or cannot be read.',
    },
    {
      name: 'a retired helpline',
      book: () =>
        noticeBook({
          helplines: [
            helpline({retiredAt: '2026-11-23', replacedBy: 'helpline-us-new'}),
            ...helplines().slice(1),
          ],
        }),
      path: 'helplines[0]',
      code: 'HELPLINE_RETIRED',
      says: 'was retired on 2026-11-23. Reference helpline-us-new, which replaces it.',
    },
    {
      name: 'a retired helpline without a successor',
      book: () =>
        noticeBook({helplines: [helpline({retiredAt: '2020-01-01'}), ...helplines().slice(1)]}),
      path: 'helplines[0]',
      code: 'HELPLINE_RETIRED',
      says: 'Remove it, or put the line that replaces it in its place.',
    },
    {
      name: "another country's helpline",
      book: () =>
        noticeBook({
          notices: [noticeDocument({helplines: ['helpline-us-988', 'helpline-gb-samaritans']})],
        }),
      path: 'helplines[1]',
      code: 'HELPLINE_FOREIGN',
      says: 'Samaritans (helpline-gb-samaritans) is for GB, this notice for US. Reference a line of US.',
    },
    {
      name: 'a topic helpline that is not there',
      book: () =>
        noticeBook({
          notices: [
            noticeDocument({topicHelplines: [{topic: 'grief', helplines: ['helpline-us-none']}]}),
          ],
        }),
      path: 'topicHelplines[0].helplines[0]',
      code: 'HELPLINE_MISSING',
      says: 'helpline-us-none is not in the dataset',
    },
    {
      name: 'a helpline that nobody verified for twice its time',
      book: () =>
        noticeBook({
          helplines: [helpline({verifiedAt: '2025-11-27'}), ...helplines().slice(1)],
        }),
      path: 'helplines[0]',
      code: 'HELPLINE_EXPIRED',
      says: 'was last verified 361 days ago, on 2025-11-27; it is due every 180 days. Call the line, then set verifiedAt to today.',
    },
    {
      name: 'no helpline at all',
      book: () => noticeBook({notices: [noticeDocument({helplines: []})]}),
      path: 'helplines',
      code: 'NOTICE_EMPTY',
      says: 'Add at least one.',
    },
    {
      name: 'an SMS text without a number',
      book: () => noticeBook({notices: [noticeDocument({smsText: 'You are not alone.'})]}),
      path: 'smsText',
      code: 'NOTICE_SMS_WITHOUT_NUMBER',
      says: '"You are not alone." holds no number of its helplines (988, 988, 988, +18006624357, 1-800-662-4357, 988)',
    },
    {
      name: 'an SMS text with a longer number that only contains one',
      book: () => noticeBook({notices: [noticeDocument({smsText: 'Call 19885 now.'})]}),
      path: 'smsText',
      code: 'NOTICE_SMS_WITHOUT_NUMBER',
      says: 'Write one of them into it.',
    },
  ]

  for (const {name, book, path, code, says} of cases) {
    it(`${name} is named, and nothing stands in`, () => {
      const problem = problemOf(book())
      expect(problem).toMatchObject({documentId: 'crisisNotice-US-en', path, code})
      expect(problem.message).toContain(says)
    })
  }

  it('a language without wording', () => {
    const book = noticeBook({notices: [...notices(), noticeDocument({language: 'tlh'})]})
    expect(problemOf(book, {country: 'US', language: 'tlh'})).toMatchObject({
      path: 'language',
      code: 'NOTICE_WORDING_MISSING',
    })
  })

  it('the book knows every problem without being asked for an audience', () => {
    const book = noticeBook({helplines: []})
    expect(book.problems.map(({code}) => code)).toEqual([
      'HELPLINE_MISSING',
      'HELPLINE_MISSING',
      'HELPLINE_MISSING',
      'HELPLINE_MISSING',
      'HELPLINE_MISSING',
    ])
    expect(noticeBook().problems).toEqual([])
  })

  it('accepts a number however it is spaced, and a text number', () => {
    const texts = [
      'Call 988 (24/7).',
      'Call 9 8 8',
      'Call 1 800 662 4357.',
      'Ring (1) 800-662-4357 now',
      'Text 988',
    ]
    for (const smsText of texts) {
      expect(noticeBook({notices: [noticeDocument({smsText})]}).problems, smsText).toEqual([])
    }
  })

  it('a line that retires tomorrow still serves today', () => {
    const later = [helpline({retiredAt: '2026-11-24'}), ...helplines().slice(1)]
    expect(noticeBook({helplines: later}).notice(US_EN, []).id).toBe('crisisNotice-US-en')
  })
})

describe('staleness', () => {
  const aged = (verifiedAt: string) =>
    noticeBook({helplines: [helpline({verifiedAt}), ...helplines().slice(1)]})

  it('warns from the day after it is due, and still serves', () => {
    expect(aged('2026-05-27').warnings).toEqual([])
    const book = aged('2026-05-26')
    expect(book.warnings).toEqual([
      {
        documentId: 'helpline-us-988',
        path: 'verifiedAt',
        code: 'HELPLINE_STALE',
        message:
          '988 Suicide & Crisis Lifeline was last verified 181 days ago, on 2026-05-26; it is due every 180 days. Call the line, then set verifiedAt to today.',
      },
    ])
    expect(book.problems).toEqual([])
  })

  it('is still a warning at exactly twice the time', () => {
    expect(aged('2025-11-28').problems).toEqual([])
    expect(aged('2025-11-28').warnings).toHaveLength(1)
    expect(aged('2025-11-27').warnings).toEqual([])
    expect(aged('2025-11-27').problems).not.toEqual([])
  })

  it('depends on the day it is told, not on the clock', () => {
    const book = new NoticeBook({
      site: site(),
      notices: notices(),
      helplines: helplines(),
      today: '2030-01-01',
    })
    expect(book.problems.every(({code}) => code === 'HELPLINE_EXPIRED')).toBe(true)
    expect(TODAY < '2030-01-01').toBe(true)
  })
})
