import {describe, expect, it} from 'vitest'
import type {Article} from '../../../content/model.ts'
import {noticeLines} from '../../../crisis-notice/lines.ts'
import {Publication} from '../../../crisis-notice/policy.ts'
import {webPublisher} from '../../../publishers/web/web-publisher.ts'
import * as make from '../../support/model.ts'
import {book, HOSTILE, publications, richArticle} from '../publications.ts'
import {order, page, type Page, textOf} from './dom.ts'

const htmlOf = (publication: Publication): string => {
  const [output] = webPublisher.article(publication)
  if (output === undefined) throw new RangeError('no page')
  return output.text
}

const publish = (over: Partial<Article> = {}, country = 'US'): Page =>
  page(htmlOf(make.publication(over, country)))

const named = (name: string): Publication => {
  const publication = publications[name]
  if (publication === undefined) throw new RangeError(name)
  return publication
}

const rich = (): Page => page(htmlOf(named('an article with everything')))

describe('the order of a page', () => {
  it('title, notice, summary, byline, hero, key points, contents, text, notice, references', () => {
    const places = order(
      rich(),
      'h1',
      'aside.notice',
      '.summary',
      '.byline',
      '.hero',
      '.key-points',
      'nav.contents',
      '.text',
      '.columns + aside.notice',
      '.corrections',
      '[role=doc-endnotes]',
      '.related',
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(places).size).toBe(places.length)
  })

  it('shows the notice once where there is no crisis', () => {
    expect(publish({topics: ['sleep']}).all('aside.notice')).toHaveLength(1)
    expect(publish({topics: ['depression']}).all('aside.notice')).toHaveLength(2)
  })

  it('opening, then warnings, then sections', () => {
    const found = page(
      htmlOf(make.publication({warnings: [make.warning()], opening: [make.block('First.')]})),
    )
    const places = order(found, '.text > p', '.warning', '.text > section')
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('has one h1, and no heading skips a level', () => {
    const levels = rich()
      .all('h1, h2, h3, h4')
      .map(({name}) => Number(name.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.slice(1).forEach((level, index) => {
      expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1)
    })
  })
})

describe('the notice', () => {
  it('reads as its lines and is labelled by its heading', () => {
    const publication = make.publication()
    const found = page(htmlOf(publication))
    const [first, last] = found.all('aside.notice')
    if (first === undefined || last === undefined) throw new RangeError('no notice')
    const words = noticeLines(publication.notice).map(({runs}) =>
      runs.map(({text}) => text).join(''),
    )
    const shown = textOf(first).trim().split(/\n+/)
    expect(shown).toEqual(words)
    expect(textOf(last)).toBe(textOf(first))
    for (const notice of [first, last]) {
      const heading = found.one(`#${notice.attribs['aria-labelledby']}`)
      expect(textOf(heading)).toBe(publication.notice.heading)
    }
  })

  it('keeps its own language when a fallback stands in', () => {
    const site = make.site({noticeFallbackLanguages: ['en']})
    const fallback = make.noticeBook({site})
    const article = make.article({language: 'fr'})
    const found = page(
      htmlOf(Publication.create({site, book: fallback, article, country: 'US', translations: []})),
    )
    expect(found.one('html').attribs['lang']).toBe('fr')
    expect(found.one('aside.notice').attribs).toMatchObject({lang: 'en', dir: 'ltr'})
  })
})

describe('language', () => {
  it('is said on the page, with its direction', () => {
    const html = page(htmlOf(named('an article from right to left'))).one('html')
    expect(html.attribs).toMatchObject({lang: 'ar', dir: 'rtl'})
    expect(publish().one('html').attribs).toMatchObject({lang: 'en', dir: 'ltr'})
  })

  it('isolates the name of a line that begins with a number', () => {
    const name = page(htmlOf(named('an article from right to left'))).one('.notice-name bdi')
    expect(textOf(name)).toBe('\u2068988 Suicide & Crisis Lifeline\u2069')
  })

  it('refuses a language without words, with the mend', () => {
    const site = make.site({noticeFallbackLanguages: ['en']})
    const article = make.article({language: 'nl'})
    const publication = Publication.create({
      site,
      book: make.noticeBook({site}),
      article,
      country: 'US',
      translations: [],
    })
    expect(() => webPublisher.article(publication)).toThrow(/article-low-mood language.*Set one of/)
  })

  it('translations are linked from the page and from its head', () => {
    const found = page(htmlOf(named('a plain crisis article')))
    expect(found.one('.translations a').attribs).toMatchObject({
      href: '../es/low-mood/index.html',
      hreflang: 'es',
      lang: 'es',
    })
    const alternates = found
      .all('link[hreflang]')
      .map(({attribs}) => [attribs['hreflang'], attribs['href']])
    expect(alternates).toEqual([
      ['en', 'https://health.example/low-mood/'],
      ['es', 'https://health.example/es/low-mood/'],
      ['x-default', 'https://health.example/low-mood/'],
    ])
    expect(publish().all('link[hreflang]')).toEqual([])
  })
})

describe('the skip link, contents and sections', () => {
  it('every link within the page leads somewhere', () => {
    for (const publication of Object.values(publications)) {
      const found = page(htmlOf(publication))
      const links = found.all('a[href^="#"]')
      expect(links.length).toBeGreaterThan(0)
      for (const {attribs} of links) {
        expect(found.all(`[id="${attribs['href']?.slice(1)}"]`), attribs['href']).toHaveLength(1)
      }
    }
  })

  it('no id stands twice, even when a section is called like a part of the page', () => {
    const anchors = ['references', 'contents', 'text', 'notice-top', 'related', 'cite-1']
    const sections = anchors.map((anchor) =>
      make.section(anchor, [make.block('x')], {anchor, id: `section-${anchor}`}),
    )
    const html = htmlOf(
      Publication.create({
        site: make.site(),
        book,
        article: richArticle({sections}),
        country: 'US',
        translations: [],
      }),
    )
    const ids = page(html)
      .all('[id]')
      .map(({attribs}) => attribs['id'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(anchors))
  })

  it('each section is labelled by its heading', () => {
    const found = publish()
    for (const section of found.all('.text section')) {
      expect(found.all(`#${section.attribs['aria-labelledby']}`)).toHaveLength(1)
    }
    expect(found.all('.text section')).toHaveLength(2)
  })
})

describe('citations', () => {
  const places = (found: Page): readonly string[] => found.all('sup.cite').map(textOf)

  it('stand after the full stop and before the semicolon', () => {
    const paragraph = textOf(rich().one('.text p'))
    expect(paragraph).toContain('x2.1-3 Read')
    expect(paragraph).toContain('sleep4; and')
    expect(places(rich())).toEqual(['1-3', '4', '3'])
  })

  it('lead to their references, and back to every place', () => {
    const found = rich()
    for (const link of found.all('a[role=doc-noteref]')) {
      expect(found.one(`[id="${link.attribs['href']?.slice(1)}"]`).name).toBe('li')
    }
    const back = found
      .all('[role=doc-endnotes] li')
      .map(({attribs}) =>
        found
          .all(`[id="${attribs['id']}"] a[role=doc-backlink]`)
          .map((link) => link.attribs['href']),
      )
    expect(back).toEqual([['#_cite-1'], ['#_cite-1'], ['#_cite-1', '#_cite-3'], ['#_cite-2']])
    const names = found.all('a[role=doc-backlink]').map(({attribs}) => attribs['aria-label'])
    expect(names).toContain('Back to citation 3 in the text')
  })

  it('make no list where nothing is cited', () => {
    expect(publish().all('[role=doc-endnotes]')).toEqual([])
  })
})

describe('blocks', () => {
  it('links of every kind stay live', () => {
    const hrefs = rich()
      .all('.text p a:not([role]):not(.helpline a)')
      .map(({attribs}) => attribs['href'])
    expect(hrefs).toEqual([
      'https://other.example/?a=1&b=2',
      'mailto:help@health.example',
      'tel:+18006624357',
      'sms:988?body=HELLO',
      '../sleep/index.html#naps',
    ])
  })

  it('lists nest', () => {
    expect(rich().all('.text ul > li > ol > li > ul > li')).toHaveLength(1)
  })

  it('tables have heads that say so, and scroll in a labelled frame', () => {
    const found = rich()
    expect(found.all('th[scope=col]').map(textOf)).toEqual(['Age', 'Dose'])
    expect(found.one('caption').children).not.toEqual([])
    expect(found.one('.table').attribs).toMatchObject({
      role: 'region',
      tabindex: '0',
      'aria-label': 'Doses',
    })
    expect(found.all('td').map(textOf)).toContain('< 12')
  })

  it('figures have their size, description and caption', () => {
    expect(rich().one('.text figure img').attribs).toMatchObject({
      src: '../assets/0a1b.png',
      alt: 'A path through a wood',
      width: '640',
      height: '360',
    })
    expect(textOf(rich().one('.text figcaption'))).toBe('The path & the wood')
  })

  it('a call-out says its severity in words', () => {
    const found = rich()
    const labels = found
      .all('.warning')
      .map(({attribs}) => [attribs['role'], attribs['aria-label']])
    expect(labels).toEqual([
      ['note', 'Take care: Not with alcohol'],
      ['note', 'Danger: Do not stop at once'],
    ])
    expect(found.all('.warning-title').map(textOf)).toEqual(labels.map(([, label]) => label))
  })

  it('a helpline in the text is live', () => {
    const hrefs = rich()
      .all('p.helpline a')
      .map(({attribs}) => attribs['href'])
    expect(hrefs).toEqual(['tel:988', 'sms:988', 'https://988lifeline.org/chat'])
  })

  it('empty paragraphs leave no gap', () => {
    const empty = publish({opening: [make.block('')]})
    expect(empty.all('.text > p')).toEqual([])
  })
})

describe('dates and changes', () => {
  it('are there for people and machines', () => {
    const times = rich()
      .all('.byline time')
      .map((time) => [time.attribs['datetime'], textOf(time)])
    expect(times).toEqual([
      ['2026-03-01T09:00:00Z', 'March 1, 2026'],
      ['2026-04-01T09:00:00Z', 'April 1, 2026'],
      ['2026-03-01', 'March 1, 2026'],
      ['2027-03-01', 'March 1, 2027'],
    ])
    expect(textOf(rich().one('.byline'))).toContain('Reviewed by Ada Example, MD')
  })

  it('corrections are told', () => {
    expect(textOf(rich().one('.corrections'))).toContain('April 1, 2026: The dose was wrong.')
    expect(publish().all('.corrections')).toEqual([])
  })
})

describe('a retracted article', () => {
  const found = (): Page => page(htmlOf(named('a retracted article')))

  it('says so, and why, with the notice and without its text', () => {
    expect(textOf(found().one('h1'))).toContain('Retracted: ')
    expect(textOf(found().one('main'))).toContain('The trial was made up.')
    expect(found().all('aside.notice')).toHaveLength(1)
    expect(textOf(found().one('main'))).not.toContain('Low mood can last')
    expect(textOf(publish().one('main'))).toContain('Low mood can last')
  })

  it('asks search engines to forget it', () => {
    expect(found().one('meta[name=robots]').attribs['content']).toBe('noindex')
    expect(publish().all('meta[name=robots]')).toEqual([])
    expect(found().all('script')).toEqual([])
  })
})

describe('hostile text', () => {
  it('is shown as it was written, and nothing of it is markup', () => {
    const found = page(htmlOf(named('an article of hostile text')))
    expect(textOf(found.one('h1'))).toBe(HOSTILE)
    expect(textOf(found.one('.summary'))).toBe(HOSTILE)
    expect(textOf(found.one('title'))).toContain(HOSTILE)
    expect(found.one('meta[name=description]').attribs['content']).toBe(HOSTILE)
    expect(found.all('script:not([type="application/ld+json"])')).toEqual([])
    expect(found.all('script')).toHaveLength(1)
  })
})
