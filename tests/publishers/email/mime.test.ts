import {simpleParser} from 'mailparser'
import PostalMime from 'postal-mime'
import {describe, expect, it} from 'vitest'
import {base64, base64Length} from '../../../publishers/email/mime/base64.ts'
import {multipartAlternative} from '../../../publishers/email/mime/mime.ts'
import {utf8Length} from '../../../publishers/email/mime/utf8.ts'

const HEADERS = ['From: a@b.example', 'Subject: A']

/** RFC 2046 4.1.1: text travels with CRLF; only some parsers undo it. */
const lines = (text: unknown): string => String(text).replaceAll('\r\n', '\n').trimEnd()

const bodies: readonly (readonly [string, string, string])[] = [
  ['English', 'Plain words.\n', '<p>Plain words.</p>\n'],
  ['dots', '.\n..\n.\nend\n', '<p>\n.\n</p>\n'],
  ['Arabic', 'عندما لا يزول\n'.repeat(40), '<p dir="rtl">عندما لا يزول</p>\n'.repeat(40)],
  ['boundaries', '--=_0000\n--\n', '<p>\n--=_0\n</p>\n'],
]

describe('multipartAlternative', () => {
  it.each(bodies)('is read by two parsers: %s', async (_name, text, html) => {
    const message = multipartAlternative({headers: HEADERS, text, html})
    const postal = await PostalMime.parse(message)
    const other = await simpleParser(message)
    expect(lines(postal.text)).toBe(lines(text))
    expect(lines(postal.html)).toBe(lines(html))
    expect(lines(other.text)).toBe(lines(text))
    expect(lines(other.html)).toBe(lines(html))
    expect(postal.attachments).toEqual([])
  })

  it('puts text before HTML, in lines of 7-bit US-ASCII', () => {
    for (const [, text, html] of bodies) {
      const message = multipartAlternative({headers: HEADERS, text, html})
      expect(message.indexOf('text/plain')).toBeLessThan(message.indexOf('text/html'))
      expect(message).toMatch(/^(?:[\t\x20-\x7e]{0,76}\r\n)+$/)
    }
  })

  it('takes base64 only where that is shorter', () => {
    const [english, , arabic] = bodies.map(([, text, html]) =>
      multipartAlternative({headers: HEADERS, text, html}),
    )
    expect(english).not.toContain('base64')
    expect(arabic).toContain('Content-Transfer-Encoding: base64')
  })

  it('is the same bytes for the same parts, another boundary for others', () => {
    const boundary = (text: string) =>
      /boundary="(.+)"/.exec(multipartAlternative({headers: HEADERS, text, html: ''}))?.[1]
    expect(boundary('a')).toBe(boundary('a'))
    expect(boundary('a')).not.toBe(boundary('b'))
    expect(boundary('a')).toMatch(/^=_[0-9a-f]{16}$/)
  })
})

describe('base64Length', () => {
  it('is the length of base64', () => {
    for (const size of [0, 1, 2, 3, 56, 57, 58, 114, 115, 1000]) {
      expect(base64Length(size)).toBe(base64('a'.repeat(size)).length)
    }
    expect(base64Length(utf8Length('é'.repeat(40)))).toBe(base64('é'.repeat(40)).length)
  })
})
