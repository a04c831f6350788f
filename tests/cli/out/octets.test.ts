import fc from 'fast-check'
import {expect, it} from 'vitest'
import {Octets} from '../../../cli/out/octets.ts'

const text = fc.oneof(
  fc.string({unit: 'binary', maxLength: 300}),
  // halves of a pair among them, which UTF-8 cannot say
  fc.array(fc.nat({max: 0xff_ff}), {maxLength: 300}).map((units) => String.fromCharCode(...units)),
)
/** Below and above what is at hand for one text. */
const times = fc.constantFrom(1, 200, 2000)

it('are those of a buffer of its own, one text after the other', () => {
  const octets = new Octets()
  fc.assert(
    fc.property(fc.array(fc.tuple(text, times), {maxLength: 8}), (all) => {
      for (const [each, count] of all) {
        const whole = each.repeat(count)
        expect(octets.of(whole).equals(Buffer.from(whole, 'utf8'))).toBe(true)
      }
    }),
  )
})
