import {describe, expect, it} from 'vitest'
import {emailPublisher} from '../../../publishers/email/email-publisher.ts'
import {Publication} from '../../../crisis-notice/policy.ts'
import {article, block, noticeBook, section, site} from '../../support/model.ts'
import {headersOf, mailOf, mailOfPublication, only, read, readOtherwise} from './support.ts'

/** RFC 5321 4.5.2 and RFC 5322 2.1.1; and what no line of ours should be. */
const faults = (message: string): readonly string[] =>
  message
    .split('\r\n')
    .filter((line) => line.length > 78 || line.startsWith('.') || /[^\t\x20-\x7e]/.test(line))

const mailFromSite = (over: Parameters<typeof site>[0]): string =>
  mailOfPublication(
    Publication.create({
      site: site(over),
      book: noticeBook(),
      article: article(),
      country: 'US',
      translations: [],
    }),
  )

describe('a hostile title', () => {
  it.each([
    ['emoji and joiners', '🧑‍🤝‍🧑 Together 🛟'],
    ['300 characters', 'Sleep and mood. '.repeat(19).trim()],
    ['300 emoji', '🛟'.repeat(300)],
    ['markup', '<script>alert(1)</script> & "quotes"'],
    ['an encoded-word', '=?utf-8?q?Hidden?= words'],
    ['a direction mark', 'Mood\u200f and sleep'],
    ['a header', 'Bcc: everybody@example.org'],
  ])('with %s is only a title', async (_name, title) => {
    const message = mailOf({title})
    expect(faults(message)).toEqual([])
    const {subject, html, text} = await read(message)
    expect(subject).toBe(title)
    expect((await readOtherwise(message)).subject).toBe(title)
    expect(html).not.toContain('<script')
    expect(text.replace(/\s+/g, '')).toContain(title.replace(/\s+/g, ''))
    expect(headersOf(message).has('bcc')).toBe(false)
  })

  it.each(['a\r\nBcc: x@y.example', 'a\nb', 'a\0b', 'a\u202eb', 'a\u2066\u202bb'])(
    'with %j is refused by name',
    (title) => {
      expect(() => mailOf({title})).toThrow(
        expect.objectContaining({
          code: 'HEADER_INJECTION',
          problem: expect.objectContaining({documentId: 'article-low-mood', path: 'title'}),
        }),
      )
    },
  )
})

describe('a hostile site', () => {
  it.each([
    ['mailFrom.name', 'HEADER_INJECTION', {mailFrom: {name: 'a\r\nX: b', address: 'a@b.example'}}],
    ['mailFrom.address', 'MAIL_ADDRESS_INVALID', {mailFrom: {name: 'a', address: 'a@b\r\nX: b'}}],
    ['replyTo', 'MAIL_ADDRESS_INVALID', {replyTo: 'a@b.example>, <c@d.example'}],
    ['listId', 'LIST_ID_INVALID', {listId: 'digest>\r\nX: b'}],
  ])('is refused at %s', (path, code, over) => {
    expect(() => mailFromSite(over)).toThrow(
      expect.objectContaining({
        code,
        problem: expect.objectContaining({documentId: 'site', path}),
      }),
    )
  })
})

describe('a body', () => {
  it('with lines that are a dot reaches the reader with its dots', async () => {
    const body = ['.', '..', '. a', `${'a'.repeat(74)}.`, `${'a'.repeat(75)}. b`].map((text) =>
      block(text),
    )
    const message = mailOf({sections: [section('Dots', body)]})
    expect(faults(message)).toEqual([])
    const {text} = await read(message)
    expect(text).toContain('\n.\n\n..\n\n. a\n')
  })

  it('has a fault finder that finds faults', () => {
    expect(faults(`${'a'.repeat(79)}\r\n.\r\né`)).toHaveLength(3)
  })
})

describe('the header', () => {
  const headers = headersOf(mailOf({updatedAt: '2026-04-02T10:00:00Z'}))

  it.each([
    ['from', 'Lantern Health <digest@health.example>'],
    ['to', 'undisclosed-recipients:;'],
    ['subject', 'When low mood will not lift'],
    ['date', 'Thu, 02 Apr 2026 10:00:00 +0000'],
    ['message-id', '<article-low-mood.rev-1.US.en@health.example>'],
    ['list-id', 'Lantern Health <digest.health.example>'],
    [
      'list-unsubscribe',
      '<https://health.example/unsubscribe/>, <mailto:digest@health.example?subject=unsubscribe>',
    ],
    ['list-unsubscribe-post', 'List-Unsubscribe=One-Click'],
    ['feedback-id', 'low-mood:US-en:article:health-example'],
    ['content-language', 'en'],
    ['mime-version', '1.0'],
  ])('%s is %s', (name, value) => {
    expect(headers.get(name)).toBe(value)
  })

  it('has no field twice and nothing that follows a reader', () => {
    const message = mailOf()
    const [head = ''] = message.split('\r\n\r\n', 1)
    const names = head
      .split(/\r\n(?![ \t])/)
      .map((line) => line.split(':', 1).join('').toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(names).not.toContain('reply-to')
    expect(headersOf(mailFromSite({replyTo: 'answers@health.example'})).get('reply-to')).toBe(
      'answers@health.example',
    )
  })

  it('makes ids that no two documents share', () => {
    const idOf = (id: string, revision: string) =>
      headersOf(mailOf({id, revision})).get('message-id')
    const ids = [idOf('a.b', 'c'), idOf('a', 'b.c'), idOf('a_2eb', 'c'), idOf('a b>', 'c')]
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^<[\w-]+(?:\.[\w-]+)*@health\.example>$/)
  })

  it('dates a mail of an article that was never updated by its publication', () => {
    expect(headersOf(mailOf()).get('date')).toBe('Sun, 01 Mar 2026 09:00:00 +0000')
  })
})

describe('the publisher', () => {
  it('has one output an article', () => {
    expect(
      only(
        emailPublisher.article(
          Publication.create({
            site: site(),
            book: noticeBook(),
            article: article(),
            country: 'GB',
            translations: [],
          }),
        ),
      ).audience.country,
    ).toBe('GB')
  })
})
