import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {INBOUND_LIMITS} from '../../../delivery/inbound/limits.ts'
import {readReturned} from '../../../delivery/inbound/read-returned.ts'
import {createTokens} from '../../../delivery/links/tokens.ts'
import {complaint, dsn, plainBounce} from './reports.ts'

const tokens = createTokens('a secret of the tests, long enough')
const others = createTokens('another secret of the tests, long enough')

const bounceTo = `returns+bounce-${tokens.address('bounce', 41)}@health.example`
const leaveTo = `returns+leave-${tokens.address('leave', 7)}@health.example`
const messageId = `Message-ID: <${tokens.address('message', 41)}@health.example>`
const read = (raw: Uint8Array, recipients?: readonly string[]) =>
  readReturned({raw, tokens, ...(recipients !== undefined && {recipients})})

describe('a delivery status notification', () => {
  const statuses = [
    ['5.1.1', 'smtp; 550 5.1.1 User unknown', true],
    ['5.1.10', 'smtp; 556 Recipient address has null MX', true],
    ['5.2.1', 'smtp; 550 Mailbox disabled', true],
    ['5.0.0', 'smtp; 550 5.1.1 No account of that name here', true],
    ['5.0.0', 'smtp; 550 Requested action not taken: no such user here', true],
    ['5.2.2', 'smtp; 552 Mailbox full', false],
    ['5.7.1', 'smtp; 550 5.7.1 Rejected by policy: user unknown is not why', false],
    ['4.4.7', 'smtp; 451 Timed out in the queue', false],
    ['5.0.0', 'smtp; 550 Try harder', false],
  ] as const
  it.each(statuses)('of %s, "%s": the address is dead: %s', async (status, diagnostic, isHard) => {
    const returned = await read(dsn({to: bounceTo, status, diagnostic}))
    expect(returned).toMatchObject({kind: 'bounce', deliveryId: 41, isHard})
  })

  it('is told with its reason on one line', async () => {
    expect(await read(dsn({to: bounceTo}))).toEqual({
      kind: 'bounce',
      deliveryId: 41,
      isHard: true,
      status: '5.1.1',
      diagnostic: '550 5.1.1 <ana@reader.example>: User unknown',
    })
  })

  it('is found by the envelope, the header, or the mail within', async () => {
    const named = [
      await read(dsn({to: 'returns@health.example'}), [bounceTo.toUpperCase()]),
      await read(dsn({to: `Somebody <${bounceTo}>`})),
      await read(dsn({to: 'returns@health.example', original: [messageId]})),
      await read(dsn({to: 'x@y.example', original: [`Return-Path: <${bounceTo}>`]})),
    ]
    expect(named.map((returned) => ('deliveryId' in returned ? returned.deliveryId : 0))).toEqual([
      41, 41, 41, 41,
    ])
  })

  it('that says delayed, delivered or relayed is no bounce', async () => {
    for (const action of ['delayed', 'delivered', 'relayed (to nobody)', 'expanded'])
      expect((await read(dsn({to: bounceTo, action}))).kind, action).toBe('ignored')
    expect((await read(dsn({to: bounceTo, action: 'Failed (always)'}))).kind).toBe('bounce')
  })

  it('is nothing without a token that was made here', async () => {
    const forged = [
      dsn({to: `returns+bounce-${others.address('bounce', 41)}@health.example`}),
      dsn({to: `returns+bounce-${tokens.address('leave', 41)}@health.example`}),
      dsn({to: `returns+bounce-${'a'.repeat(26)}@health.example`}),
      dsn({to: 'returns@health.example', original: ['Message-ID: <1@health.example>']}),
    ]
    for (const raw of forged) expect((await read(raw)).kind).toBe('ignored')
  })
})

describe('a mail that came to a bounce address without a report', () => {
  const DAEMON = ['From: MAILER-DAEMON@mx.example']
  const ANSWER = ['From: Ana <ana@reader.example>', 'Auto-Submitted: auto-replied']
  const cases: readonly (readonly [string, readonly string[], string, unknown])[] = [
    ['a code', DAEMON, 'Remote host said: 550 5.1.1 unknown', {kind: 'bounce', isHard: true}],
    ['a code that passes', DAEMON, 'said: 451 4.7.1 later', {kind: 'ignored'}],
    ['words', DAEMON, 'Sorry, no mailbox here.\nUser unknown.', {kind: 'bounce', isHard: true}],
    ['no reason', DAEMON, 'It did not work.', {kind: 'bounce', isHard: false}],
    [
      'a code, of a person',
      ['From: it@x.example'],
      '550 5.2.1 gone',
      {kind: 'bounce', isHard: true},
    ],
    ['a holiday', ANSWER, 'I am away until 5.12. and cannot read this', {kind: 'ignored'}],
    ['a holiday with a code', ANSWER, 'The user unknown has left: 5.1.1', {kind: 'ignored'}],
    ['thanks', ['From: ana@reader.example'], 'Thank you for this.', {kind: 'ignored'}],
  ]
  it.each(cases)('is what it says: %s', async (_name, headers, text, expected) => {
    expect(await read(plainBounce(bounceTo, text, headers))).toMatchObject(Object(expected))
  })
})

describe('a complaint', () => {
  it('is known by the mail within, or by the fields of its report', async () => {
    const about = [
      complaint({original: [messageId]}),
      complaint({original: [`Return-Path: <${bounceTo}>`]}),
      complaint({report: [`Original-Mail-From: <${bounceTo}>`]}),
    ]
    for (const raw of about)
      expect(await read(raw)).toEqual({kind: 'complaint', deliveryId: 41, feedback: 'abuse'})
    expect(await read(complaint({type: 'Opt-Out', original: [messageId]}))).toMatchObject({
      feedback: 'opt-out',
    })
  })

  it('that is taken back, or is about another mail, is none', async () => {
    expect((await read(complaint({type: 'not-spam', original: [messageId]}))).kind).toBe('ignored')
    const forged = `Message-ID: <${others.address('message', 41)}@health.example>`
    expect((await read(complaint({original: [forged]}))).kind).toBe('ignored')
    expect((await read(complaint({}))).kind).toBe('ignored')
  })
})

describe('a mail to the address of List-Unsubscribe', () => {
  it('unsubscribes, whatever it says and whoever sends it', async () => {
    const mail = plainBounce(leaveTo, '', ['From: ana@reader.example'])
    expect(await read(mail)).toEqual({kind: 'leave', subscriberId: 7})
    expect(await read(Buffer.from('\r\n'), [leaveTo])).toEqual({kind: 'leave', subscriberId: 7})
    const forged = leaveTo.replace(/leave-\w{4}/, 'leave-aaaa')
    expect((await read(plainBounce(forged, ''))).kind).toBe('ignored')
  })
})

describe('a mail bomb', () => {
  const nested = (depth: number): Buffer => {
    const open = Array.from(
      {length: depth},
      (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`,
    )
    return Buffer.from(`To: ${bounceTo}\r\n${open.join('')}\r\nx`)
  }
  const bombs: readonly (readonly [string, () => Buffer])[] = [
    ['too large', () => Buffer.alloc(INBOUND_LIMITS.octets + 1, 'x')],
    ['too deep', () => nested(INBOUND_LIMITS.depth + 2)],
    ['far too deep', () => nested(5000)],
    ['of too many parts', () => Buffer.from(`--b\r\n`.repeat(5000))],
    ['of headers', () => Buffer.from(`X: ${'x'.repeat(100)}\r\n`.repeat(3000))],
    ['of one long header', () => Buffer.from(`To: ${'a@b, '.repeat(40_000)}\r\n\r\n`)],
  ]
  it.each(bombs)('is refused: %s', async (_name, make) => {
    expect((await read(make())).kind).toBe('refused')
  })

  it('is told from a mail that fills the limits', async () => {
    expect((await read(nested(INBOUND_LIMITS.depth - 2))).kind).toBe('ignored')
    const large = dsn({to: bounceTo, original: [`X: ${'x '.repeat(200_000)}`]})
    expect(large.length).toBeGreaterThan(INBOUND_LIMITS.octets / 3)
    const body = Buffer.concat([dsn({to: bounceTo}), Buffer.alloc(800_000, 'x\r\n')])
    expect((await read(body)).kind).toBe('bounce')
  })
})

describe('reading what came back', () => {
  it('never rejects', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 300}), async (raw) => {
        expect(['ignored', 'refused']).toContain((await read(raw)).kind)
      }),
      {numRuns: 50},
    )
    const whole = dsn({to: bounceTo})
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (end) => {
        expect((await read(whole.subarray(0, end))).kind).toMatch(/^(?:ignored|refused|bounce)$/)
      }),
      {numRuns: 50},
    )
  })
})
