import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {Publication, SitePublication} from '../../../crisis-notice/policy.ts'
import {NoticeLostError} from '../../../errors.ts'
import type {Output} from '../../../publishers/publisher.ts'
import {absentEmbedOutput, embedOutput} from '../../../publishers/web/embed/embed-page.ts'
import {embedSheet} from '../../../publishers/web/embed/embed-style.ts'
import {HEIGHT_SCRIPT, HEIGHT_SCRIPT_HASH} from '../../../publishers/web/embed/height-script.ts'
import {STYLE, THEMES} from '../../../publishers/web/style.ts'
import {createGate} from '../../../verification/gate.ts'
import * as known from '../../../verification/html/height-script.ts'
import * as make from '../../support/model.ts'
import {book, ORIGIN, publications} from '../publications.ts'
import {order, page, type Page, textOf} from './dom.ts'

const gate = createGate(book, {origin: ORIGIN})

const sha256 = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`

const named = (name: string): Publication => {
  const publication = publications[name]
  if (publication === undefined) throw new RangeError(name)
  return publication
}

const shown = (name: string): Page => page(embedOutput(named(name), 'auto').text)

const pass = (output: Output, {audience, article}: Publication) =>
  gate.pass(output, {audience, topics: article.topics})

describe('an article in a frame', () => {
  for (const [name, publication] of Object.entries(publications)) {
    it(`passes the gate with its notice, and not without: ${name}`, async () => {
      for (const theme of THEMES) {
        const output = embedOutput(publication, theme)
        expect((await pass(output, publication)).output.text).toBe(output.text)
        const text = output.text.replace(/<aside[\s\S]*?<\/aside>/, '')
        expect(text).not.toBe(output.text)
        await expect(pass({...output, text}, publication)).rejects.toBeInstanceOf(NoticeLostError)
      }
    })
  }

  it('has the notice before all of its text, and corrections before the article', () => {
    const places = order(
      shown('an article with everything'),
      'h1',
      'aside.notice',
      '.summary',
      '.corrections',
      '.text',
      '.references',
      'footer',
    )
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('says whose it is, and leads to the original', () => {
    const publication = named('an article with everything')
    const found = shown('an article with everything')
    expect(textOf(found.one('footer'))).toContain(publication.site.partnerAttribution)
    const url = 'https://health.example/rich/'
    expect(found.all('header a, footer a').map(({attribs}) => attribs['href'])).toEqual([
      url,
      url,
      url,
    ])
    expect(found.one('link[rel=canonical]').attribs['href']).toBe(url)
    expect(found.one('meta[name=robots]').attribs['content']).toBe('noindex')
  })

  it('opens other sites outside of the frame, and leaves calls and places on the page in it', () => {
    const links = shown('an article with everything').all('a')
    const isOutside = (href: string): boolean => /^https?:/.test(href)
    const outside = links.filter(({attribs}) => isOutside(attribs['href'] ?? ''))
    const inside = links.filter(({attribs}) => !isOutside(attribs['href'] ?? ''))
    expect(outside.length).toBeGreaterThan(3)
    expect(new Set(outside.map(({attribs}) => attribs['target']))).toEqual(new Set(['_blank']))
    const schemes = inside.map(({attribs}) => (attribs['href'] ?? '').replace(/(?<=^#|:).*/, ''))
    expect(new Set(schemes)).toEqual(new Set(['#', 'tel:', 'sms:', 'mailto:']))
    expect(inside.filter(({attribs}) => 'target' in attribs)).toEqual([])
    expect(outside.map(({attribs}) => attribs['href'])).toContain(
      'https://health.example/sleep/#naps',
    )
  })

  it('runs one script and wears one sheet, each named by its hash', () => {
    for (const theme of THEMES) {
      const {css, hash} = embedSheet(theme)
      expect(hash).toBe(sha256(css))
      const found = page(embedOutput(named('a plain crisis article'), theme).text)
      expect(found.all('script').map(textOf)).toEqual([HEIGHT_SCRIPT])
      expect(found.all('style').map(textOf)).toEqual([css])
      expect(found.all('[style], form, iframe, object, embed, link[rel=stylesheet]')).toEqual([])
      expect(found.one('meta[http-equiv="Content-Security-Policy"]').attribs['content']).toBe(
        `default-src 'none'; img-src 'self'; style-src '${hash}'; script-src '${HEIGHT_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`,
      )
    }
    expect(HEIGHT_SCRIPT_HASH).toBe(sha256(HEIGHT_SCRIPT))
    expect(HEIGHT_SCRIPT_HASH).not.toBe(sha256(`${HEIGHT_SCRIPT} `))
    expect(known.HEIGHT_SCRIPT).toBe(HEIGHT_SCRIPT)
  })

  it('is light or dark when it is told to be, and what the reader asks for otherwise', () => {
    const dark = '@media (prefers-color-scheme:dark)'
    expect(embedSheet('auto').css).toContain(dark)
    expect(embedSheet('auto').css.startsWith(STYLE)).toBe(true)
    const [light, night] = [embedSheet('light').css, embedSheet('dark').css]
    for (const css of [light, night]) expect(css).not.toContain(dark)
    expect(light).toContain(':root{color-scheme:light;--paper:#fbf8f2')
    expect(night).toContain(':root{color-scheme:dark;--paper:#0f191d')
  })

  it('of an article that was retracted says so, with the notice, and nothing of its text', () => {
    const retraction = {date: '2026-05-01', reason: 'The trial was withdrawn.'}
    const publication = Publication.create({
      site: make.site(),
      book,
      article: make.article({retraction}),
      country: 'US',
      translations: [],
    })
    const found = page(embedOutput(publication, 'auto').text)
    expect(textOf(found.one('h1'))).toBe('Retracted: When low mood will not lift')
    expect(found.all('aside.notice')).toHaveLength(1)
    expect(textOf(found.one('.text'))).toContain('The trial was withdrawn.')
    expect(found.all('.references, section')).toEqual([])
  })
})

describe('a frame without an article', () => {
  const publication = SitePublication.create({
    site: make.site(),
    book,
    country: 'US',
    entries: [],
    latest: [],
    helplines: [],
    tombstones: [],
  })

  it('has the notice all the same, and the way to the lines of other countries', async () => {
    const output = absentEmbedOutput(publication, 'dark')
    const expectation = {audience: publication.audience, topics: []}
    await expect(gate.pass(output, expectation)).resolves.toBeDefined()
    const text = output.text.replace(/<aside[\s\S]*?<\/aside>/, '')
    await expect(gate.pass({...output, text}, expectation)).rejects.toBeInstanceOf(NoticeLostError)
    expect(page(output.text).one('.text a').attribs['href']).toBe('https://health.example/help/')
  })
})
