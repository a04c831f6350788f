import MailComposer from 'nodemailer/lib/mail-composer'
import {describe, expect, it} from 'vitest'
import {noticeText} from '../../../crisis-notice/lines.ts'
import {emailPublisher} from '../../../publishers/email/email-publisher.ts'
import {createGate} from '../../../verification/gate.ts'
import {
  block,
  digestPublication,
  noticeBook,
  publication,
  sitePublication,
} from '../../support/model.ts'
import {everything, headersOf, mailOf, only, read, readOtherwise} from './support.ts'

const digestMail = (over = {}) => only(emailPublisher.digest(digestPublication(over)))

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('an article mail', () => {
  const mail = mailOf(everything())

  it('stands where the contract says', () => {
    const [output] = emailPublisher.article(publication())
    expect(output).toMatchObject({
      channel: 'email',
      format: 'mail',
      path: 'email/low-mood.eml',
      documentId: 'article-low-mood',
      revision: 'rev-1',
      audience: {country: 'US', language: 'en'},
    })
    expect(Object.isFrozen(output)).toBe(true)
    const [arabic] = emailPublisher.article(publication({language: 'ar'}))
    expect(arabic?.path).toBe('email/ar/low-mood.eml')
  })

  it('is the same bytes again', () => {
    expect(mailOf(everything())).toBe(mail)
  })

  it('reads the same by two parsers', async () => {
    const one = await read(mail)
    const other = await readOtherwise(mail)
    expect(other).toEqual({subject: one.subject, text: one.text, html: one.html})
    expect(one.subject).toBe('When low mood will not lift')
  })

  it('decodes to what another composer of the same message gives', async () => {
    const one = await read(mail)
    const composed = await new MailComposer({
      from: 'Lantern Health <digest@health.example>',
      subject: String(one.subject),
      text: one.text,
      html: one.html,
    })
      .compile()
      .build()
    expect(await readOtherwise(composed.toString('latin1'))).toEqual(await readOtherwise(mail))
  })

  it('begins both parts with the notice, and shows the preheader in the HTML only', async () => {
    const {text, html} = await read(mail)
    const notice = noticeText(publication(everything()).notice)
    expect(collapse(text).startsWith(collapse(notice))).toBe(true)
    expect(html.indexOf('display:none')).toBeLessThan(html.indexOf('Need help now?'))
    expect(html.indexOf('Need help now?')).toBeLessThan(html.indexOf('Lantern Health<'))
    const summary = 'What to do when you have felt low for weeks.'
    expect(html.split(summary)).toHaveLength(3)
    expect(text.split(summary)).toHaveLength(2)
  })

  it('passes the gate, and does not without its notice', async () => {
    const gate = createGate(noticeBook(), {origin: 'https://health.example'})
    const whole = publication(everything())
    const output = only(emailPublisher.article(whole))
    const expectation = {audience: whole.audience, topics: whole.article.topics}
    await expect(gate.pass(output, expectation)).resolves.toBeDefined()
    const text = output.text.replaceAll('Need help now?', 'Good to see you')
    expect(text).not.toBe(output.text)
    await expect(gate.pass({...output, text}, expectation)).rejects.toThrow(
      expect.objectContaining({code: 'NOTICE_LOST'}),
    )
  })

  it('loads and links nothing relative, and leans on no style sheet', async () => {
    const {html} = await read(mail)
    const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target)
    expect(targets.length).toBeGreaterThan(10)
    for (const target of targets) expect(target).toMatch(/^(?:https:|tel:|sms:|mailto:)/)
    expect(html).toContain('src="https://health.example/assets/hero-0a1b.png"')
    expect(html).toContain('href="https://health.example/guide/"')
    expect(html).not.toMatch(/<style|<script|<link|class=|position:|https?:[^"]*\.gif/)
  })

  it('marks layout tables as such, and data tables not', async () => {
    const {html} = await read(mail)
    const tables = html.replace(/<!--.*?-->/g, '').match(/<table[^>]*>/g) ?? []
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toHaveLength(1)
    expect(html).toContain('<th scope="col"')
    expect(html.match(/<img(?![^>]* alt=")/g)).toBeNull()
  })

  it('says who sends it, why it came and how to stop it', async () => {
    const {text, html} = await read(mail)
    for (const part of [text, html]) {
      expect(part).toContain('1 Harbour Street, Springfield')
      expect(part).toContain('because you subscribed to Lantern Health')
      expect(part).toContain('https://health.example/unsubscribe/')
      expect(part).toContain('https://health.example/preferences/')
      expect(part).toContain('https://health.example/help/')
    }
  })

  it('has a direction of its own', async () => {
    const {html, text} = await read(mailOf({language: 'ar', title: 'عندما لا يزول المزاج المنخفض'}))
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('align="right"')
    expect(html).not.toContain('text-align:left')
    expect(text.startsWith('هل تحتاج إلى مساعدة الآن؟')).toBe(true)
  })

  it('is not sent for a retracted article', () => {
    const retraction = {date: '2026-05-01', reason: 'The trial was withdrawn.'}
    expect(emailPublisher.article(publication({retraction}))).toEqual([])
  })

  it('refuses a node that it does not know', () => {
    const unknown = block('a', {style: JSON.parse('"h7"')})
    expect(() => mailOf({opening: [unknown]})).toThrow(
      expect.objectContaining({code: 'UNKNOWN_BLOCK'}),
    )
  })
})

describe('the text part', () => {
  it('keeps to 72 columns, but for addresses and for helplines named in the text', async () => {
    const {text} = await read(mailOf(everything()))
    const long = text.split('\n').filter((line) => line.length > 72 && !line.includes('https://'))
    expect(long).toEqual([])
    expect(text).toContain('\nhttps://health.example/preferences/\n')
  })
})

describe('a digest mail', () => {
  it('stands where the contract says', () => {
    expect(digestMail().path).toBe('email/digest/spring.eml')
    expect(digestMail({language: 'ar'}).path).toBe('email/digest/ar/spring.eml')
  })

  it('has intro, articles and links in both parts', async () => {
    const {subject, text, html} = await read(digestMail().text)
    expect(subject).toBe('Three small steps for low mood')
    for (const part of [text, html]) {
      expect(part).toContain('Dear reader, spring is here.')
      expect(part).toContain('When low mood will not lift')
      expect(part).toContain('Depression')
      expect(part).toContain('https://health.example/low-mood/')
    }
    expect(html).toContain('And where to turn when it will not lift')
    expect(text).not.toContain('And where to turn')
    expect(headersOf(digestMail().text).get('date')).toBe('Mon, 02 Mar 2026 08:00:00 +0000')
  })

  it('passes the gate', async () => {
    const gate = createGate(noticeBook(), {origin: 'https://health.example'})
    const {audience, topics} = digestPublication()
    await expect(gate.pass(digestMail(), {audience, topics})).resolves.toBeDefined()
  })

  it('is only for digests that go out by email', () => {
    expect(emailPublisher.digest(digestPublication({channels: ['sms']}))).toEqual([])
  })

  it('refuses a subject that inboxes would cut', () => {
    expect(() => digestMail({subject: 'a'.repeat(79)})).toThrow(
      expect.objectContaining({
        code: 'SUBJECT_TOO_LONG',
        problem: expect.objectContaining({documentId: 'digest-spring', path: 'subject'}),
      }),
    )
    expect(digestMail({subject: '🛟'.repeat(78)}).channel).toBe('email')
  })
})

describe('the site', () => {
  it('has no mail', () => {
    expect(emailPublisher.site(sitePublication())).toEqual([])
  })
})
