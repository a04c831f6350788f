import {describe, expect, it} from 'vitest'
import {
  DigestPublication,
  Publication,
  repeatsNotice,
  SitePublication,
} from '../../crisis-notice/policy.ts'
import {NoticeMissingError} from '../../errors.ts'
import {
  article,
  digestPublication,
  noticeBook,
  publication,
  site,
  sitePublication,
  summaryOf,
} from '../support/model.ts'

describe('a publication cannot be without a notice', () => {
  it('holds the notice of the country in the language of the article', () => {
    const made = publication({topics: ['substance-use']})
    expect(made.notice.id).toBe('crisisNotice-US-en')
    expect(made.notice.helplines[0].id).toBe('helpline-us-samhsa')
    expect(made.audience).toEqual({country: 'US', language: 'en'})
    expect(Object.isFrozen(made)).toBe(true)
    expect(publication({}, 'GB').notice.id).toBe('crisisNotice-GB-en')
  })

  it('is refused where there is none', () => {
    expect(() => publication({}, 'FR')).toThrow(NoticeMissingError)
    expect(() => publication({language: 'es'})).toThrow(NoticeMissingError)
    expect(() => digestPublication({language: 'es'})).toThrow(NoticeMissingError)
    expect(() => sitePublication('FR')).toThrow(NoticeMissingError)
  })

  it('a digest orders its notice by the topics of its articles, each topic once', () => {
    const book = noticeBook()
    const articles = [
      summaryOf(article({id: 'a', topics: ['sleep', 'substance-use']})),
      summaryOf(article({id: 'b', topics: ['substance-use']})),
    ]
    const {digest} = digestPublication()
    const made = DigestPublication.create({site: site(), book, digest, articles, country: 'US'})
    expect(made.topics).toEqual(['sleep', 'substance-use'])
    expect(made.notice.helplines[0].id).toBe('helpline-us-samhsa')
    expect(made.articles).toBe(articles)
    expect(made.digest).toBe(digest)
    expect(Object.isFrozen(made)).toBe(true)
  })

  it('the site carries the notice of its default language', () => {
    const made = sitePublication()
    expect(made.notice.id).toBe('crisisNotice-US-en')
    expect(made.audience).toEqual({country: 'US', language: 'en'})
    expect(made.entries).toHaveLength(1)
    expect(made.latest).toHaveLength(1)
    expect(made.helplines).toHaveLength(3)
    expect(made.tombstones).toEqual([])
    expect(made.site.name).toBe('Lantern Health')
    expect(Object.isFrozen(made)).toBe(true)
  })

  it('keeps site, article and translations as given', () => {
    const whole = article()
    const translations = [{id: 't', slug: 's', language: 'es', title: 'T', summary: 'S'}]
    const made = Publication.create({
      site: site(),
      book: noticeBook(),
      article: whole,
      country: 'US',
      translations,
    })
    expect(made.article).toBe(whole)
    expect(made.translations).toBe(translations)
    expect(made.site.url).toBe('https://health.example')
  })

  it('no other code can make one', () => {
    for (const kind of [Publication, DigestPublication, SitePublication]) {
      // @ts-expect-error the constructors are private: this line must not type-check
      expect(() => new kind()).toThrow(TypeError)
    }
  })
})

describe('crisis topics', () => {
  it('repeat the notice at the end of the page', () => {
    const crisis = [
      'suicide',
      'self-harm',
      'depression',
      'substance-use',
      'overdose',
      'eating-disorder',
      'domestic-violence',
      'sexual-violence',
      'child-abuse',
      'psychosis',
    ]
    for (const topic of crisis) expect(repeatsNotice(['sleep', topic]), topic).toBe(true)
  })

  it('others do not', () => {
    const calm = ['anxiety', 'grief', 'loneliness', 'sleep', 'caregiving', 'general']
    for (const topic of calm) expect(repeatsNotice([topic]), topic).toBe(false)
    expect(repeatsNotice([])).toBe(false)
  })
})
