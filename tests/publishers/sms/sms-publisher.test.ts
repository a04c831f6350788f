import {describe, expect, it} from 'vitest'
import type {ArticleSummary} from '../../../content/model.ts'
import {DigestPublication} from '../../../crisis-notice/policy.ts'
import {PublisherError} from '../../../errors.ts'
import {digestMessages, smsPublisher} from '../../../publishers/sms/sms-publisher.ts'
import * as model from '../../support/model.ts'

const digestOf = (articles: readonly Partial<ArticleSummary>[]) =>
  DigestPublication.create({
    site: model.site(),
    book: model.noticeBook(),
    digest: model.digest(),
    articles: articles.map((over) => ({...model.summaryOf(model.article()), ...over})),
    country: 'US',
  })

describe('smsPublisher', () => {
  it('writes one message an article, with its encoding', () => {
    const [output, ...others] = smsPublisher.article(model.publication())
    expect(others).toEqual([])
    expect(output).toMatchObject({
      channel: 'sms',
      format: 'sms',
      path: 'sms/low-mood.sms.txt',
      documentId: 'article-low-mood',
      revision: 'rev-1',
      audience: {country: 'US', language: 'en'},
      text: 'Lantern: Call/text 988 if in crisis (24/7). When low mood will not lift https://health.example/low-mood Txt STOP to end\n',
    })
    expect(output?.messages).toEqual([
      {encoding: 'gsm7', hex: expect.stringMatching(/^4c616e7465726e3a2043616c6c/), units: 119},
    ])
    expect(Object.isFrozen(output)).toBe(true)
    expect(Object.isFrozen(output?.messages)).toBe(true)
    expect(Object.isFrozen(output?.messages?.[0])).toBe(true)
  })

  it('puts the language before the slug when it is not the default', () => {
    const tooLong = model.publication({language: 'ar', slug: 'low-mood'})
    expect(() => smsPublisher.article(tooLong)).toThrow(PublisherError)
    const [output] = smsPublisher.article(model.publication({language: 'ar', slug: 'm'}))
    expect(output?.path).toBe('sms/ar/m.sms.txt')
    expect(output?.messages).toEqual([
      {encoding: 'ucs2', hex: expect.stringMatching(/^004c0061/), units: 66},
    ])
  })

  it('writes nothing for a retracted article', () => {
    const retraction = {date: '2026-05-01', reason: 'Wrong dose'}
    expect(smsPublisher.article(model.publication({retraction}))).toEqual([])
  })

  it('writes a digest as self-sufficient messages between lines of %%', () => {
    const publication = digestOf([{}, {slug: 'sleep', title: 'Title', smsSummary: 'Sleep well'}])
    const [output, ...others] = smsPublisher.digest(publication)
    expect(others).toEqual([])
    expect(output).toMatchObject({
      channel: 'sms',
      format: 'sms',
      path: 'sms/digest/spring.sms.txt',
      documentId: 'digest-spring',
      revision: 'r1',
    })
    const messages = output?.text.replace(/\n$/, '').split('\n%%\n')
    expect(messages).toEqual([
      'Lantern: Call/text 988 if in crisis (24/7). When low mood will not lift https://health.example/low-mood Txt STOP to end',
      'Lantern: Call/text 988 if in crisis (24/7). Sleep well https://health.example/sleep Txt STOP to end',
    ])
    expect(output?.messages?.map(({units}) => units)).toEqual([119, 99])
    expect(Object.isFrozen(output)).toBe(true)
  })

  it('leaves a retracted article out of a digest, and a digest of nothing else', () => {
    const retraction = {date: '2026-05-01', reason: 'Wrong dose'}
    expect(digestMessages(digestOf([{retraction}, {}]))).toHaveLength(1)
    expect(smsPublisher.digest(digestOf([{retraction}]))).toEqual([])
  })

  it('names the place in the digest that makes a message too long', () => {
    const long = digestOf([{}, {slug: 'x'.repeat(150)}])
    expect(() => smsPublisher.digest(long)).toThrow(
      /^digest-spring articles\[1\]->slug: Even without/,
    )
  })

  it('writes nothing for a digest that goes by mail alone, and nothing for the site', () => {
    expect(smsPublisher.digest(model.digestPublication({channels: ['email']}))).toEqual([])
    expect([...smsPublisher.site(model.sitePublication())]).toEqual([])
    expect(smsPublisher.channel).toBe('sms')
  })
})
