/** A list that is left standing says what one that is made anew would say. */
import {describe, expect, it} from 'vitest'
import type {ArticleSummary, Site} from '../../content/model.ts'
import {type Entry, SitePublication} from '../../crisis-notice/policy.ts'
import {listInputsOf} from '../../publish-inputs.ts'
import {partnerPublisher} from '../../publishers/partner/partner-publisher.ts'
import type {ListFile} from '../../publishers/publisher.ts'
import {webPublisher} from '../../publishers/web/web-publisher.ts'
import * as make from '../support/model.ts'
import {book} from './publications.ts'

const COUNT = 2100
const PATHS = [
  'web/index.html',
  'web/older/1/index.html',
  'partner/articles.json',
  'partner/articles.1.json',
]

const numbered = (index: number): ArticleSummary =>
  make.summaryOf(make.article({id: `article-${index}`, slug: `article-${index}`}))

const entryOf = (article: ArticleSummary): Entry => ({
  article,
  notice: book.notice({country: 'US', language: article.language}, article.topics),
})

const ENTRIES = Array.from({length: COUNT}, (_each, index) => entryOf(numbered(COUNT - index)))

const publicationOf = (entries: readonly Entry[], site: Site = make.site(), country = 'US') =>
  SitePublication.create({
    site,
    book,
    country,
    entries,
    latest: [],
    helplines: make.helplines(),
    tombstones: [],
  })

const listed = (publication: SitePublication, stands: (list: ListFile) => boolean) =>
  [webPublisher, partnerPublisher].flatMap((press) => [...press.site(publication, stands)])

/** By path, what each list is made of and what it says. */
const listsOf = (publication: SitePublication) => {
  const words = new Map<string, string>()
  const outputs = listed(publication, (list) => {
    words.set(list.path, listInputsOf(publication, list))
    return false
  })
  const texts = new Map(outputs.map(({path, text}) => [path, text]))
  return [...words].map(([path, word]) => ({path, word, text: texts.get(path)}))
}

const before = listsOf(publicationOf(ENTRIES))

const withEntry = (at: number, over: Partial<ArticleSummary>): readonly Entry[] =>
  ENTRIES.with(at, entryOf({...numbered(COUNT - at), ...over}))

/** On the front, and on the page of older ones. */
const EDITS: Readonly<Record<string, SitePublication>> = {
  'a title': publicationOf(withEntry(3, {title: 'Another title'})),
  'a title of an older one': publicationOf(withEntry(2000, {title: 'Another title'})),
  'the newest': publicationOf(withEntry(0, {title: 'Another title'})),
  'the oldest': publicationOf(withEntry(COUNT - 1, {title: 'Another title'})),
  'a slug': publicationOf(withEntry(3, {slug: 'another'})),
  'a summary': publicationOf(withEntry(2000, {summary: 'Another summary.'})),
  'a topic': publicationOf(withEntry(3, {topics: ['sleep']})),
  'a topic with other helplines first': publicationOf(withEntry(2000, {topics: ['substance-use']})),
  'a language': publicationOf(withEntry(2000, {language: 'ar'})),
  'a revision': publicationOf(withEntry(3, {revision: 'r2'})),
  'a day of review': publicationOf(withEntry(2000, {lastReviewed: '2026-11-01'})),
  'a day of change': publicationOf(withEntry(3, {updatedAt: '2026-11-02T00:00:00Z'})),
  'an SMS summary, which no list has': publicationOf(withEntry(3, {smsSummary: 'Short.'})),
  'the order': publicationOf([...ENTRIES.slice(1, 3), ...ENTRIES.slice(0, 1), ...ENTRIES.slice(3)]),
  'a new article': publicationOf([entryOf(numbered(COUNT + 1)), ...ENTRIES]),
  'so many that there is a page more': publicationOf([
    ...Array.from({length: 900}, (_each, index) => entryOf(numbered(COUNT + 900 - index))),
    ...ENTRIES,
  ]),
  'one that is gone': publicationOf(ENTRIES.toSpliced(2050, 1)),
  'the notice of an older one, in words that the site’s own does not have': publicationOf(
    ENTRIES.map((entry, at) =>
      at === 2000 ? {...entry, notice: {...entry.notice, heading: 'Another heading'}} : entry,
    ),
  ),
  'the site’s name': publicationOf(ENTRIES, {...make.site(), name: 'Lantern'}),
  'the country': publicationOf(ENTRIES, make.site(), 'GB'),
}

describe('the word of what a list is made of', () => {
  it.each(Object.entries(EDITS))('stays only where the list does, after %s', (_what, changed) => {
    const known = new Map(before.map((list) => [list.path, list]))
    for (const {path, word, text} of listsOf(changed)) {
      if (known.get(path)?.word === word) expect(text).toBe(known.get(path)?.text)
      if (known.get(path)?.text !== text) expect(word).not.toBe(known.get(path)?.word)
    }
    expect(listsOf(changed).map(({word}) => word)).not.toEqual(before.map(({word}) => word))
  })

  it('is the same of the same content read another time', () => {
    expect(before.map(({path}) => path).toSorted()).toEqual(PATHS.toSorted())
    expect(listsOf(publicationOf(structuredClone(ENTRIES)))).toEqual(before)
  })

  it('is another on each of the pages that a change touches alone', () => {
    const words = new Map(before.map(({path, word}) => [path, word]))
    const changed = listsOf(publicationOf(withEntry(2000, {title: 'Another title'})))
    const touched = changed.filter(({path, word}) => words.get(path) !== word)
    expect(touched.map(({path}) => path)).toEqual([
      'web/older/1/index.html',
      'partner/articles.1.json',
    ])
  })
})

it('leaves out the lists that stand, and nothing else', () => {
  const publication = publicationOf(ENTRIES)
  const all = listed(publication, () => false).map(({path}) => path)
  const others = listed(publication, () => true).map(({path}) => path)
  expect(all.filter((path) => !others.includes(path))).toEqual(PATHS)
  expect(others).toContain('web/help/index.html')
})
