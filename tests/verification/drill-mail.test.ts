import {describe, expect, it} from 'vitest'
import {noticeText} from '../../crisis-notice/lines.ts'
import {book, mail, mailHtml, mailText, noticeElement, notice, refusal} from './artefacts.ts'

const FILLER = `<p>${'Words and more words. '.repeat(4000)}</p>`
const other = book.notice({country: 'GB', language: 'en'}, [])

const html = (inside: string): string => mail({html: mailHtml(inside)})

/** A mail loses its notice in ways of its own. */
const SABOTAGES: Readonly<Record<string, string>> = {
  'not in the HTML part': mail({html: mailHtml('')}),
  'not in the text part': mail({text: 'SLEEP\n\nText.\n'}),
  'at the end of the text part': mail({text: `SLEEP\n\n${mailText()}`}),
  'one character changed in the text part': mail({text: mailText().replace('988', '989')}),
  'one character changed in the HTML part': html(noticeElement().replace('Call 988', 'Call 989')),
  'hidden in the HTML part': html(noticeElement(undefined, 'style="display:none"')),
  'hidden from Outlook': html(noticeElement(undefined, 'style="mso-hide:all"')),
  'after the masthead': html(`<p>Lantern</p>${noticeElement()}`),
  'after a picture': html(`<img src="https://health.example/a.png" alt="">${noticeElement()}`),
  'beyond the clip': html(`<div style="display:none">${FILLER}</div>${noticeElement()}`),
  'by a style element': mail({
    html: mailHtml().replace('</head>', '<style>.notice{color:#111}</style></head>'),
  }),
  "another country's in the HTML part": html(noticeElement(other)),
  "another country's in the text part": mail({text: `${noticeText(other)}\n\nSLEEP\n`}),
  'too long a message': mail({text: `${mailText()}${'word '.repeat(30_000)}`}),
  'a second subject': mail({}, ['Subject: Another']),
  'bare line feeds': mail().replaceAll('\r\n', '\n'),
  'a line too long': mail({}, [`X-Long: ${'x'.repeat(1000)}`]),
  'an attachment': mail({}, []).replace(
    'Content-Type: text/html; charset=utf-8',
    'Content-Type: text/html; charset=utf-8\r\nContent-Disposition: attachment',
  ),
  'no HTML part': mail().replace('Content-Type: text/html', 'Content-Type: text/calendar'),
  'the notice as data of the HTML part': html(noticeText(notice)),
}

describe('the drill: mails', () => {
  it('a right mail passes', async () => {
    expect(await refusal('mail', mail())).toBe('')
  })

  for (const [name, message] of Object.entries(SABOTAGES)) {
    it(`refuses: ${name}`, async () => {
      expect(message).not.toBe(mail())
      expect(await refusal('mail', message)).toContain('the crisis notice is not there')
    })
  }
})

const sms = (text: string): Promise<string> => refusal('sms', text)
const GOOD = `Lantern: ${notice.smsText} Sleep well https://health.example/sleep Txt STOP to end`

describe('the drill: SMS', () => {
  it('a right digest passes', async () => {
    expect(await sms(`${GOOD}\n`)).toBe('')
    expect(await sms(`${GOOD}\n%%\n${GOOD}\n`)).toBe('')
  })

  const spoiled: Readonly<Record<string, string>> = {
    'without it': 'Lantern: Sleep well https://health.example/sleep Txt STOP to end',
    'in the first message only': `${GOOD}\n%%\nLantern: Sleep well`,
    'split over two': `Lantern: Call/text 988 if\n%%\nin crisis (24/7). Sleep well`,
    'one character changed': GOOD.replace('988', '989'),
    'a digit beside it': GOOD.replace(notice.smsText, `9${notice.smsText}`),
    'a letter behind it': GOOD.replace(notice.smsText, `${notice.smsText}x`),
    'a concatenation': `${GOOD} ${'more '.repeat(20)}`,
    'UCS-2 beyond 70 units': `${GOOD} 🛟`,
    "another country's": GOOD.replace(notice.smsText, other.smsText),
    'Arabic-Indic digits': GOOD.replace('988', '٩٨٨'),
  }

  for (const [name, text] of Object.entries(spoiled)) {
    it(`refuses: ${name}`, async () => {
      expect(await sms(text)).toContain('the crisis notice is not there')
    })
  }

  it('any one character of it deleted, replaced or joined by another is refused', async () => {
    const at = GOOD.indexOf(notice.smsText)
    for (let index = at; index < at + notice.smsText.length; index += 1) {
      const [before, after] = [GOOD.slice(0, index), GOOD.slice(index + 1)]
      expect(await sms(before + after), `deleted ${index}`).not.toBe('')
      expect(await sms(`${before}#${after}`), `replaced ${index}`).not.toBe('')
      if (index > at)
        expect(await sms(`${before}#${GOOD.slice(index)}`), `put ${index}`).not.toBe('')
    }
  })
})
