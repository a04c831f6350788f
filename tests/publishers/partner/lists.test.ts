import {describe, expect, it} from 'vitest'
import {noticeText} from '../../../crisis-notice/lines.ts'
import {SitePublication} from '../../../crisis-notice/policy.ts'
import {partnerPublisher} from '../../../publishers/partner/partner-publisher.ts'
import * as model from '../../support/model.ts'

const book = model.noticeBook()
const entry = (id: string, language: string, topics: readonly ('sleep' | 'substance-use')[]) => ({
  article: {...model.summaryOf(model.article()), id, slug: id, language, topics},
  notice: book.notice({country: 'US', language}, topics),
})

const site = () =>
  SitePublication.create({
    site: model.site(),
    book,
    country: 'US',
    entries: [
      entry('a', 'en', ['sleep']),
      entry('b', 'en', ['substance-use']),
      entry('c', 'en', ['sleep']),
      entry('d', 'ar', ['sleep']),
    ],
    latest: [],
    helplines: model.helplines(),
    tombstones: [
      {id: 'x', slug: 'x', language: 'ar', reason: 'retracted', date: '2026-05-01', note: 'Wrong'},
      {id: 'y', slug: 'y', language: 'en', reason: 'removed', date: '2026-05-02'},
    ],
  })

const outputs = () => [...partnerPublisher.site(site())]
const read = (path: string) =>
  JSON.parse(outputs().find((output) => output.path === path)?.text ?? 'null')

describe('the partner lists', () => {
  it('are three files of the site document', () => {
    expect(outputs().map(({path, format}) => [path, format])).toEqual([
      ['partner/articles.json', 'partnerArticles'],
      ['partner/helplines.json', 'partnerHelplines'],
      ['partner/tombstones.json', 'partnerTombstones'],
    ])
    for (const output of outputs()) {
      expect(output).toMatchObject({documentId: 'site', revision: 'r1', channel: 'partner'})
      expect(output.text.endsWith('\n}\n')).toBe(true)
      expect(Object.isFrozen(output)).toBe(true)
    }
  })

  it('list articles, each with the text of its own notice', () => {
    const {articles} = read('partner/articles.json')
    expect(articles.map((article: {id: string}) => article.id)).toEqual(['a', 'b', 'c', 'd'])
    expect(articles[1]).toEqual({
      id: 'b',
      slug: 'b',
      language: 'en',
      url: 'https://health.example/b/',
      title: 'When low mood will not lift',
      summary: 'What to do when you have felt low for weeks.',
      topics: ['substance-use'],
      publishedAt: '2026-03-01T09:00:00Z',
      updatedAt: null,
      lastReviewed: null,
      revision: 'rev-1',
      crisisNoticeId: 'crisisNotice-US-en',
      crisisNoticeKey: 'crisisNotice-US-en:helpline-us-samhsa,helpline-us-988',
      crisisNoticeText: noticeText(entry('b', 'en', ['substance-use']).notice),
    })
    expect(articles[3]).toMatchObject({
      url: 'https://health.example/ar/d/',
      crisisNoticeId: 'crisisNotice-US-ar',
    })
  })

  it('hold each notice whole once for each order of its helplines', () => {
    const {crisisNotices, articles} = read('partner/articles.json')
    expect(crisisNotices.map(({key}: {key: string}) => key)).toEqual([
      'crisisNotice-US-en:helpline-us-988',
      'crisisNotice-US-en:helpline-us-samhsa,helpline-us-988',
      'crisisNotice-US-ar:helpline-us-988',
    ])
    const byKey = new Map(crisisNotices.map((each: {key: string}) => [each.key, each]))
    for (const article of articles) {
      expect(byKey.get(article.crisisNoticeKey)).toMatchObject({
        id: article.crisisNoticeId,
        country: 'US',
        language: article.language,
        text: article.crisisNoticeText,
      })
    }
  })

  it('list helplines with the site notice beside them', () => {
    const {crisisNotice, helplines} = read('partner/helplines.json')
    expect(crisisNotice).toMatchObject({text: noticeText(site().notice)})
    expect(helplines).toHaveLength(3)
    expect(helplines[1]).toEqual({
      id: 'helpline-us-samhsa',
      name: 'SAMHSA National Helpline',
      country: 'US',
      languages: ['en', 'es'],
      phone: {display: '1-800-662-4357', dial: '+18006624357'},
      sms: {number: '988', keyword: null},
      chatUrl: 'https://988lifeline.org/chat',
      hours: {always: true},
      topics: ['substance-use'],
      verifiedAt: model.TODAY,
      sourceUrl: null,
    })
  })

  it('list what is gone', () => {
    const {crisisNotice, tombstones} = read('partner/tombstones.json')
    expect(crisisNotice).toMatchObject({heading: 'Need help now?'})
    expect(tombstones).toEqual([
      {
        id: 'x',
        slug: 'x',
        language: 'ar',
        url: 'https://health.example/ar/x/',
        reason: 'retracted',
        date: '2026-05-01',
        note: 'Wrong',
      },
      {
        id: 'y',
        slug: 'y',
        language: 'en',
        url: 'https://health.example/y/',
        reason: 'removed',
        date: '2026-05-02',
        note: null,
      },
    ])
  })
})
