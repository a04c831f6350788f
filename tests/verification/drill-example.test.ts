import PostalMime from 'postal-mime'
import {describe, expect, it} from 'vitest'
import {noticeText} from '../../crisis-notice/lines.ts'
import {noticePiece} from '../../publishers/email/notice.ts'
import {webNotice} from '../../publishers/web/notice.ts'
import {mail} from './artefacts.ts'
import {book, foreignNotice, real, type Real, refusalOf} from './example.ts'
import {plainly} from './plain-mail.ts'

const ASIDE = /<aside class="notice"[\s\S]*?<\/aside>/

const noticeOf = ({expectation: {audience, topics}}: Real) => book.notice(audience, topics)

/** `from` must be there: a drill that changes nothing proves nothing. */
const swap = (text: string, from: string | RegExp, to: string): string => {
  const changed = text.replace(from, () => to)
  if (changed === text) throw new Error(`There is no ${from.toString()} to spoil`)
  return changed
}

const emergency = (each: Real): string => noticeOf(each).emergency.dial
const otherDigit = (number: string): string =>
  number.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))

type Spoil = (text: string, each: Real) => string

const PAGES: Readonly<Record<string, Spoil>> = {
  removed: (html) => swap(html, ASIDE, ''),
  'moved to the end': (html) => {
    const [aside = ''] = ASIDE.exec(html) ?? []
    return swap(swap(html, ASIDE, ''), '</main>', `${aside}</main>`)
  },
  hidden: (html) => swap(html, '<aside class="notice"', '<aside hidden class="notice"'),
  'hidden by a rule': (html) => swap(html, '</style>', '.notice{display:none}</style>'),
  'hidden in print': (html) =>
    swap(html, '</style>', '@media print{.notice{visibility:hidden}}</style>'),
  'hidden on phones': (html) =>
    swap(html, '</style>', '@media (max-width:30rem){.notice li{max-height:0}}</style>'),
  'of one colour in the dark': (html) =>
    swap(html, '</style>', '@media (prefers-color-scheme:dark){:root{--sail:#17434e}}</style>'),
  covered: (html) =>
    swap(html, '</style>', '.article h1{position:absolute;inset:0;background:#fff}</style>'),
  'behind a fold': (html) =>
    swap(html, ASIDE, `<details><summary>Help</summary>${ASIDE.exec(html)?.[0]}</details>`),
  'one digit changed in the words': (html, each) => {
    const {display} = noticeOf(each).emergency
    return swap(html, display, otherDigit(display))
  },
  'one digit changed in the address': (html, each) =>
    swap(html, `href="tel:${emergency(each)}"`, `href="tel:${otherDigit(emergency(each))}"`),
  'a helpline left out': (html) => swap(html, /<li><strong class="notice-name">[\s\S]*?<\/li>/, ''),
  "another country's": (html, each) => swap(html, ASIDE, webNotice(foreignNotice(each), 'top')),
  'only at the end': (html) => swap(html, ASIDE, '<aside class="notice">Help</aside>'),
  'announced as something else': (html) =>
    swap(html, /aria-labelledby="[\w-]+"/, 'aria-label="Advertisement"'),
}

describe('the drill: every page of the example', () => {
  const pages = real('page')

  it('there are some, and they pass', async () => {
    expect(pages.length).toBeGreaterThan(15)
    for (const each of pages) expect(await refusalOf(each, each.output.text)).toBe('')
  })

  for (const [name, spoil] of Object.entries(PAGES)) {
    it(`refuses: ${name}`, async () => {
      for (const each of pages) {
        expect(await refusalOf(each, spoil(each.output.text, each)), each.output.path).not.toBe('')
      }
    })
  }

  it('refuses: taken out after the last section of a crisis article', async () => {
    const twice = pages.filter(({output: {text}}) => text.split('<aside class="notice"').length > 2)
    expect(twice.length).toBeGreaterThan(5)
    for (const each of twice) {
      const {text} = each.output
      const last = text.lastIndexOf('<aside class="notice"')
      const spoilt = text.slice(0, last) + text.slice(last).replace(ASIDE, '')
      expect(await refusalOf(each, spoilt), each.output.path).toContain('again after the last')
    }
  })
})

/** Both parts of a mail. */
interface Parts {
  readonly html: string
  readonly text: string
}

/** The notice's own row. */
const ROW = /<tr>\s*<td [^>]*>\s*<div role="note"[\s\S]*?<\/div>\s*<\/td>\s*<\/tr>/

const MAILS: Readonly<Record<string, (parts: Parts, each: Real) => Parts>> = {
  'removed from the HTML part': ({html, text}) => ({html: swap(html, ROW, ''), text}),
  'removed from the text part': ({html, text}) => ({html, text: text.slice(40)}),
  'moved below the masthead': ({html, text}) => {
    const [row = ''] = ROW.exec(html) ?? []
    return {html: swap(swap(html, ROW, ''), '</h1>', `</h1><table>${row}</table>`), text}
  },
  'hidden in the HTML part': ({html, text}) => ({
    html: swap(html, '<div role="note"', '<div style="display:none" role="note"'),
    text,
  }),
  'of one colour': ({html, text}) => ({
    html: swap(html, '<div role="note"', '<div style="color:#fdf1dc" role="note"'),
    text,
  }),
  'one digit changed in the HTML part': ({html, text}, each) => ({
    html: swap(html, `tel:${emergency(each)}`, `tel:${otherDigit(emergency(each))}`),
    text,
  }),
  'one digit changed in the text part': ({html, text}, each) => {
    const {display} = noticeOf(each).emergency
    return {html, text: swap(text, display, otherDigit(display))}
  },
  "another country's in the HTML part": ({html, text}, each) => ({
    html: swap(html, ROW, noticePiece(foreignNotice(each)).html),
    text,
  }),
  "another country's in the text part": ({html, text}, each) => ({
    html,
    text: `${noticeText(foreignNotice(each))}\n\n${text}`,
  }),
  'below the clip': ({html, text}) => ({
    html: swap(html, '<body', `<!-- ${'x'.repeat(90_000)} --><body`),
    text,
  }),
}

/** The first is for the full reading, the second for the strict one. */
const WRITERS = [mail, plainly] as const

describe('the drill: every mail of the example', () => {
  const mails = real('mail')
  const parts = async ({output}: Real): Promise<Parts> => {
    const {html = '', text = ''} = await PostalMime.parse(output.text)
    return {html, text}
  }

  it('there are some, and they pass, as they are and wrapped anew', async () => {
    expect(mails.length).toBeGreaterThan(15)
    for (const each of mails) {
      expect(await refusalOf(each, each.output.text)).toBe('')
      const read = await parts(each)
      for (const write of WRITERS) {
        expect(await refusalOf(each, write(read)), each.output.path).toBe('')
      }
    }
  })

  for (const [name, spoil] of Object.entries(MAILS)) {
    it(`refuses: ${name}`, async () => {
      for (const each of mails) {
        const spoilt = spoil(await parts(each), each)
        for (const write of WRITERS) {
          expect(await refusalOf(each, write(spoilt)), each.output.path).not.toBe('')
        }
      }
    })
  }
})

const MESSAGES: Readonly<Record<string, Spoil>> = {
  removed: (text, each) => swap(text, noticeOf(each).smsText, 'Read on.'),
  'one character changed': (text, each) => {
    const {smsText} = noticeOf(each)
    return swap(
      text,
      smsText,
      smsText.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    )
  },
  'split over two': (text, each) => {
    const {smsText} = noticeOf(each)
    return swap(text, smsText, smsText.replace(' ', '\n%%\n'))
  },
  'beyond one SMS': (text, each) =>
    swap(text, noticeOf(each).smsText, `${'words '.repeat(26)}${noticeOf(each).smsText}`),
  "another country's": (text, each) =>
    swap(text, noticeOf(each).smsText, foreignNotice(each).smsText),
  'the whole notice in place of its SMS': (_text, each) => noticeText(noticeOf(each)),
}

describe('the drill: every SMS of the example', () => {
  const messages = real('sms')

  it('there are some, and they pass', async () => {
    expect(messages.length).toBeGreaterThan(15)
    for (const each of messages) expect(await refusalOf(each, each.output.text)).toBe('')
  })

  for (const [name, spoil] of Object.entries(MESSAGES)) {
    it(`refuses: ${name}`, async () => {
      for (const each of messages) {
        expect(await refusalOf(each, spoil(each.output.text, each)), each.output.path).not.toBe('')
      }
    })
  }
})
