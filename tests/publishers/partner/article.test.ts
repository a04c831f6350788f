import {describe, expect, it} from 'vitest'
import {noticeText} from '../../../crisis-notice/lines.ts'
import {Publication} from '../../../crisis-notice/policy.ts'
import {articleJson} from '../../../publishers/partner/article-json.ts'
import {partnerPublisher} from '../../../publishers/partner/partner-publisher.ts'
import * as model from '../../support/model.ts'
import {richArticle, richPublication} from './rich.ts'
import {faults} from './schema.ts'

/** As a partner reads it. */
const read = (publication = richPublication()) => {
  const [output] = partnerPublisher.article(publication)
  const value: Record<string, unknown> = JSON.parse(output?.text ?? 'null')
  return {output, value}
}

describe('a partner article', () => {
  it('is one file, for another language in its folder', () => {
    expect(read().output).toMatchObject({
      channel: 'partner',
      format: 'partnerArticle',
      path: 'partner/articles/low-mood.json',
      documentId: 'article-low-mood',
      revision: 'rev-1',
      audience: {country: 'US', language: 'en'},
    })
    const arabic = richPublication({language: 'ar'})
    expect(read(arabic).output?.path).toBe('partner/articles/ar/low-mood.json')
    expect(Object.isFrozen(read().output)).toBe(true)
  })

  it('ends with a line break and is indented by two', () => {
    expect(read().output?.text).toMatch(/^\{\n {2}"id": "article-low-mood",\n[^]*\n\}\n$/)
  })

  it('has every field of the contract, in its order', () => {
    expect(Object.keys(read().value)).toEqual([
      'id',
      'slug',
      'language',
      'url',
      'title',
      'summary',
      'html',
      'text',
      'topics',
      'authors',
      'reviewer',
      'publishedAt',
      'updatedAt',
      'lastReviewed',
      'nextReview',
      'sections',
      'warnings',
      'sources',
      'crisisNotice',
      'attribution',
      'corrections',
      'revision',
    ])
  })

  it('is valid by its schema, full or bare, in either direction', () => {
    expect(faults(read().value)).toEqual([])
    expect(faults(read(richPublication({language: 'ar'})).value)).toEqual([])
    const {updatedAt, lastReviewed, nextReview, reviewer, heroImage, ...bare} = richArticle()
    expect([updatedAt, lastReviewed, nextReview, reviewer, heroImage]).not.toContain(undefined)
    const nothing = Publication.create({
      site: model.site(),
      book: model.noticeBook(),
      article: {...bare, authors: [], keyPoints: [], corrections: []},
      country: 'US',
      translations: [],
    })
    const value = articleJson(nothing)
    expect(value).toMatchObject({
      updatedAt: null,
      lastReviewed: null,
      nextReview: null,
      reviewer: null,
      authors: [],
      corrections: [],
    })
    expect(faults(value)).toEqual([])
  })

  it('tells its data', () => {
    const {value} = read()
    expect(value).toMatchObject({
      url: 'https://health.example/low-mood/',
      topics: ['depression', 'substance-use'],
      authors: [
        {kind: 'organization', name: 'Editorial team', role: null, credentials: null, url: null},
      ],
      reviewer: {name: 'Review board', role: 'Medical review'},
      updatedAt: '2026-04-01T09:00:00Z',
      sources: [{number: 1, doi: '10.1000/trial', url: 'https://trial.example/1'}],
      attribution: 'From Lantern Health',
      corrections: [{date: '2026-04-01', note: 'The dose was wrong.'}],
      sections: [{heading: 'All of it', anchor: 'all-of-it'}],
      warnings: [{title: 'Do not stop at once', severity: 'danger'}],
      crisisNotice: {
        heading: 'Need help now?',
        emergency: {display: '911', dial: '911'},
        helplines: [
          {
            name: 'SAMHSA National Helpline',
            country: 'US',
            languages: ['en', 'es'],
            phone: {display: '1-800-662-4357', dial: '+18006624357'},
            sms: {number: '988', keyword: null},
            chatUrl: 'https://988lifeline.org/chat',
            hours: {always: true},
          },
          {name: '988 Suicide & Crisis Lifeline'},
        ],
      },
    })
  })

  it('begins its text with the notice, lines and all, and its html too', () => {
    const {notice} = richPublication()
    const {value} = read()
    const lines = noticeText(notice)
    expect(value['text']).toMatch(/^Need help now\?\n/)
    expect(String(value['text']).startsWith(`${lines}\n\n# When low mood will not lift\n\n`)).toBe(
      true,
    )
    expect(value['crisisNotice']).toMatchObject({text: lines})
    expect(String(value['html'])).toMatch(/^<article lang="en" dir="ltr">\n<aside role="note"/)
  })

  it('is nothing for a retracted article or a digest', () => {
    const retraction = {date: '2026-05-01', reason: 'Wrong dose'}
    expect(partnerPublisher.article(model.publication({retraction}))).toEqual([])
    expect(partnerPublisher.digest(model.digestPublication())).toEqual([])
    expect(partnerPublisher.channel).toBe('partner')
  })

  it.each([
    '</script><script>alert(1)</script>',
    '<!--',
    '\u202e\u2066',
    'a\r\nb',
    '😴 👩‍👧',
    '\u2028 \u0007 "\\',
  ])('carries a hostile title (%j) as text', (title) => {
    const {value} = read(richPublication({title}))
    expect(value['title']).toBe(title)
    expect(String(value['html'])).not.toMatch(/<(?:script|!--)/)
    expect(faults(value)).toEqual([])
  })
})

const valid = () => JSON.parse(JSON.stringify(articleJson(richPublication())))

describe('the schema', () => {
  it('refuses an article without any one of its fields', () => {
    for (const field of Object.keys(valid())) {
      const article = valid()
      delete article[field]
      expect([field, faults(article).length > 0]).toEqual([field, true])
    }
  })

  it.each<readonly [string, (article: ReturnType<typeof valid>) => void]>([
    ['a field it does not know', (article) => (article.extra = 1)],
    ['a notice without helplines', (article) => (article.crisisNotice.helplines = [])],
    ['a notice without text', (article) => (article.crisisNotice.text = '')],
    ['a notice without html', (article) => delete article.crisisNotice.html],
    ['a number that is none', (article) => (article.crisisNotice.emergency.dial = 'nine')],
    ['a phone left out', (article) => delete article.crisisNotice.helplines[0].phone],
    ['hours that are neither', (article) => (article.crisisNotice.helplines[0].hours = {})],
    [
      'hours that are not always',
      (article) => (article.crisisNotice.helplines[0].hours.always = false),
    ],
    ['an empty text', (article) => (article.text = '')],
    ['a topic it does not know', (article) => article.topics.push('cats')],
    ['no topic', (article) => (article.topics = [])],
    ['an address that is not https', (article) => (article.url = 'http://health.example/')],
    ['a date that is none', (article) => (article.lastReviewed = '2026-02-31')],
    ['a time without a zone', (article) => (article.publishedAt = '2026-03-01T09:00:00')],
    ['no section', (article) => (article.sections = [])],
    ['a severity it does not know', (article) => (article.warnings[0].severity = 'mild')],
    ['a source numbered nought', (article) => (article.sources[0].number = 0)],
    ['a doi with its resolver', (article) => (article.sources[0].doi = 'https://doi.org/10.1/x')],
  ])('refuses %s', (_name, spoil) => {
    const article = valid()
    expect(faults(article)).toEqual([])
    spoil(article)
    expect(faults(article)).not.toEqual([])
  })
})
