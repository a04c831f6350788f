/** Which article, whose notice, and what becomes of pages that are none. */
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {auditAll} from '../../audit/audit-all.ts'
import {Auditor, type AuditOptions} from '../../audit/auditor.ts'
import {Fetcher} from '../../audit/fetch/fetcher.ts'
import {launchChromium} from '../../audit/render/chromium.ts'
import {createRenderer} from '../../audit/render/renderer.ts'
import type {AuditResult} from '../../audit/result.ts'
import {parseTarget} from '../../audit/targets.ts'
import {auditSource, fragment, notice} from './newsroom.ts'
import {type PartnerSite, partnerSite, type SiteAnswer} from './partner-site.ts'
import {BY_SCRIPT, NOTICE, partnerPage} from './ways.ts'

let site: PartnerSite
let ours: PartnerSite

beforeEach(async () => {
  site = await partnerSite()
  ours = await partnerSite()
})

afterEach(async () => {
  await site.close()
  await ours.close()
})

const fetcher = new Fetcher({contact: 'https://health.example', allowPrivate: true, pause: 0})

const auditor = (over: Partial<AuditOptions> = {}): Auditor =>
  new Auditor(auditSource(ours.origin), {fetcher, ...over})

const audit = (
  answer: string | SiteAnswer,
  {
    path = '/page',
    named = '',
    ...over
  }: Partial<AuditOptions> & {path?: string; named?: string} = {},
): Promise<AuditResult> => {
  const url = site.set(path, answer)
  return auditor(over).audit(parseTarget(named === '' ? url : `${url}=${named}`))
}

const said = ({findings}: AuditResult): string => findings.map(({message}) => message).join('\n')

/** A page that says nothing of where it comes from. */
const bare = (inside: string, lang = 'en', head = ''): string =>
  `<!doctype html><html lang="${lang}"><head><title>Northside</title>${head}</head><body><h2>Our pages</h2>${inside}</body></html>`

describe('which article it is', () => {
  const own = (slug: string): string => `https://health.example/${slug}/`

  it.each([
    ['as it was said', bare(NOTICE), 'ketamine', 'ketamine'],
    [
      'by its canonical link',
      bare(NOTICE, 'en', `<link rel="canonical" href="${own('ketamine')}">`),
      '',
      'ketamine',
    ],
    [
      'by one link to us',
      bare(`${NOTICE}<a href="http://www.health.example/ketamine">Source</a>`),
      '',
      'ketamine',
    ],
    ['by its heading', bare(fragment('sleep')), '', 'sleep'],
    ['in its own language', bare(fragment('sleep')), 'es/sleep', 'sleep'],
    [
      'of several links none',
      bare(`${NOTICE}<a href="${own('ketamine')}">1</a><a href="${own('sleep')}">2</a>`),
      '',
      undefined,
    ],
    ['of none none', bare(NOTICE), '', undefined],
  ])('%s', async (_how, html, named, slug) => {
    const result = await audit(html, {named})
    expect(result.article?.slug).toBe(slug)
    expect(result.article?.language).toBe(
      slug === undefined ? undefined : named.startsWith('es') ? 'es' : 'en',
    )
  })

  it('decides which helplines belong there', async () => {
    const general = bare(notice('sleep'))
    expect((await audit(general)).verdict).toBe('current')
    const result = await audit(general, {named: 'ketamine'})
    expect([result.verdict, said(result)]).toEqual([
      'incomplete',
      'Not there: SAMHSA National Helpline.',
    ])
  })

  it('and a retracted one should not be there', async () => {
    const result = await audit(bare(fragment('light-therapy')))
    expect(result.verdict).toBe('outdated')
    expect(said(result)).toContain('retracted on 2026-05-18; ask for the copy to be taken down')
  })
})

describe('whose notice', () => {
  const british = bare(notice('sleep', 'GB'), 'en-GB')

  it.each([
    ["of the page's region", british, {}, 'GB', 'current'],
    ['of the country that was asked for', british, {country: 'IE'}, 'IE', 'missing'],
    [
      "of the site's country where a region has none",
      bare(notice('sleep'), 'en-ZW'),
      {},
      'US',
      'current',
    ],
    [
      'in a language that has none, the same numbers',
      bare(notice('sleep'), 'pl'),
      {},
      'US',
      'current',
    ],
    ['in a language that is no language', bare(notice('sleep'), 'x y'), {}, 'US', 'current'],
  ])('%s', async (_how, html, over, country, verdict) => {
    const result = await audit(html, over)
    expect(result.audience?.country).toBe(country)
    expect(result.verdict, said(result)).toBe(verdict)
  })

  it('is told in Arabic and Hindi digits too', async () => {
    const hindi = bare(notice('sleep', 'IN').replaceAll('14416', '१४४१६'), 'hi-IN')
    expect((await audit(hindi)).verdict).toBe('current')
  })
})

describe('an embed of ours', () => {
  const frame = (more = ''): string =>
    bare(
      `<iframe src="${ours.origin}/embed/ketamine?country=US" width="600" height="900"${more}></iframe>`,
    )

  it('counts when it is seen', async () => {
    ours.set('/embed/ketamine?country=US', bare(fragment('ketamine')))
    const result = await audit(frame())
    expect(result).toMatchObject({
      verdict: 'current',
      article: {slug: 'ketamine'},
      isRendered: false,
    })
  })

  it('does not when it is hidden', async () => {
    ours.set('/embed/ketamine?country=US', bare(fragment('ketamine')))
    const result = await audit(frame(' style="display:none"'))
    expect([result.verdict, said(result)]).toEqual([
      'hidden',
      expect.stringContaining('display: none on <iframe>'),
    ])
  })

  it('does not when it does not answer', async () => {
    const result = await audit(frame())
    expect([result.verdict, said(result)]).toEqual([
      'missing',
      expect.stringContaining('answers 404'),
    ])
  })

  it('of somebody else is not asked for', async () => {
    const other = await partnerSite()
    other.set('/embed/ketamine', bare(fragment('ketamine')))
    expect(
      (await audit(bare(`<iframe src="${other.origin}/embed/ketamine"></iframe>`))).verdict,
    ).toBe('missing')
    expect(other.asked).toEqual([])
    await other.close()
  })
})

describe('style sheets in files', () => {
  it('hide what they hide', async () => {
    site.set('/hide.css', {headers: {'content-type': 'text/css'}, body: '.slot{display:none}'})
    const linked = (media: string): string =>
      partnerPage({head: `<link rel="stylesheet" href="/hide.css" media="${media}">`})
    expect((await audit(linked('all'))).verdict).toBe('hidden')
    expect((await audit(linked('print'))).verdict).toBe('current')
    expect((await audit(linked('all').replace('hide.css', 'gone.css'))).verdict).toBe('current')
  })
})

describe('no page to read', () => {
  const PDF = {headers: {'content-type': 'application/pdf'}, body: '%PDF'}

  it.each([
    ['404', {status: 404, body: NOTICE}, 'gone', /404/],
    ['410', {status: 410, body: NOTICE}, 'gone', /410/],
    ['403', {status: 403, body: NOTICE}, 'unreachable', /403/],
    ['500', {status: 500, body: NOTICE}, 'unreachable', /500/],
    ['a PDF', PDF, 'unreachable', /application\/pdf/],
    ['the home page instead', {status: 302, headers: {location: '/'}}, 'gone', /home page/],
  ] as const)('%s', async (_what, answer, verdict, why) => {
    site.set('/', partnerPage())
    const result = await audit(answer)
    expect(result.verdict).toBe(verdict)
    expect(said(result)).toMatch(why)
  })

  it('where robots are not wanted', async () => {
    site.set('/robots.txt', 'User-agent: *\nDisallow: /page')
    expect((await audit(partnerPage())).verdict).toBe('refused')
    expect(site.asked).toEqual(['/robots.txt'])
  })

  it('is not said of the home page itself, nor of a page that has moved', async () => {
    expect((await audit(partnerPage(), {path: '/'})).verdict).toBe('current')
    site.set('/new', partnerPage())
    const moved = await audit({status: 301, headers: {location: '/new'}})
    expect(moved).toMatchObject({verdict: 'current', finalUrl: `${site.origin}/new`})
  })
})

describe('without a browser', () => {
  const [scripted] = BY_SCRIPT
  const page = scripted?.html ?? ''

  it('a page of scripts is told apart from one without a notice', async () => {
    expect(said(await audit(page))).toContain('Its scripts were not run')
    expect(said(await audit(partnerPage({notice: ''})))).not.toContain('scripts')
  })

  it('a Chromium that does not start is a note, unless it was asked for', async () => {
    const renderer = createRenderer(() => launchChromium('/no/such/chromium'), fetcher)
    expect(said(await audit(page, {renderer}))).toMatch(/scripts were not run: No Chromium starts/)
    await expect(audit(page, {renderer, isAlwaysRendered: true})).rejects.toMatchObject({
      code: 'AUDIT_BROWSER_MISSING',
    })
    await renderer.close()
  })
})

describe('many pages', () => {
  it('come in the order in which they were asked for', async () => {
    const hosts = [site, ours]
    const targets = Array.from({length: 8}, (_each, index) => {
      const host = hosts[index % 2] ?? site
      return parseTarget(
        host.set(`/${index}`, index % 3 === 0 ? partnerPage({notice: ''}) : partnerPage()),
      )
    })
    let done = 0
    const pages = await auditAll(auditor(), targets, () => void done++)
    expect(pages.map(({url}) => url)).toEqual(targets.map(({url}) => url.href))
    expect(pages.map(({verdict}) => verdict === 'missing')).toEqual(
      targets.map((_each, index) => index % 3 === 0),
    )
    expect(done).toBe(8)
  })
})
