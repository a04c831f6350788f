/** What the full reading refuses, where the strict one takes the mail. */
import {describe, expect, it} from 'vitest'
import {readFully} from '../../verification/mail/full.ts'
import {readStrictly} from '../../verification/mail/strict/read.ts'
import {mailHtml, mailText, noticeElement, refusal} from './artefacts.ts'
import {plainly} from './plain-mail.ts'

const html = (inside: string): string => plainly({html: mailHtml(inside), text: mailText()})

/** The same as in drill-mail.test.ts, where the strict reading takes them. */
const SABOTAGES: Readonly<Record<string, readonly [message: string, reason: string]>> = {
  'not in the HTML part': [html(''), 'in the HTML part no element reads as the notice'],
  'not in the text part': [
    plainly({html: mailHtml(), text: 'SLEEP\n\nText.\n'}),
    'the text part does not begin with it',
  ],
  'one character changed in the text part': [
    plainly({html: mailHtml(), text: mailText().replace('988', '989')}),
    'the text part does not begin with it',
  ],
  'one character changed in the HTML part': [
    html(noticeElement().replace('Call 988', 'Call 989')),
    'in the HTML part no element reads as the notice',
  ],
  'after the masthead': [html(`<p>Lantern</p>${noticeElement()}`), '"Lantern" stands before it'],
  'beyond the clip': [
    html(
      `<div style="display:none">${'Words and more words. '.repeat(4000)}</div>${noticeElement()}`,
    ),
    'it ends beyond 81920 octets',
  ],
}

describe('the drill: mails that are read strictly', () => {
  it('a right mail passes', async () => {
    const mail = html(noticeElement())
    expect(readStrictly(mail)).toEqual(await readFully(mail))
    expect(await refusal('mail', mail)).toBe('')
  })

  for (const [name, [message, reason]] of Object.entries(SABOTAGES)) {
    it(`refuses: ${name}`, async () => {
      expect(readStrictly(message)).toBeDefined()
      expect(await refusal('mail', message)).toContain(reason)
    })
  }
})
