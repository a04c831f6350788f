import {describe, expect, it} from 'vitest'
import {NoticeLostError} from '../../../errors.ts'
import type {Output} from '../../../publishers/publisher.ts'
import {encode} from '../../../publishers/sms/encode.ts'
import {smsPublisher} from '../../../publishers/sms/sms-publisher.ts'
import {createGate} from '../../../verification/gate.ts'
import * as model from '../../support/model.ts'

const gate = createGate(model.noticeBook(), {origin: 'https://health.example'})

/** The file and its octets, both changed. */
const altered = (output: Output, change: (text: string) => string): Output => {
  const text = change(output.text)
  const messages = text.replace(/\n$/, '').split('\n%%\n').map(encode)
  return {...output, text, messages}
}

const articles = [
  model.publication(),
  model.publication({title: '😴 Low mood'}),
  model.publication({language: 'ar', slug: 'm'}),
]

describe('sms outputs at the gate', () => {
  it.each(articles)('pass, and not once the notice or the size is touched', async (publication) => {
    const expectation = {audience: publication.audience, topics: publication.article.topics}
    const [output] = smsPublisher.article(publication)
    if (output === undefined) throw new Error('There is no message')
    await expect(gate.pass(output, expectation)).resolves.toBeDefined()
    const refused = [
      altered(output, (text) => text.replace('988', '989')),
      altered(output, (text) => text.replace('https', `${'long '.repeat(30)}https`)),
      altered(output, (text) => text.replace('988', '\n%%\n988')),
    ]
    for (const spoilt of refused) {
      await expect(gate.pass(spoilt, expectation)).rejects.toThrow(NoticeLostError)
    }
  })

  it('pass as a digest', async () => {
    const publication = model.digestPublication()
    const expectation = {audience: publication.audience, topics: publication.topics}
    const [output] = smsPublisher.digest(publication)
    if (output === undefined) throw new Error('There is no message')
    await expect(gate.pass(output, expectation)).resolves.toBeDefined()
  })
})
