import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Article} from '../../../content/model.ts'
import {Publication} from '../../../crisis-notice/policy.ts'
import {PublisherError} from '../../../errors.ts'
import {CAPACITY} from '../../../publishers/sms/encode.ts'
import type {SmsMessage} from '../../../publishers/sms/message.ts'
import {smsMessage} from '../../../publishers/sms/sms-publisher.ts'
import * as model from '../../support/model.ts'

interface Case {
  readonly article?: Partial<Article>
  readonly smsText?: string
  readonly language?: string
  readonly smsName?: string
  readonly url?: string
}

const message = ({
  article = {},
  smsText = 'Call/text 988 if in crisis (24/7).',
  language = 'en',
  smsName = 'Lantern',
  url = 'https://health.example',
}: Case = {}): SmsMessage => {
  const site = model.site({smsName, url})
  const id = `crisisNotice-US-${language}`
  const notices = [model.noticeDocument({id, language, smsText})]
  return smsMessage(
    Publication.create({
      site,
      book: model.noticeBook({site, notices}),
      article: model.article({language, ...article}),
      country: 'US',
      translations: [],
    }),
  )
}

const refusal = (of: Case): PublisherError => {
  try {
    message(of)
  } catch (error) {
    if (error instanceof PublisherError) return error
    throw error
  }
  throw new Error('Nothing was refused')
}

/** An English message around a headline takes this many septets, the space before it included. */
const AROUND =
  'Lantern: Call/text 988 if in crisis (24/7).  https://health.example/low-mood Txt STOP to end'
    .length

describe('an English message', () => {
  it('is name, notice, headline, link and STOP, in that order', () => {
    const {text, encoding, units, parts} = message()
    expect(message()).not.toHaveProperty('forcedBy')
    expect(text).toBe(
      'Lantern: Call/text 988 if in crisis (24/7). When low mood will not lift https://health.example/low-mood Txt STOP to end',
    )
    expect([encoding, units]).toEqual(['gsm7', text.length])
    expect(parts.map(({name, units: size}) => [name, size])).toEqual([
      ['name', 9],
      ['notice', 34],
      ['headline', 28],
      ['link', 32],
      ['stop', 16],
    ])
    expect(parts.map((part) => part.text).join('')).toBe(text)
  })

  it('prefers smsSummary to the title', () => {
    expect(message({article: {smsSummary: 'Low mood: 3 steps'}}).text).toContain(
      ' Low mood: 3 steps https://',
    )
  })

  it('replaces typographic signs of the headline, so that it stays GSM 7-bit', () => {
    const {text, encoding} = message({article: {title: 'Don\u2019t wait \u2013 act\u2026'}})
    expect(text).toContain(" Don't wait - act... https://")
    expect(encoding).toBe('gsm7')
  })

  it('holds exactly 160 septets, and at 161 shortens the headline at a word', () => {
    const room = CAPACITY.gsm7 - AROUND
    const exact = `Word ${'x'.repeat(room - 5)}`
    expect(message({article: {title: exact}}).units).toBe(160)
    expect(message({article: {title: exact}}).text).toContain(exact)
    const over = message({article: {title: `${exact}x`}})
    expect(over.text).toContain(' Word... https://')
  })

  it('counts two septets for a character of the extension table', () => {
    const room = CAPACITY.gsm7 - AROUND
    const exact = `Word ${'x'.repeat(room - 7)}\u20ac`
    expect(message({article: {title: exact}}).units).toBe(160)
    expect(message({article: {title: `${exact.slice(0, -1)}x\u20ac`}}).text).toContain(' Word... ')
  })

  it('leaves the headline out when no word of it fits', () => {
    const {text, parts} = message({article: {title: 'x'.repeat(90)}})
    expect(text).toBe(
      'Lantern: Call/text 988 if in crisis (24/7). https://health.example/low-mood Txt STOP to end',
    )
    expect(parts.map(({name}) => name)).toEqual(['name', 'notice', 'link', 'stop'])
  })

  it('is refused at 161 septets without its headline, and passes at 160', () => {
    const room = CAPACITY.gsm7 - message({article: {title: 'x'.repeat(99)}}).units
    const slug = `low-mood${'d'.repeat(room)}`
    expect(message({article: {slug}}).units).toBe(160)
    const error = refusal({article: {slug: `${slug}d`}})
    expect(error.problem).toEqual({
      documentId: 'article-low-mood',
      path: 'slug',
      code: 'SMS_TOO_LONG',
      message: `Even without its headline the SMS for "${slug}d" takes 161 of 160 septets (name 9, notice 34, link ${32 + room + 1}, stop 16). Shorten the slug, the notice's smsText or the site's smsName, or publish below a shorter domain.`,
    })
  })
})

describe('a headline that GSM 7-bit cannot carry', () => {
  const short = {smsName: 'L', url: 'https://h.example', smsText: 'Crisis? Call 988'}

  it('makes the message UCS-2 where 70 units hold it, with the notice whole', () => {
    const {text, encoding, units, forcedBy, parts} = message({
      ...short,
      article: {slug: 'm', title: '😴 Sleep'},
    })
    expect(text).toBe('L: Crisis? Call 988 😴 Sleep https://h.example/m Txt STOP to end')
    expect([encoding, units]).toEqual(['ucs2', 64])
    expect(forcedBy).toEqual({part: 'headline', character: '😴'})
    expect(parts.reduce((sum, part) => sum + part.units, 0)).toBe(64)
  })

  it('holds exactly 70 units with the long words for STOP', () => {
    const fits = message({...short, article: {slug: 'm', title: '😴 Sleepxxxxxx'}})
    expect([fits.units, fits.text.endsWith('Txt STOP to end')]).toEqual([70, true])
  })

  it('takes the short word for STOP before it shortens the headline', () => {
    const {text, units} = message({...short, article: {slug: 'm', title: '😴 Sleep better now'}})
    expect(text).toBe('L: Crisis? Call 988 😴 Sleep better now https://h.example/m STOP')
    expect(units).toBe(64)
  })

  it('then leaves the pictures out, which may make it GSM 7-bit again', () => {
    const {text, encoding} = message({article: {title: '😴 Sleep better'}})
    expect(text).toContain('(24/7). Sleep better https://')
    expect(text).toContain('Txt STOP to end')
    expect(encoding).toBe('gsm7')
  })

  it('then keeps the words before the first foreign letter', () => {
    const {text, encoding} = message({article: {title: 'Ataques de p\u00e1nico'}})
    expect(text).toContain(' Ataques... https://')
    expect(encoding).toBe('gsm7')
  })

  it('at last leaves it out; no letter is ever replaced', () => {
    const {text, encoding} = message({
      article: {title: '\u0646\u0648\u0645 \u0623\u0641\u0636\u0644'},
    })
    expect(text).not.toMatch(/[?\u0600-\u06ff]/)
    expect(encoding).toBe('gsm7')
  })
})

describe('a notice that GSM 7-bit cannot carry', () => {
  const arabic = {
    language: 'ar',
    smsText:
      '\u0641\u064a \u0623\u0632\u0645\u0629\u061f \u0627\u062a\u0635\u0644 \u0628\u0640 988',
    article: {title: '\u0646\u0648\u0645 \u0623\u0641\u0636\u0644'},
  }

  it('stays whole in 70 units; the headline gives way', () => {
    const {text, encoding, units, forcedBy} = message(arabic)
    expect(text).toBe(`Lantern: ${arabic.smsText} https://health.example/ar/low-mood STOP`)
    expect([encoding, units]).toEqual(['ucs2', 69])
    expect(forcedBy).toEqual({part: 'notice', character: '\u0641'})
  })

  it('leaves room for a headline below a shorter domain', () => {
    const {text, units} = message({...arabic, url: 'https://h.example'})
    expect(text).toContain('988 \u0646\u0648\u0645\u2026 https://h.example/ar/low-mood STOP')
    expect(units).toBe(69)
  })

  it('is refused where it does not fit, with the size of each part and the character', () => {
    const error = refusal({...arabic, smsText: `${arabic.smsText} \u0627\u0644\u0622\u0646`})
    expect(error.code).toBe('SMS_TOO_LONG')
    expect(error.message).toContain(
      'takes 74 of 70 UCS-2 units (name 9, notice 25, link 35, stop 5)',
    )
    expect(error.message).toContain('"\u0641" in the notice makes it UCS-2, which holds 70.')
    expect(error.message).toContain('Shorten the slug')
  })

  it('is sent as the editor wrote it, its typographic signs too', () => {
    const {text, encoding} = message({
      smsText: 'You\u2019re in crisis? 988',
      url: 'https://h.example',
      article: {slug: 'm'},
    })
    expect(text).toContain('You\u2019re in crisis? 988 ')
    expect(encoding).toBe('ucs2')
  })
})

describe('any message', () => {
  it('is one SMS with the notice whole, a link and STOP, or none at all', () => {
    const title = fc.string({unit: 'grapheme', minLength: 1, maxLength: 120})
    const slug = fc.stringMatching(/^[a-z0-9]{1,60}$/)
    fc.assert(
      fc.property(title, slug, (anyTitle, anySlug) => {
        const {text, units, encoding, parts} = message({article: {title: anyTitle, slug: anySlug}})
        expect(units).toBeLessThanOrEqual(CAPACITY[encoding])
        expect(text.startsWith('Lantern: Call/text 988 if in crisis (24/7). ')).toBe(true)
        expect(text).toMatch(new RegExp(` https://health\\.example/${anySlug} (Txt )?STOP`))
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(text).not.toContain('\n')
      }),
      {numRuns: 150},
    )
  })

  it('outlives hostile titles', () => {
    for (const title of [
      '\u202e\u2066',
      'a\r\n%%\r\nb',
      '%%',
      'x '.repeat(1_000_000),
      '👩‍👧'.repeat(50_000),
    ]) {
      expect(message({article: {title}}).units).toBeLessThanOrEqual(160)
    }
  })
})
