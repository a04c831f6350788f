import {describe, expect, it} from 'vitest'
import {foreignCharacter} from '../../../publishers/sms/encode.ts'
import {stopWords} from '../../../publishers/sms/stop-words.ts'

describe('stopWords', () => {
  it.each([
    ['en', 'Txt STOP to end'],
    ['en-GB', 'Txt STOP to end'],
    ['es', 'Baja: STOP'],
    ['fr', 'STOP pour se d\u00e9sabonner'],
    ['de', 'STOP zum Abmelden'],
    ['ar', '\u0644\u0644\u0625\u0644\u063a\u0627\u0621: STOP'],
    ['hi', '\u092c\u0902\u0926 \u0915\u0930\u0928\u0947 \u0915\u0947 \u0932\u093f\u090f STOP'],
    ['xx', 'STOP'],
    ['constructor', 'STOP'],
  ])('in %s are %j, or STOP alone', (language, words) => {
    expect(stopWords(language)).toEqual([words, 'STOP'])
  })

  it('make no message UCS-2 that its letters do not make so', () => {
    for (const language of ['en', 'es', 'fr', 'de']) {
      expect(foreignCharacter(stopWords(language)[0])).toBeUndefined()
    }
  })
})
