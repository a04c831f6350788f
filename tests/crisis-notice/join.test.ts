import {describe, expect, it} from 'vitest'
import type {Helpline} from '../../content/model.ts'
import {joinNotice} from '../../crisis-notice/join.ts'
import {helplineLine, lineText} from '../../crisis-notice/lines.ts'
import {orderHelplines} from '../../crisis-notice/order.ts'
import {noticeWording} from '../../crisis-notice/wording.ts'
import {helpline, noticeDocument, TODAY} from '../support/model.ts'

const without = (over: Partial<Helpline>): Helpline => {
  const {phone: _phone, sms: _sms, chatUrl: _chat, ...plain} = helpline()
  return {...plain, ...over}
}

const messagesOf = (line: Helpline, smsText: string): readonly string[] =>
  joinNotice(
    noticeDocument({smsText, topicHelplines: []}),
    new Map([[line.id, line]]),
    TODAY,
  ).problems.map(({message}) => message)

const SMS_ONLY = without({sms: {number: '741741'}})
const CHAT_ONLY = without({chatUrl: 'https://chat.example/'})
const NO_DIGITS = without({phone: {display: 'HOPELINE', dial: '+18004673546'}})

describe('the numbers that an SMS text may name', () => {
  it('are those of its helplines and no others', () => {
    expect(messagesOf(SMS_ONLY, 'Text 741741 now.')).toEqual([])
    expect(messagesOf(SMS_ONLY, 'Text 741 now.')).toEqual([
      'The SMS text "Text 741 now." holds no number of its helplines (741741). Write one of them into it.',
    ])
    expect(messagesOf(without({phone: {display: '988', dial: '988'}}), 'Hello.')[0]).toContain(
      '(988, 988)',
    )
    expect(messagesOf(CHAT_ONLY, 'Chat with us.')[0]).toContain('of its helplines ()')
  })

  it('must be there in digits, even where a helpline shows letters', () => {
    expect(messagesOf(NO_DIGITS, 'Call (800) 467-3546')).toHaveLength(1)
    expect(messagesOf(NO_DIGITS, 'Call +1 (800) 467-3546')).toEqual([])
    expect(messagesOf(NO_DIGITS, 'You are not alone.')).toHaveLength(1)
  })
})

describe('a notice in a language without wording', () => {
  it('says where the words go', () => {
    const {problems} = joinNotice(
      noticeDocument({language: 'tlh'}),
      new Map([[SMS_ONLY.id, helpline()]]),
      TODAY,
    )
    expect(problems.map(({message}) => message)).toContain(
      "Throwline has no notice wording in tlh. Add the language to crisis-notice/wording.ts, or let the site's noticeFallbackLanguages stand in.",
    )
  })
})

describe('the order of helplines', () => {
  it('cannot be asked for where there are none', () => {
    const joined = joinNotice(noticeDocument({helplines: [], topicHelplines: []}), new Map(), TODAY)
    expect(() => orderHelplines(joined, [])).toThrow('crisisNotice-US-en has no helpline')
  })
})

describe('opening hours', () => {
  it('name each day of the week as itself', () => {
    const wording = noticeWording('en')
    if (wording === undefined) throw new Error('No English')
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
    const spans = days.map((day) => ({days: [day], opens: '09:00', closes: '17:00'}))
    const line = helpline({hours: {always: false, timeZone: 'America/New_York', spans}})
    const text = lineText(helplineLine(line, 'en', wording))
    for (const name of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) {
      expect(text.split(`${name} 09:00-17:00`)).toHaveLength(2)
    }
  })
})
