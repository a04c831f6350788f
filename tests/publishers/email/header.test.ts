import fc from 'fast-check'
import addressparser from 'nodemailer/lib/addressparser'
import PostalMime from 'postal-mime'
import {describe, expect, it} from 'vitest'
import {mailAddress} from '../../../publishers/email/mime/address.ts'
import {mailDate} from '../../../publishers/email/mime/date.ts'
import {mailbox, structured, unstructured} from '../../../publishers/email/mime/header.ts'
import {oneLine} from '../../../publishers/email/mime/one-line.ts'

const HERE = {documentId: 'article-a', path: 'title'}

const read = (field: string) => PostalMime.parse(`${field}\r\n\r\nbody`)

/** RFC 5322 2.1.1 and RFC 2047 2. */
const faults = (field: string): readonly string[] =>
  field
    .split('\r\n')
    .filter(
      (line, index) =>
        line.length > 76 ||
        /[^\x20-\x7e]/.test(line) ||
        (index > 0 && !/^ \S/.test(line)) ||
        (line.match(/=\?[^ ]*\?=/g) ?? []).some((word) => word.length > 75),
    )

describe('unstructured', () => {
  it('leaves plain text, and folds it at spaces', () => {
    expect(unstructured('Subject', 'Sleep and mood')).toBe('Subject: Sleep and mood')
    const long = unstructured('Subject', 'word '.repeat(40).trim())
    expect(faults(long)).toEqual([])
    expect(long.split('\r\n').length).toBe(3)
  })

  it.each([
    ['umlauts', 'Schlaf für Müde: drei kleine Schritte, die heute Abend möglich sind, ganz sicher'],
    ['emoji', '🛟🧑‍🤝‍🧑 '.repeat(30).trim()],
    ['Arabic', 'عندما لا يزول المزاج المنخفض '.repeat(8).trim()],
    ['looks encoded', '=?utf-8?q?hidden?='],
    ['a word of 300', 'a'.repeat(300)],
    ['two spaces', 'two  spaces'],
  ])('keeps %s whole', async (_name, subject) => {
    const field = unstructured('Subject', subject)
    expect(faults(field)).toEqual([])
    expect((await read(field)).subject).toBe(subject)
  })

  it('keeps any text whole', async () => {
    const line = fc.string({unit: 'grapheme', minLength: 1, maxLength: 120})
    await fc.assert(
      fc.asyncProperty(line, async (raw) => {
        // postal-mime collapses runs of blanks in headers; content/parse has removed controls
        const subject = raw.replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, ' ').trim()
        fc.pre(subject !== '')
        const field = unstructured('Subject', subject)
        expect(faults(field)).toEqual([])
        expect((await read(field)).subject).toBe(subject)
      }),
      {numRuns: 200},
    )
  })

  it('has a fault finder that finds faults', () => {
    expect(faults(`Subject: é\r\nX-Injected: yes\r\n ${'a'.repeat(76)}`)).toHaveLength(3)
  })
})

describe('mailbox', () => {
  const address = 'digest@health.example'
  it.each([
    ['Lantern Health', 'From: Lantern Health <digest@health.example>'],
    ['Lantern, Inc.', 'From: "Lantern, Inc." <digest@health.example>'],
    ['The "good" one', String.raw`From: "The \"good\" one" <digest@health.example>`],
    ['Gesundheit für alle', 'From: =?utf-8?q?Gesundheit_f=C3=BCr_alle?= <digest@health.example>'],
  ])('writes %s', (name, field) => {
    expect(mailbox('From', {name, address})).toBe(field)
  })

  it('is read back whole by two parsers', async () => {
    for (const name of ['Lantern, Inc.', 'A <b@c.example>', 'صحة الفانوس '.repeat(9).trim()]) {
      const field = mailbox('From', {name, address})
      expect(faults(field)).toEqual([])
      expect((await read(field)).from).toMatchObject({name, address})
      const [parsed] = addressparser(field.replace('From: ', '').replaceAll('\r\n', ''))
      expect(parsed).toMatchObject({address})
    }
  })
})

describe('structured', () => {
  it('folds between tokens only', () => {
    const field = structured('List-Unsubscribe', `<https://${'a'.repeat(60)}>,`, '<mailto:x@y>')
    expect(field).toBe(`List-Unsubscribe: <https://${'a'.repeat(60)}>,\r\n <mailto:x@y>`)
  })
})

describe('oneLine', () => {
  it('trims, and lets emoji joiners and direction marks pass', () => {
    expect(oneLine(' a\u200d\u200fb ', HERE)).toBe('a\u200d\u200fb')
  })

  it.each(['\r', '\n', '\r\nBcc: x@y.example', '\0', '\u2028', '\u202e', '\u202a'])(
    'refuses %j',
    (hostile) => {
      expect(() => oneLine(`a${hostile}b`, HERE)).toThrow(
        expect.objectContaining({code: 'HEADER_INJECTION', problem: expect.objectContaining(HERE)}),
      )
    },
  )
})

describe('mailAddress', () => {
  it('takes ordinary addresses', () => {
    expect(mailAddress('a.b+c@mail.health.example', HERE)).toBe('a.b+c@mail.health.example')
  })

  it.each(['a', 'a@b', 'a b@c.example', 'a@c.example>', 'ä@c.example', 'a@c.example\r\nX: y'])(
    'refuses %j',
    (hostile) => {
      expect(() => mailAddress(hostile, HERE)).toThrow(
        expect.objectContaining({code: 'MAIL_ADDRESS_INVALID'}),
      )
    },
  )
})

describe('mailDate', () => {
  it('is the date of RFC 5322', () => {
    expect(mailDate('2026-03-01T09:05:00Z')).toBe('Sun, 01 Mar 2026 09:05:00 +0000')
  })

  it('is read back as the same moment', () => {
    fc.assert(
      fc.property(
        fc.date({min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true}),
        (date) => {
          const seconds = Math.floor(date.getTime() / 1000) * 1000
          expect(Date.parse(mailDate(date.toISOString()))).toBe(seconds)
        },
      ),
      {numRuns: 100},
    )
  })
})
