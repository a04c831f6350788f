import {describe, expect, it} from 'vitest'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import type {CrisisNotice} from '../../crisis-notice/notice.ts'
import {expectedNotice, lostFact} from '../../verification/expected.ts'
import {beginsWith, collapse} from '../../verification/text.ts'
import {
  helpline,
  helplines,
  noticeBook,
  noticeDocument,
  notices,
  site,
  TODAY,
} from '../support/model.ts'
import {AUDIENCE} from './artefacts.ts'

const line = helpline({
  name: 'Nightline  Two',
  phone: {display: '0800 11', dial: '080011'},
  sms: {number: '741741', keyword: 'HOME & OUT'},
  chatUrl: 'https://chat.example/',
})
const book = noticeBook({
  helplines: [line],
  notices: [noticeDocument({smsText: 'Text 741741', topicHelplines: []})],
})
const {notice, shown, text, links} = expectedNotice(book, {audience: AUDIENCE, topics: []})
const hrefs = links.map(({href}) => href)

describe('the notice to look for', () => {
  it('has its links in order, as data', () => {
    expect(links).toEqual([
      {text: 'In an emergency, call 911', href: 'tel:911'},
      {text: 'Call 0800 11', href: 'tel:080011'},
      {text: 'Text HOME & OUT to 741741', href: 'sms:741741?body=HOME%20%26%20OUT'},
      {text: 'Chat online', href: 'https://chat.example/'},
    ])
    expect(text).toContain('Chat online (https://chat.example/) · 24 hours')
    expect(shown).toContain('Chat online · 24 hours')
  })

  it('has lost nothing of its documents', () => {
    expect(lostFact(notice, shown, hrefs)).toBe(undefined)
  })

  const FACTS = [
    notice.heading,
    notice.lead,
    '911',
    'Nightline Two',
    '0800 11',
    '741741',
    'HOME & OUT',
  ]
  for (const fact of FACTS) {
    it(`would be refused without ${fact}`, () => {
      expect(collapse(lostFact(notice, shown.replaceAll(fact, '…'), hrefs) ?? '')).toBe(fact)
    })
  }

  it('would be refused with an address lost, changed or out of order', () => {
    for (const [index, href] of hrefs.entries()) {
      expect(lostFact(notice, shown, hrefs.with(index, 'tel:0'))).toBe(href)
      expect(lostFact(notice, shown, hrefs.slice(0, index))).toBe(href)
    }
    expect(lostFact(notice, shown, hrefs.toReversed())).toBe('tel:911')
  })

  it('stops everything when the words are not those of the document', () => {
    class Shifty extends NoticeBook {
      override notice(...asked: Parameters<NoticeBook['notice']>): CrisisNotice {
        let reads = 0
        return {
          ...super.notice(...asked),
          get heading() {
            reads += 1
            return `Reading ${reads}`
          },
        }
      }
    }
    const contents = {site: site(), notices: notices(), helplines: helplines(), today: TODAY}
    const asked = {audience: AUDIENCE, topics: []}
    expect(() => expectedNotice(new Shifty(contents), asked)).toThrow(
      new RangeError('The wording of crisisNotice-US-en has lost "Reading 2"'),
    )
    expect(expectedNotice(new NoticeBook(contents), asked).shown).toContain('Need help now?')
  })

  it('needs only what its helplines have', () => {
    const {phone: _phone, sms: _sms, chatUrl: _chat, ...plain} = line
    const bare = {...notice, helplines: [{...plain, chatUrl: 'https://c.example/'}] as const}
    expect(lostFact(bare, shown, ['tel:911', 'https://c.example/'])).toBe(undefined)
    const silent = {...plain, sms: {number: '741741'}}
    const two = {...notice, helplines: [silent, silent] as const}
    expect(lostFact(two, shown, ['tel:911', 'sms:741741', 'sms:741741'])).toBe(undefined)
  })
})

describe('plain text', () => {
  it('is compared word for word, whatever the white space', () => {
    expect(collapse(' a \t\n\r\f b\u00a0c ')).toBe('a b\u00a0c')
    expect(beginsWith('\n call\n 988\n\nNow', 'call 988')).toBe(true)
    expect(beginsWith('call 988', 'call 988')).toBe(true)
    expect(beginsWith('call 9881', 'call 988')).toBe(false)
    expect(beginsWith('call 988.', 'call 988')).toBe(false)
    expect(beginsWith('Now call 988', 'call 988')).toBe(false)
  })
})
