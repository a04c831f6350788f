import {describe, expect, it} from 'vitest'
import {parseEmail, parsePhone} from '../../../delivery/subscribers/address.ts'

const key = (text: string): string | undefined => {
  const reading = parseEmail(text)
  return 'fault' in reading ? undefined : reading.key
}

const faultOf = (reading: ReturnType<typeof parseEmail>): string | undefined =>
  'fault' in reading ? reading.fault.code : undefined

describe('mail addresses', () => {
  it.each([
    ['ana@mail.example', 'Ana@MAIL.example'],
    ['josé@bücher.example', 'JOSÉ@xn--bcher-kva.example'],
    // the é of one code point and of two
    ['jos\u00e9@mail.example', 'jose\u0301@mail.example'],
    ['用户@例子.example', '用户@xn--fsqu00a.example'],
  ])('%s and %s are one mailbox', (one, other) => {
    expect(key(one)).toBeDefined()
    expect(key(one)).toBe(key(other))
  })

  it.each([
    ['a.b@mail.example', 'ab@mail.example'],
    ['a+x@mail.example', 'a@mail.example'],
  ])('%s and %s may be two', (one, other) => {
    expect(key(one)).not.toBe(key(other))
  })

  it('are sent to as they were given', () => {
    expect(parseEmail(' José@Bücher.example ')).toEqual({
      channel: 'email',
      address: 'José@Bücher.example',
      key: 'josé@xn--bcher-kva.example',
      destination: 'xn--bcher-kva.example',
    })
  })

  it.each([
    '',
    'ana',
    '@mail.example',
    'ana@',
    'ana@localhost',
    'ana@-mail.example',
    'a..b@mail.example',
    '.a@mail.example',
    '"a b"@mail.example',
    'Ana <ana@mail.example>',
    'ana@mail.example,bo@mail.example',
    'ana@[127.0.0.1]',
    `${'a'.repeat(65)}@mail.example`,
    `${'é'.repeat(33)}@mail.example`,
    `a@${'b.'.repeat(130)}example`,
  ])('%j is none', (text) => {
    expect(faultOf(parseEmail(text))).toBe('INVALID_EMAIL')
  })

  it.each([
    'a\r\nBcc: b@mail.example',
    'a\u200b@mail.example',
    'a\u00a0b@mail.example',
    'a\0@b.example',
  ])('%j hides something', (text) => {
    expect(faultOf(parseEmail(text))).toBe('HIDDEN_CHARACTER')
  })
})

describe('phone numbers', () => {
  it.each([
    ['07400 123456', 'GB'],
    ['+44 7400 123456', 'US'],
    ['+447400123456', ''],
  ])('%s of %s is +447400123456', (text, country) => {
    expect(parsePhone(text, country)).toEqual({
      channel: 'sms',
      address: '+447400123456',
      key: '+447400123456',
      destination: '+44',
    })
  })

  it.each([
    ['7400123456', 'INVALID_PHONE'],
    ['+44740012345', 'INVALID_PHONE'],
    ['call +447400123456', 'INVALID_PHONE'],
    ['+447400123456 ext. 5', 'INVALID_PHONE'],
    ['988', 'INVALID_PHONE'],
    ['+441212345678', 'PHONE_WITHOUT_TEXTS'],
    ['+448001234567', 'PHONE_WITHOUT_TEXTS'],
  ])('%s is refused: %s', (text, code) => {
    expect(faultOf(parsePhone(text, ''))).toBe(code)
  })
})
