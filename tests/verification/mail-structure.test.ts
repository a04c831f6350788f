import {describe, expect, it} from 'vitest'
import {structureReason} from '../../verification/mail/structure.ts'
import {mail, mailHtml, noticeElement, refusal} from './artefacts.ts'

const good = mail()
const swap = (from: string | RegExp, to: string): string => {
  const changed = good.replace(from, () => to)
  if (changed === good) throw new Error(`There is no ${from.toString()}`)
  return changed
}

/** A third part, where a client would look last. */
const NESTED = '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Ad</p>\r\n--b--\r\n'

const SHAPES: Readonly<Record<string, readonly [message: string, reason: string]>> = {
  'octets that are not ASCII': [swap('Sleep', 'Slaap é'), 'it holds octets that are not ASCII'],
  'a control character': [swap('Sleep', 'Sleep\u0007'), 'it holds octets that are not ASCII'],
  'a bare line feed': [swap('Subject: Sleep', 'Subject: Sleep\n x'), 'does not end in CRLF'],
  'a bare carriage return': [swap('Subject: Sleep', 'Subject: Sleep\rx'), 'does not end in CRLF'],
  'a line of 999 octets': [
    swap('Subject: Sleep', `Subject: ${'x'.repeat(990)}`),
    'a line is longer than 998 octets',
  ],
  'no From': [swap('From:', 'X-From:'), 'the header from is missing'],
  'no To': [swap('To:', 'X-To:'), 'the header to is missing'],
  'no Subject': [swap('Subject:', 'X:'), 'the header subject is missing'],
  'no Date': [swap('Date:', 'X:'), 'the header date is missing'],
  'no Message-ID': [swap('Message-ID:', 'X:'), 'the header message-id is missing'],
  'no MIME-Version': [swap('MIME-Version:', 'X:'), 'the header mime-version is missing'],
  'no Content-Type': [swap('Content-Type:', 'X:'), 'the header content-type is missing'],
  'two subjects': [mail({}, ['SUBJECT: Other']), 'the header subject is there twice'],
  'two of another header': [mail({}, ['X-A: 1', 'x-a: 2']), 'the header x-a is there twice'],
  'a line that is no header': [mail({}, ['Hello']), 'a line of the head is no header'],
  'a header with a space in its name': [mail({}, ['X A: 1']), 'a line of the head is no header'],
  'a header without a name': [mail({}, [': 1']), 'a line of the head is no header'],
  'no body': ['From: a@b.example', 'the header to is missing'],
  'mixed parts': [swap('multipart/alternative', 'multipart/mixed'), 'not multipart/alternative'],
  'related parts': [
    swap('multipart/alternative;', 'multipart/alternative; type=x;'),
    'it is not multipart/alternative',
  ],
  'more after the boundary': [swap('boundary="b"', 'boundary="b"; x=y'), 'not multipart/alternat'],
  'a header that only mentions it': [
    swap('Content-Type: multipart', 'Content-Type: text/html\r\nX-Content-Type: multipart'),
    'it is not multipart/alternative',
  ],
  'words before the parts': [swap('\r\n\r\n--b', '\r\n\r\nHello\r\n--b'), 'not two parts alone'],
  'words after the parts': [`${good}Hello`, 'it has not two parts alone'],
  'a part after the end': [`${good}\r\n--b\r\nHello`, 'it has not two parts alone'],
  'no end': [swap('\r\n--b--\r\n', '\r\n'), 'it has not two parts alone'],
  'a third part': [swap('--b--\r\n', NESTED), 'it has not two parts alone'],
  'one part': [
    swap(/--b\r\nContent-Type: text\/html[\s\S]*(?=--b--)/, ''),
    'it has not two parts alone',
  ],
  'a first part of HTML': [swap('text/plain', 'text/html'), 'its first part is not plainly text'],
  'a second part of text': [swap('text/html', 'text/plain'), 'its second part is not plainly HTML'],
  'another charset': [swap('charset=utf-8', 'charset=utf-7'), 'its first part is not plainly'],
  'another encoding': [
    swap('Encoding: base64', 'Encoding: x-uuencode'),
    'its first part is not plainly text',
  ],
  'an attachment': [
    swap('text/html; charset=utf-8', 'text/html; charset=utf-8\r\nContent-Disposition: attachment'),
    'its second part is not plainly HTML',
  ],
  'a boundary that another begins with': [
    swap('\r\n--b\r\nContent-Type: text/plain', '\r\n--bb\r\nContent-Type: text/plain'),
    'its first part is not plainly text',
  ],
  nothing: ['', 'a line of the head is no header'],
}

describe('the shape of a mail', () => {
  it('passes: two plain parts, headers folded or not, names in any case', () => {
    expect(structureReason(good)).toBe(undefined)
    expect(structureReason(swap('alternative; boundary', 'alternative;\r\n boundary'))).toBe(
      undefined,
    )
    expect(structureReason(mail({}, ['X-Long: a\r\n\tb']))).toBe(undefined)
    expect(structureReason(swap('From: Lantern', 'FROM: Lantern'))).toBe(undefined)
    const signed = ['DKIM-Signature: a=rsa-sha256', 'DKIM-Signature: a=ed25519-sha256']
    expect(structureReason(mail({}, signed))).toBe(undefined)
    expect(structureReason(swap('Content-Type: text/plain', 'content-type: TEXT/PLAIN'))).toBe(
      undefined,
    )
    expect(structureReason(swap('Subject: Sleep', `Subject: ${'x'.repeat(989)}`))).toBe(undefined)
    const longer = good.replace('"b"', '"b c"').replaceAll('\r\n--b', '\r\n--b c')
    expect(structureReason(longer)).toBe(undefined)
    for (const encoding of ['7bit', 'quoted-printable']) {
      expect(structureReason(good.replaceAll(': base64', `: ${encoding}`))).toBe(undefined)
    }
  })

  for (const [name, [message, reason]] of Object.entries(SHAPES)) {
    it(`refuses: ${name}`, () => {
      expect(structureReason(message)).toContain(reason)
    })
  }

  it('is at most 100 KiB', () => {
    const padded = (length: number): string => {
      const lines = `${'x'.repeat(70)}\r\n`.repeat(1500)
      const head = 'a: b\r\n\r\n'
      return (head + lines).slice(0, length)
    }
    expect(structureReason(padded(102_400))).toContain('is missing')
    expect(structureReason(padded(102_401))).toBe('the message is longer than 102400 octets')
  })
})

/** HTML of characters that need no encoding. */
const ASCII_HTML = mailHtml().replaceAll('·', '&#183;')

/** The HTML part unencoded, so that more of it fits. */
const plainMail = (html: string): string => {
  const [head = ''] = mail().split('Content-Type: text/html', 1)
  const part = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n`
  return `${head}${part}${html.replaceAll('\n', '\r\n')}\r\n--b--\r\n`
}

/** Lines of 64 octets, CRLF not counted: the decoded text has LF. */
const filler = (octets: number): string =>
  `<!--${'x'.repeat(octets - 7)}-->`.replace(/x{64}/g, `${'x'.repeat(63)}\n`)

describe('where clients clip', () => {
  it('the notice ends within 80 KiB of the HTML, whatever comes after it', async () => {
    const parts = ASCII_HTML.split('<div><aside')
    const before = (octets: number): string => parts.join(`${filler(octets)}<div><aside`)
    const end = ASCII_HTML.indexOf('</aside>') + '</aside>'.length
    const room = 80 * 1024 - end
    expect(await refusal('mail', plainMail(before(room)))).toBe('')
    expect(await refusal('mail', plainMail(before(room + 1)))).toContain(
      'in the HTML part it ends beyond 81920 octets, where clients clip',
    )
    const after = ASCII_HTML.replace('</body>', `${filler(85_000)}</body>`)
    expect(await refusal('mail', plainMail(after))).toBe('')
  })

  it('says in which part it is lost', async () => {
    expect(await refusal('mail', mail({html: mailHtml('')}))).toContain(
      'in the HTML part no element reads as the notice',
    )
    expect(await refusal('mail', mail({text: 'x'}))).toContain(
      'the text part does not begin with it',
    )
    const moved = mailHtml(`<p>First</p>${noticeElement()}`)
    expect(await refusal('mail', mail({html: moved}))).toContain('"First" stands before it')
  })
})
