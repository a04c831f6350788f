import {SegmentedMessage} from 'sms-segments-calculator'
import {describe, expect, it} from 'vitest'
import {
  child,
  documents,
  every,
  followed,
  type JsonObject,
  objects,
  ofType,
  string,
  strings,
} from './dataset.ts'

/** Septets or UCS-2 units, counted by a library that the product does not use. */
const sms = (text: string): {readonly gsm: boolean; readonly units: number} => {
  const message = new SegmentedMessage(text, 'auto', false)
  const gsm = message.encodingName === 'GSM-7'
  return {gsm, units: message.messageSize / (gsm ? 7 : 16)}
}

const fits = (text: string, septets: number, units: number): boolean => {
  const {gsm, units: used} = sms(text)
  return used <= (gsm ? septets : units)
}

/** The numbers that a text of one of these lines could give a reader. */
const numbersOf = (line: JsonObject): readonly string[] => {
  const phone = 'phone' in line ? child(line, 'phone') : {}
  const text = 'sms' in line ? child(line, 'sms') : {}
  return [phone['display'], phone['dial'], text['number']].flatMap((number) =>
    number === undefined ? [] : [string(number)],
  )
}

const PUNCTUATION = /[\u2013\u2014]/ // EN DASH, EM DASH: not in GSM-7, and out of place in a text.

describe('the counter of these tests', () => {
  it('tells GSM-7 from UCS-2 and counts both', () => {
    expect(sms('a€')).toEqual({gsm: true, units: 3})
    expect(sms('ánimo')).toEqual({gsm: false, units: 5})
    expect(fits('a'.repeat(56), 55, 40)).toBe(false)
    expect(fits('á'.repeat(41), 55, 40)).toBe(false)
  })
})

describe.each(ofType('crisisNotice'))('$_id', (notice) => {
  const text = string(notice['smsText'])

  it('fits a text message and carries a number of its own lines', () => {
    expect(fits(text, 55, 40), JSON.stringify(sms(text))).toBe(true)
    const numbers = objects(notice['helplines']).map(followed).flatMap(numbersOf)
    expect(numbers.filter((number) => text.includes(number))).not.toEqual([])
    expect(text).not.toMatch(PUNCTUATION)
  })

  it('leads with one sentence of at most 200 characters', () => {
    const lead = string(notice['lead'])
    expect(lead.length).toBeLessThanOrEqual(200)
    expect(lead.match(/[.!?।](?=\s|$)/gu)).toHaveLength(1)
  })
})

describe.each(ofType('article'))('$_id', (article) => {
  it('keeps to the lengths', () => {
    expect(string(article['title']).length).toBeLessThanOrEqual(70)
    expect(string(article['summary']).length).toBeLessThanOrEqual(300)
    expect(strings(article['keyPoints'] ?? []).length).toBeLessThanOrEqual(5)
    const text = article['smsSummary']
    if (text !== undefined) {
      expect(sms(string(text)).gsm, string(text)).toBe(true)
      expect(fits(string(text), 90, 0)).toBe(true)
      expect(string(text)).not.toMatch(PUNCTUATION)
    }
  })

  it('names each section once, and each anchor once', () => {
    const refs = objects(article['sections']).map((ref) => ref['_ref'])
    const anchors = objects(article['sections']).map(
      (ref) => child(followed(ref), 'anchor')['current'],
    )
    expect(refs.length).toBeGreaterThanOrEqual(3)
    expect(new Set(refs).size).toBe(refs.length)
    expect(new Set(anchors).size).toBe(anchors.length)
  })

  it('is reviewed again after it was reviewed', () => {
    const reviewedTooSoon =
      'nextReview' in article && string(article['nextReview']) <= string(article['lastReviewed'])
    expect(reviewedTooSoon).toBe(false)
  })
})

describe('the rest', () => {
  it('gives every slug once in each language', () => {
    const slugs = ofType('article').map(
      (article) => `${string(article['language'])}/${string(child(article, 'slug')['current'])}`,
    )
    expect(new Set(slugs).size).toBe(slugs.length)
  })

  it('keeps warnings short enough to text', () => {
    const texts = ofType('warning').flatMap((warning) =>
      'smsText' in warning ? [string(warning['smsText'])] : [],
    )
    expect(texts.length).toBeGreaterThan(3)
    for (const text of texts) {
      expect(sms(text).gsm && fits(text, 70, 0), text).toBe(true)
      expect(text).not.toMatch(PUNCTUATION)
    }
  })

  it('keeps digests within the mail limits', () => {
    expect(ofType('digest')).toHaveLength(2)
    for (const digest of ofType('digest')) {
      expect(string(digest['subject'])).toMatch(/^.{1,78}$/)
      expect(string(digest['preheader'])).toMatch(/^.{1,100}$/)
      const articles = objects(digest['articles']).map(followed)
      expect(articles.length).toBeGreaterThan(0)
      expect(articles.length).toBeLessThanOrEqual(10)
      for (const article of articles) {
        expect(article['language']).toBe(digest['language'])
        expect(article).not.toHaveProperty('retraction')
      }
    }
  })

  it('has a site that can write letters and texts', () => {
    const [site] = ofType('site')
    if (site === undefined) throw new Error('The example has no site.')
    expect(sms(string(site['smsName'])).gsm && fits(string(site['smsName']), 11, 0)).toBe(true)
    expect(new URL(string(site['url'])).origin).toBe(site['url'])
    expect(child(site, 'mailFrom')['address']).toMatch(/@health\.example$/)
  })

  it('makes every source findable', () => {
    for (const source of ofType('source')) {
      const direct = ['doi', 'pmid', 'url'].some((field) => field in source)
      const inJournal = 'containerTitle' in source && 'year' in source
      const byName =
        'publisher' in source || objects(source['authors']).some((a) => 'organization' in a)
      const found = direct || (source['kind'] === 'journalArticle' ? inJournal : byName)
      expect(found, string(source['_id'])).toBe(true)
      if ('doi' in source) expect(source['doi']).toMatch(/^10\.\d{4,}\/\S+$/)
    }
  })

  it('gives every table rows of one width', () => {
    const tables = documents.flatMap((document) => every(document, 'table'))
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      const widths = objects(table['rows']).map((row) => strings(row['cells']).length)
      expect(new Set(widths).size, string(table['caption'])).toBe(1)
    }
  })
})
