import {describe, expect, it} from 'vitest'
import {noticeText} from '../../crisis-notice/lines.ts'
import {noticeHtml} from '../../publishers/html/notice.ts'
import {book, foreignNotice, real, type Real, refusalOf} from './example.ts'

/** A feed item as data, for the drill to spoil. */
interface Item {
  url: string
  summary: string | undefined
  content: string | undefined
}

const one = (format: 'atom' | 'jsonFeed' | 'sitemap'): Real => {
  const [each] = real(format)
  if (each === undefined) throw new Error(`There is no ${format}`)
  return each
}

const ASIDE = /<aside [\s\S]*?<\/aside>/

const noticeOf = (each: Real, url: string) => {
  const known = each.expectation.items?.get(url)
  if (known === undefined) throw new Error(`${url} is no article`)
  return {notice: book.notice(known.audience, known.topics), known}
}

/** Each changes one item. */
const SABOTAGES: Readonly<Record<string, (item: Item, each: Real) => void>> = {
  'without a summary': (item) => (item.summary = undefined),
  'without content': (item) => (item.content = undefined),
  'in the content only': (item, each) =>
    (item.summary = item.summary?.replace(noticeText(noticeOf(each, item.url).notice), '')),
  'in the summary only': (item) => (item.content = item.content?.replace(ASIDE, '')),
  'at the end of the summary': (item, each) => {
    const text = noticeText(noticeOf(each, item.url).notice)
    item.summary = `${item.summary?.replace(text, '')} ${text}`
  },
  'at the end of the content': (item) => {
    const [aside = ''] = ASIDE.exec(item.content ?? '') ?? []
    item.content = `${item.content?.replace(ASIDE, '')}${aside}`
  },
  'one character of the summary': (item) => (item.summary = item.summary?.replace(/\d/, '#')),
  'a digit that runs on': (item, each) => {
    const text = noticeText(noticeOf(each, item.url).notice)
    item.summary = item.summary?.replace(text, `${text}1`)
  },
  'one digit of an address': (item) => (item.content = item.content?.replace(/tel:\d/, 'tel:#')),
  'one digit of the words': (item) =>
    (item.content = item.content?.replace(/(?<=<a href="tel:[^>]*>\D*)\d/, '#')),
  'hidden in the content': (item) =>
    (item.content = item.content?.replace('<aside', '<aside hidden')),
  'styled in the content': (item) =>
    (item.content = item.content?.replace('<aside', '<aside style="opacity:0"')),
  "another country's": (item, each) => {
    const {notice, known} = noticeOf(each, item.url)
    const other = foreignNotice({...each, expectation: known})
    item.summary = item.summary?.replace(noticeText(notice), noticeText(other))
    item.content = item.content?.replace(ASIDE, noticeHtml(other))
  },
  "another country's in the summary": (item, each) => {
    const {notice, known} = noticeOf(each, item.url)
    const other = foreignNotice({...each, expectation: known})
    item.summary = item.summary?.replace(noticeText(notice), noticeText(other))
  },
  'of an article that nobody has': (item) => (item.url = 'https://health.example/nobody/'),
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const jsonItems = (text: string): {readonly feed: Fields; readonly items: Fields[]} => {
  const feed: unknown = JSON.parse(text)
  if (!isFields(feed) || !Array.isArray(feed['items'])) throw new Error('Not a feed')
  return {feed, items: feed['items'].filter(isFields)}
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

describe('the drill: feed.json', () => {
  const each = one('jsonFeed')
  const count = jsonItems(each.output.text).items.length

  it('passes', async () => {
    expect(count).toBeGreaterThan(10)
    expect(await refusalOf(each, each.output.text)).toBe('')
  })

  for (const [name, spoil] of Object.entries(SABOTAGES)) {
    it(`refuses: an item ${name}`, async () => {
      for (const index of [0, 7, count - 1]) {
        const {feed, items} = jsonItems(each.output.text)
        const fields = items[index] ?? {}
        const item: Item = {
          url: stringOf(fields['id']),
          summary: stringOf(fields['summary']),
          content: stringOf(fields['content_html']),
        }
        spoil(item, each)
        Object.assign(fields, {id: item.url, summary: item.summary, content_html: item.content})
        const spoilt = JSON.stringify(feed)
        expect(spoilt).not.toBe(JSON.stringify(jsonItems(each.output.text).feed))
        expect(await refusalOf(each, spoilt), `item ${index}`).not.toBe('')
      }
    })
  }

  it('refuses: other content beside the HTML, and what is no feed', async () => {
    const {feed, items} = jsonItems(each.output.text)
    Object.assign(items[0] ?? {}, {content_text: 'No notice here.'})
    expect(await refusalOf(each, JSON.stringify(feed))).toContain('in the content of')
    for (const [field, reason] of Object.entries({summary: 'summary', content_html: 'content'})) {
      const {feed: spoilt, items: own} = jsonItems(each.output.text)
      Object.assign(own[0] ?? {}, {[field]: ['No text']})
      expect(await refusalOf(each, JSON.stringify(spoilt))).toContain(`in the ${reason} of`)
    }
    for (const text of ['', '[]', '{}', '{"items":{}}', 'null']) {
      expect(await refusalOf(each, text)).toContain('it is not a JSON Feed')
    }
    for (const text of ['{"items":[null]}', '{"items":["x"]}', '{"items":[{"id":1}]}']) {
      expect(await refusalOf(each, text)).toContain('is of no article of the dataset')
    }
  })
})

const ENTRY = /<entry [\s\S]*?<\/entry>/g
const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Replaces an element of an entry; leaves it out for undefined. */
const put = (entry: string, name: string, text: string | undefined): string =>
  entry.replace(new RegExp(`(<${name}[^>]*>)[\\s\\S]*?(</${name}>)`), (_whole, open, close) =>
    text === undefined ? '' : `${open}${escape(text)}${close}`,
  )
const inside = (entry: string, name: string): string =>
  unescape(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(entry)?.[1] ?? '')

describe('the drill: feed.xml', () => {
  const each = one('atom')
  const entries = each.output.text.match(ENTRY) ?? []
  const [first = ''] = entries

  it('passes, as it is and written anew', async () => {
    expect(entries.length).toBeGreaterThan(10)
    expect(await refusalOf(each, each.output.text)).toBe('')
    const anew = each.output.text.replaceAll(ENTRY, (entry) =>
      put(entry, 'summary', inside(entry, 'summary')),
    )
    expect(await refusalOf(each, anew)).toBe('')
  })

  for (const [name, spoil] of Object.entries(SABOTAGES)) {
    it(`refuses: an entry ${name}`, async () => {
      for (const index of [0, 7, entries.length - 1]) {
        const entry = entries[index] ?? ''
        const item: Item = {
          url: inside(entry, 'id'),
          summary: inside(entry, 'summary'),
          content: inside(entry, 'content'),
        }
        spoil(item, each)
        const changed = put(
          put(put(entry, 'id', item.url), 'summary', item.summary),
          'content',
          item.content,
        )
        expect(changed).not.toBe(entry)
        const spoilt = each.output.text.replace(entry, () => changed)
        expect(await refusalOf(each, spoilt), `entry ${index}`).not.toBe('')
      }
    })
  }

  const entry = (change: (entry: string) => string): string =>
    each.output.text.replace(first, () => change(first))

  const [deleted = ''] = /<at:deleted-entry [^>]*>/.exec(each.output.text) ?? []
  const gone = (change: (text: string) => string): string =>
    each.output.text.replace(deleted, () => change(deleted))

  const SHAPES: Readonly<Record<string, readonly [xml: string, reason: string]>> = {
    'a summary of another namespace': [
      entry((text) =>
        text
          .replace('<summary', '<x:summary xmlns:x="https://other.example/"')
          .replace('</summary>', '</x:summary>'),
      ),
      'it is not in the summary',
    ],
    'two summaries': [
      entry((text) => text.replace('</entry>', '<summary>Hello</summary></entry>')),
      'it is not in the summary',
    ],
    'two contents': [
      entry((text) => text.replace('</entry>', '<content type="html">Hello</content></entry>')),
      'in the content of',
    ],
    'a summary that is HTML': [
      entry((text) => text.replace('<summary type="text"', '<summary type="html"')),
      'it is not in the summary',
    ],
    'content that is text': [
      entry((text) => text.replace('<content type="html"', '<content type="text"')),
      'in the content of',
    ],
    'content from elsewhere': [
      entry((text) =>
        text.replace(/<content[\s\S]*<\/content>/, '<content src="https://x.example/"/>'),
      ),
      'in the content of',
    ],
    'two ids': [
      entry((text) => text.replace('</entry>', '<id>https://x.example/</id></entry>')),
      'is of no article',
    ],
    'a summary inside a source': [
      entry((text) => text.replace(/(<summary[\s\S]*<\/summary>)/, '<source>$1</source>')),
      'it is not in the summary of https://',
    ],
    'no summary': [
      entry((text) => text.replace(/<summary[\s\S]*<\/summary>/, '')),
      'it is not in the summary of https://',
    ],
    'an empty entry': [entry(() => '<entry/>'), 'is of no article'],
    'an entry inside an entry': [
      entry((text) => text.replace('</entry>', '<entry><id>x</id></entry></entry>')),
      'is of no article',
    ],
    'a doctype': [
      each.output.text.replace('<feed', '<!DOCTYPE feed><feed'),
      'it is not well-formed: Error: a doctype is not allowed',
    ],
    'an open element': [each.output.text.replace('</feed>', ''), 'not well-formed'],
    'an unknown entity': [each.output.text.replace('<summary', '&x;<summary'), 'not well-formed'],
    'another root': [
      each.output.text.replace('<feed', '<food').replace('</feed>', '</food>'),
      'it is not an Atom feed',
    ],
    'another namespace': [
      each.output.text.replace('http://www.w3.org/2005/Atom', 'https://x.example/'),
      'it is not an Atom feed',
    ],
    'the end of an article that is there': [
      gone((text) => text.replace(/ref="[^"]*"/, `ref="${inside(first, 'id')}"`)),
      'which is an article of the dataset',
    ],
    'the end of an article that is in the dataset, and no entry any more': [
      entry(() => `<at:deleted-entry ref="${inside(first, 'id')}" when="2026-05-18T00:00:00Z"/>`),
      'which is an article of the dataset',
    ],
    "the end of somebody else's article": [
      gone((text) => text.replace('https://health.example/', 'https://health.example.org/')),
      'which is not on https://health.example',
    ],
    'the end of nothing': [gone((text) => text.replace(/ref="[^"]*"/, '')), 'it takes down ,'],
    'an end without a time': [gone((text) => text.replace(/when="[^"]*"/, '')), 'since when'],
    'an end on a day, not at a time': [
      gone((text) => text.replace(/T00:00:00Z/, '')),
      'since when',
    ],
    'an end on no day': [gone((text) => text.replace(/-05-/, '-15-')), 'since when'],
    'an end with a comment': [
      gone((text) => text.replace('/>', '><at:comment>Hello</at:comment></at:deleted-entry>')),
      'there are words in the end of',
    ],
    'an end with words': [
      gone((text) => text.replace('/>', '>Hello</at:deleted-entry>')),
      'there are words in the end of',
    ],
    'an end inside an entry': [
      entry((text) =>
        text.replace('</entry>', '<at:deleted-entry ref="https://x.example/"/></entry>'),
      ),
      'it takes down https://x.example/',
    ],
    nothing: ['', 'not well-formed'],
  }

  it('has the end of the retracted article', () => {
    expect(deleted).toMatch(/ref="https:\/\/health\.example\/light-therapy\/" when="2026-05-18T/)
  })

  for (const [name, [xml, reason]] of Object.entries(SHAPES)) {
    it(`refuses: ${name}`, async () => {
      expect(xml).not.toBe(each.output.text)
      expect(await refusalOf(each, xml)).toContain(reason)
    })
  }

  it('refuses every item when nobody says what must be in it', async () => {
    for (const format of ['atom', 'jsonFeed'] as const) {
      const {output, expectation} = one(format)
      const {audience, topics} = expectation
      const refusal = await refusalOf({output, expectation: {audience, topics}}, output.text)
      expect(refusal).toContain('is of no article of the dataset')
    }
  })

  it('passes: the same text as character data', async () => {
    const cdata = entry((text) =>
      text.replace(
        /(<summary[^>]*>)[\s\S]*?(<\/summary>)/,
        (_whole, open, close) => `${open}<![CDATA[${inside(text, 'summary')}]]>${close}`,
      ),
    )
    expect(cdata).not.toBe(each.output.text)
    expect(await refusalOf(each, cdata)).toBe('')
  })
})

describe('the drill: sitemap.xml', () => {
  it('names addresses of the site alone', async () => {
    const each = one('sitemap')
    const {text} = each.output
    expect(await refusalOf(each, text)).toBe('')
    const foreign = text.replace('<loc>https://health.example/', '<loc>https://health.example.org/')
    expect(await refusalOf(each, foreign)).toContain('https://health.example.org/')
    const [, origin = ''] = /<loc>(https:\/\/[^/]+)/.exec(text) ?? []
    expect(await refusalOf(each, text.replaceAll(origin, `${origin}.evil`))).toContain('is not on')
    const [address = ''] = /(?<=<loc>)[^<]+/.exec(text) ?? []
    expect(await refusalOf(each, text.replace(address, ` ${address}`))).toContain(address)
    expect(await refusalOf(each, '<urlset/>')).toContain('it is not a sitemap')
    const index = (at: string) =>
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${at}</loc></sitemap></sitemapindex>`
    expect(await refusalOf(each, index(`${origin}/sitemap-1.xml`))).toBe('')
    expect(await refusalOf(each, index('https://evil.example/sitemap-1.xml'))).toContain(
      'is not on',
    )
    expect(await refusalOf(each, '<urlset')).toContain('not well-formed')
    expect(await refusalOf(each, text.replace(`<loc>${address}</loc>`, '<loc/>'))).toContain(
      'is not on',
    )
    const two = foreign.replaceAll(
      '</urlset>',
      '<url><loc>https://evil.example/</loc></url></urlset>',
    )
    expect(await refusalOf(each, two)).toContain('https://health.example.org/')
    expect(await refusalOf(each, two.replace('</urlset>', ''))).toContain('not well-formed')
  })
})
