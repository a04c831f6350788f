import fc from 'fast-check'
import {SegmentedMessage} from 'sms-segments-calculator'
import {describe, expect, it} from 'vitest'
import {shortMessage} from '../../../delivery/sms/encoding.ts'
import {decode} from '../../../verification/sms/decode.ts'

const text = fc.oneof(
  fc.string({unit: fc.constantFrom(...'aZ09 @£é€[]{}~|^\\\n?'), maxLength: 200, size: 'max'}),
  fc.string({unit: fc.constantFrom(...'aمब😀é'), maxLength: 90, size: 'max'}),
)

describe('the octets of a short message', () => {
  it('are the text again, or there are none since one message could not hold it', () => {
    const seen = {fits: 0, tooLong: 0}
    fc.assert(
      fc.property(text, (written) => {
        const message = shortMessage(written)
        const oracle = new SegmentedMessage(written)
        if (!('octets' in message)) {
          seen.tooLong += 1
          expect(message.units).toBeGreaterThan(message.capacity)
          expect(oracle.segmentsCount).toBeGreaterThan(1)
          return
        }
        seen.fits += 1
        const hex = message.octets.toString('hex')
        const encoding = message.dataCoding === 0 ? 'gsm7' : 'ucs2'
        expect(decode({encoding, hex, units: message.units})?.text).toBe(written)
        expect(oracle.segmentsCount).toBeLessThanOrEqual(1)
        expect(message.octets.length).toBeLessThanOrEqual(160)
      }),
      {numRuns: 300},
    )
    expect(seen.fits).toBeGreaterThan(20)
    expect(seen.tooLong).toBeGreaterThan(5)
  })
})
