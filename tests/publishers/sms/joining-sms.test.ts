import {describe, expect, it} from 'vitest'
import {SitePublication} from '../../../crisis-notice/policy.ts'
import {joiningWords} from '../../../publishers/phrases/joining.ts'
import {encode} from '../../../publishers/sms/encode.ts'
import {joiningSms} from '../../../publishers/sms/joining-sms.ts'
import * as model from '../../support/model.ts'

const words = joiningWords('en')

const publication = (over: Parameters<typeof model.site>[0] = {}): SitePublication =>
  SitePublication.create({
    ...model.sitePublication(),
    site: model.site(over),
    book: model.noticeBook(),
    country: 'US',
  })

describe('joiningSms', () => {
  it('is name, notice, words and STOP, as one message with its octets', () => {
    const output = joiningSms(publication(), 'confirm')
    const text = `Lantern: Call/text 988 if in crisis (24/7). ${words.confirmSms} Txt STOP to end`
    expect(output).toEqual({
      channel: 'sms',
      format: 'sms',
      path: 'sms/joining/confirm.sms.txt',
      documentId: 'site',
      revision: 'r1',
      audience: {country: 'US', language: 'en'},
      text: `${text}\n`,
      messages: [encode(text)],
    })
    expect(Object.isFrozen(output)).toBe(true)
    expect(Object.isFrozen(output.messages)).toBe(true)
    expect(output.messages?.every(Object.isFrozen)).toBe(true)
  })

  it('has other words for who is there already', () => {
    const {path, text} = joiningSms(publication(), 'already')
    expect(path).toBe('sms/joining/already.sms.txt')
    expect(text).toContain(` ${words.alreadySms} `)
  })

  it('leads whoever asks for help to every helpline', () => {
    expect(joiningSms(publication(), 'help').text).toContain(
      ` ${words.helpSms.replace('{url}', 'https://health.example/help')} Txt STOP`,
    )
  })

  it('ends without STOP for who has just left', () => {
    const before = 'Lantern: Call/text 988 if in crisis (24/7).'
    expect(joiningSms(publication(), 'stopped').text).toBe(`${before} ${words.stoppedSms}\n`)
    const long = publication({smsName: 'n'.repeat(160)})
    expect(() => joiningSms(long, 'stopped')).toThrow(`${words.stoppedSms}" is longer than`)
  })

  it('may be exactly as long as one SMS, and falls back on STOP alone before it is refused', () => {
    const {text} = joiningSms(publication({smsName: ''}), 'confirm')
    const room = 160 - text.trimEnd().length
    const named = (length: number): string =>
      joiningSms(publication({smsName: 'n'.repeat(length)}), 'confirm').text
    expect(named(room)).toMatch(/ Txt STOP to end\n$/)
    const saved = 'Txt  to end'.length
    expect(named(room + 1)).toMatch(/\. STOP\n$/)
    expect(named(room + saved)).toMatch(/\. STOP\n$/)
    expect(() => named(room + saved + 1)).toThrow(expect.objectContaining({code: 'SMS_TOO_LONG'}))
    expect(() => named(room + saved + 1)).toThrow(
      /^site smsName: "n+: Call\/text .* STOP" is longer than one text message\. Shorten the notice's smsText or the site's smsName\.$/,
    )
  })
})
