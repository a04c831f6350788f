import {createHmac} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {base32, fromBase32} from '../../../delivery/links/base32.ts'
import {keyedHash} from '../../../delivery/links/hmac.ts'
import {
  ADDRESS_PURPOSES,
  ADDRESS_TOKEN,
  createTokens,
  LINK_PURPOSES,
  LINK_TOKEN,
} from '../../../delivery/links/tokens.ts'

const tokens = createTokens('a secret of the tests, long enough')
const others = createTokens('another secret of the tests, long enough')

const id = fc.integer({min: 0, max: 2 ** 48 - 1})
const ticket = fc.record({
  subscriberId: id,
  deliveryId: id,
  issuedAt: fc.integer({min: 0, max: 2 ** 32 - 1}).map((seconds) => new Date(seconds * 1000)),
})

describe('base32', () => {
  it('agrees with the examples of RFC 4648', () => {
    const examples = ['f', 'fo', 'foo', 'foob', 'fooba', 'foobar']
    const written = ['my', 'mzxq', 'mzxw6', 'mzxw6yq', 'mzxw6ytb', 'mzxw6ytboi']
    expect(examples.map((text) => base32(Buffer.from(text)))).toEqual(written)
    expect(written.map((text) => String(Buffer.from(fromBase32(text) ?? [])))).toEqual(examples)
  })

  it('reads capitals, and neither spare letters nor spare bits', () => {
    expect(fromBase32('MZXW6')).toEqual(Uint8Array.from(Buffer.from('foo')))
    for (const wrong of ['mzxw61', 'mz', 'mzx', 'm', 'mzxw6a'])
      expect(fromBase32(wrong), wrong).toBe(undefined)
  })
})

describe('the keyed hash', () => {
  it('is HMAC-SHA-256, for keys and data of any length', () => {
    const octets = fc.uint8Array({maxLength: 150})
    fc.assert(
      fc.property(octets, octets, (key, data) => {
        expect(keyedHash(key)(data)).toEqual(createHmac('sha256', key).update(data).digest())
      }),
    )
  })
})

describe('a token', () => {
  it('is read back for its purpose, at one width', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LINK_PURPOSES), ticket, (purpose, about) => {
        const token = tokens.link(purpose, about)
        expect(token).toMatch(LINK_TOKEN)
        expect(tokens.readLink(purpose, token)).toEqual(about)
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...ADDRESS_PURPOSES), id, (purpose, about) => {
        const token = tokens.address(purpose, about)
        expect(token).toMatch(ADDRESS_TOKEN)
        expect(tokens.readAddress(purpose, token)).toBe(about)
        expect(tokens.readAddress(purpose, token.toUpperCase())).toBe(about)
      }),
    )
  })

  it('is nothing for another purpose, another secret, or with one character changed', () => {
    const about = {subscriberId: 7, deliveryId: 9, issuedAt: new Date(1_700_000_000_000)}
    const token = tokens.link('unsubscribe', about)
    expect(tokens.readLink('unsubscribe', token)).toEqual(about)
    expect(tokens.readLink('preferences', token)).toBe(undefined)
    expect(tokens.readLink('confirm', token)).toBe(undefined)
    expect(others.readLink('unsubscribe', token)).toBe(undefined)
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, at) + other + token.slice(at + 1)
      expect(tokens.readLink('unsubscribe', forged), forged).toBe(undefined)
    }
    const bounce = tokens.address('bounce', 9)
    expect(tokens.readAddress('leave', bounce)).toBe(undefined)
    expect(others.readAddress('bounce', bounce)).toBe(undefined)
    for (let at = 0; at < bounce.length; at += 1) {
      const other = bounce[at] === 'a' ? 'b' : 'a'
      const forged = bounce.slice(0, at) + other + bounce.slice(at + 1)
      expect(tokens.readAddress('bounce', forged), forged).toBe(undefined)
    }
  })

  it('is nothing when anybody else wrote it', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 60}), (text) => {
        expect(tokens.readLink('unsubscribe', text)).toBe(undefined)
        expect(tokens.readAddress('bounce', text)).toBe(undefined)
      }),
    )
    for (const text of ['', 'A'.repeat(44), 'a'.repeat(26), `${'A'.repeat(43)}\n`]) {
      expect(tokens.readLink('confirm', text), text).toBe(undefined)
      expect(tokens.readAddress('leave', text), text).toBe(undefined)
    }
  })

  it('says nothing of the ids: neighbours share no more than chance', () => {
    const at = new Date(1_700_000_000_000)
    const [one = '', two = ''] = [1, 2].map((subscriberId) =>
      tokens.link('unsubscribe', {subscriberId, deliveryId: 1, issuedAt: at}),
    )
    const shared = [...one].filter((letter, index) => letter === two[index])
    expect(shared.length).toBeLessThan(10)
  })

  it('is the same each time it is made for the same', () => {
    expect(tokens.address('message', 41)).toBe(tokens.address('message', 41))
    expect(tokens.address('message', 41)).not.toBe(tokens.address('message', 42))
  })

  it('is refused for ids that it cannot hold, and by a secret too short', () => {
    expect(() => tokens.address('bounce', 2 ** 48)).toThrow(RangeError)
    expect(() => tokens.address('bounce', 1.5)).toThrow(RangeError)
    expect(() => tokens.address('bounce', -1)).toThrow(RangeError)
    expect(() => createTokens('short')).toThrow('THROWLINE_SECRET')
  })
})
