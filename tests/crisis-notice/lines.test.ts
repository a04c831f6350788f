import {describe, expect, it} from 'vitest'
import {
  helplineLine,
  hoursText,
  lineText,
  noticeLines,
  noticeText,
} from '../../crisis-notice/lines.ts'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {helpline, noticeBook, noticeDocument} from '../support/model.ts'

const US_EN = {country: 'US', language: 'en'}

const wordingOf = (language: string) => {
  const wording = noticeWording(language)
  if (wording === undefined) throw new Error(`no wording for ${language}`)
  return wording
}

describe('the notice as lines', () => {
  it('is heading, lead, emergency number, then a line a helpline', () => {
    const notice = noticeBook().notice(US_EN, ['substance-use'])
    expect(noticeText(notice)).toBe(
      [
        'Need help now?',
        'If you might hurt yourself, or you are in danger, you can reach somebody now.',
        'In an emergency, call 911',
        'SAMHSA National Helpline: Call 1-800-662-4357 · Text 988 · Chat online (https://988lifeline.org/chat) · 24 hours a day, every day',
        '988 Suicide & Crisis Lifeline: Call 988 · Text 988 · Chat online (https://988lifeline.org/chat) · 24 hours a day, every day',
      ].join('\n'),
    )
    expect(noticeLines(notice).map(({kind}) => kind)).toEqual([
      'heading',
      'lead',
      'emergency',
      'helpline',
      'helpline',
    ])
  })

  it('has live links that equal the helpline document', () => {
    const keyword = helpline({sms: {number: '741741', keyword: 'HOME & MORE'}})
    const book = noticeBook({
      helplines: [keyword],
      notices: [noticeDocument({topicHelplines: []})],
    })
    const hrefs = noticeLines(book.notice(US_EN, []))
      .flatMap(({runs}) => runs)
      .flatMap(({href}) => href ?? [])
    expect(hrefs).toEqual([
      'tel:911',
      'tel:988',
      'sms:741741?body=HOME%20%26%20MORE',
      'https://988lifeline.org/chat',
    ])
    expect(noticeText(book.notice(US_EN, []))).toContain('Text HOME & MORE to 741741')
  })

  it('shows only the ways there are', () => {
    const {sms: _sms, chatUrl: _chat, ...phoneOnly} = helpline()
    const {phone: _phone, chatUrl: _url, ...textOnly} = helpline({id: 'helpline-us-text'})
    const book = noticeBook({
      helplines: [phoneOnly, textOnly],
      notices: [
        noticeDocument({helplines: ['helpline-us-988', 'helpline-us-text'], topicHelplines: []}),
      ],
    })
    const lines = noticeLines(book.notice(US_EN, [])).slice(3).map(lineText)
    expect(lines).toEqual([
      '988 Suicide & Crisis Lifeline: Call 988 · 24 hours a day, every day',
      '988 Suicide & Crisis Lifeline: Text 988 · 24 hours a day, every day',
    ])
  })

  it('isolates numbers in right-to-left text, so that their groups keep their order', () => {
    const text = noticeText(noticeBook().notice({country: 'US', language: 'ar'}, []))
    expect(text).toContain('\u2066911\u2069')
    expect(text).toContain('اتصل بالرقم \u2066988\u2069')
    expect(noticeText(noticeBook().notice(US_EN, []))).not.toMatch(/[\u2066-\u2069]/)
  })

  it('isolates names and keywords in right-to-left text, whichever script they are in', () => {
    const keyword = helpline({sms: {number: '741741', keyword: 'HOME 2'}})
    const line = helplineLine(keyword, 'ar', wordingOf('ar'))
    const text = lineText(line)
    expect(text.startsWith('\u2068988 Suicide & Crisis Lifeline\u2069: ')).toBe(true)
    expect(text).toContain('أرسل \u2068HOME 2\u2069 في رسالة نصية إلى \u2066741741\u2069')
    // what a mail program makes a link of ends where the address ends
    expect(text).toContain('(https://988lifeline.org/chat)')
    expect(lineText(helplineLine(keyword, 'en', wordingOf('en')))).not.toMatch(/[\u2066-\u2069]/)
  })

  it('has words for every language of the example, all different', () => {
    const rows = ['en', 'es', 'fr', 'de', 'ar', 'hi'].map(wordingOf)
    for (const key of ['emergency', 'call', 'text', 'textKeyword', 'chat', 'always'] as const) {
      expect(new Set(rows.map((row) => row[key])).size).toBe(rows.length)
    }
    for (const row of rows) {
      expect(Object.values(row).filter((words) => !/\p{L}/u.test(words))).toEqual([])
      for (const pattern of [row.emergency, row.call, row.text, row.textKeyword]) {
        expect(pattern).toContain('{number}')
      }
      expect(row.textKeyword).toContain('{keyword}')
    }
    expect(noticeWording('es-MX')).toBe(noticeWording('es'))
    expect(noticeWording('tlh')).toBeUndefined()
  })

  it('refuses a notice in a language it has no words for', () => {
    const notice = {...noticeBook().notice(US_EN, []), language: 'tlh'}
    expect(() => noticeLines(notice)).toThrow('No notice wording for tlh')
  })
})

describe('opening hours', () => {
  const hours = {
    always: false,
    timeZone: 'Europe/Madrid',
    spans: [
      {days: ['mon', 'tue'], opens: '09:00', closes: '17:00'},
      {days: ['sun'], opens: '10:00', closes: '12:30'},
    ],
  } as const

  it('names days, times and zone', () => {
    expect(hoursText(hours, 'en', wordingOf('en'))).toBe(
      'Mon, Tue 09:00-17:00; Sun 10:00-12:30 (Europe/Madrid)',
    )
    expect(hoursText(hours, 'es', wordingOf('es'))).toBe(
      'lun, mar 09:00-17:00; dom 10:00-12:30 (Europe/Madrid)',
    )
  })

  it('isolates times in right-to-left text', () => {
    expect(hoursText(hours, 'ar', wordingOf('ar'))).toContain('\u206609:00-17:00\u2069')
  })
})
