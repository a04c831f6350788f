import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  deliveryOfEvent,
  MAIL_EVENT_KINDS,
  MAIL_EVENT_LIMITS,
  readMailEvents,
} from '../../../delivery/inbound/mail-events.ts'
import {createTokens} from '../../../delivery/links/tokens.ts'

const tokens = createTokens('a secret of the tests, long enough')
const about = (message: string) => deliveryOfEvent(tokens, {id: '1', kind: 'bounced', message})

describe('a report of a mail service', () => {
  it('is read as it was written', () => {
    const event = fc.record({
      id: fc.string({minLength: 1, maxLength: 400}),
      kind: fc.constantFrom(...MAIL_EVENT_KINDS),
      message: fc.string({minLength: 1, maxLength: 400}),
    })
    fc.assert(
      fc.property(fc.array(event, {maxLength: 20}), (events) => {
        expect(readMailEvents(JSON.stringify({events, more: 1}))).toEqual({events})
      }),
      {numRuns: 100},
    )
  })

  it('of any other shape is a fault that is told, never an exception', () => {
    const shapes = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((events) => JSON.stringify({events: [events]})),
    )
    fc.assert(
      fc.property(shapes, (body) => {
        const read = readMailEvents(body)
        if ('events' in read) expect(read.events).toEqual([])
        else expect(read.fault).toMatch(/\.|…/)
      }),
      {numRuns: 300},
    )
  })
})

describe('docs/inbound.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/inbound.md'), 'utf8')

  it('shows a body that is taken, and its kinds and limits', () => {
    const [, body = ''] = /```json\n([^]*?)```/.exec(page) ?? []
    expect(readMailEvents(body)).toMatchObject({events: [{id: 'evt-1'}, {id: 'evt-2'}]})
    for (const kind of MAIL_EVENT_KINDS) expect(page).toContain(`\`${kind}\``)
    const {events, octets, characters} = MAIL_EVENT_LIMITS
    expect(page).toContain(`At most ${events.toLocaleString('en')} events and ${octets / 1024} KB`)
    expect(page).toContain(`1 to ${characters} characters`)
  })

  it('names every setting', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../config.ts'), 'utf8')
    const names = new Set(source.match(/(?<=')(?:INBOUND|TWILIO)_[A-Z_]+(?=')/g))
    expect(names.size).toBeGreaterThan(9)
    for (const name of names) expect(page, name).toContain(`\`${name}\``)
  })
})

describe('the mail that an event is about', () => {
  it('is told by the envelope sender or the Message-ID, however they are written', () => {
    const [bounce, message] = [tokens.address('bounce', 41), tokens.address('message', 42)]
    for (const written of [
      `returns+bounce-${bounce}@health.example`,
      ` <returns+bounce-${bounce}@health.example> `,
      `RETURNS+BOUNCE-${bounce.toUpperCase()}@HEALTH.EXAMPLE`,
    ]) {
      expect(about(written), written).toBe(41)
    }
    for (const written of [`<${message}@health.example>`, `${message}@health.example`]) {
      expect(about(written), written).toBe(42)
    }
  })

  it('is nobody’s for whatever this installation did not sign', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 400}), (text) => {
        expect(about(text)).toBe(undefined)
      }),
      {numRuns: 200},
    )
    const message = tokens.address('message', 42)
    const changed = `${message.startsWith('a') ? 'b' : 'a'}${message.slice(1)}`
    // of one purpose, a token is none of another
    const leave = tokens.address('leave', 7)
    for (const text of [
      message,
      `${changed}@health.example`,
      `returns+bounce-${message}@health.example`,
      `returns+leave-${leave}@health.example`,
    ]) {
      expect(about(text), text).toBe(undefined)
    }
  })
})
