import {describe, expect, it} from 'vitest'
import {messageGraph} from '../../../publishers/sms/graph.ts'
import type {SmsMessage} from '../../../publishers/sms/message.ts'
import {smsMessage} from '../../../publishers/sms/sms-publisher.ts'
import * as model from '../../support/model.ts'

describe('messageGraph', () => {
  it('shows who takes how much of the 160 septets', () => {
    expect(messageGraph(smsMessage(model.publication()))).toBe(
      '[nnCCCCCCCCChhhhhhhllllllllssss..........] 119 of 160 septets: name 9, notice 34, headline 28, link 32, stop 16',
    )
  })

  it('tells a missing headline', () => {
    expect(messageGraph(smsMessage(model.publication({title: 'x'.repeat(99)})))).toContain(
      'stop 16, no room for a headline',
    )
  })

  it('names the character that made it UCS-2', () => {
    const message: SmsMessage = {
      text: '',
      encoding: 'ucs2',
      hex: '',
      units: 70,
      parts: [{name: 'notice', text: '', units: 70}],
      forcedBy: {part: 'notice', character: '\u0641'},
    }
    expect(messageGraph(message)).toBe(
      `[${'C'.repeat(40)}] 70 of 70 UCS-2 units: notice 70, no room for a headline; UCS-2 for "\u0641" (U+0641) in the notice`,
    )
    const emoji: SmsMessage = {...message, forcedBy: {part: 'headline', character: '😴'}}
    expect(messageGraph(emoji)).toContain('"😴" (U+1F634) in the headline')
  })
})
