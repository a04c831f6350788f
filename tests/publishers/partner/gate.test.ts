import {describe, expect, it} from 'vitest'
import {NoticeLostError} from '../../../errors.ts'
import {partnerPublisher} from '../../../publishers/partner/partner-publisher.ts'
import {createGate} from '../../../verification/gate.ts'
import * as model from '../../support/model.ts'
import {richPublication} from './rich.ts'

const gate = createGate(model.noticeBook(), {origin: 'https://health.example'})

describe('partner outputs at the gate', () => {
  it.each(['en', 'ar'])(
    'pass in %s, and not with one character of the notice altered',
    async (language) => {
      const publication = richPublication({language})
      const expectation = {audience: publication.audience, topics: publication.article.topics}
      for (const output of partnerPublisher.article(publication)) {
        await expect(gate.pass(output, expectation)).resolves.toBeDefined()
        const spoilt = {...output, text: output.text.replace('988', '989')}
        await expect(gate.pass(spoilt, expectation)).rejects.toThrow(NoticeLostError)
      }
    },
  )

  it('pass as lists, and not without the text of a notice', async () => {
    const publication = model.sitePublication()
    const {audience} = publication
    const items = new Map(
      publication.entries.map(({article: {id, topics}}) => [id, {audience, topics}]),
    )
    const expectation = {audience, topics: [], items}
    const outputs = [...partnerPublisher.site(publication)]
    expect(outputs).toHaveLength(3)
    for (const output of outputs) {
      await expect(gate.pass(output, expectation)).resolves.toBeDefined()
      const spoilt = {...output, text: output.text.replaceAll('In an emergency', 'Call')}
      await expect(gate.pass(spoilt, expectation)).rejects.toThrow(NoticeLostError)
    }
  })
})
