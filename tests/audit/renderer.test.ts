/** What a page may do in the browser of an audit, and what of it is read. */
import {setTimeout as sleep} from 'node:timers/promises'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Auditor} from '../../audit/auditor.ts'
import {type Fetched, Fetcher} from '../../audit/fetch/fetcher.ts'
import {createRenderer, type Renderer} from '../../audit/render/renderer.ts'
import type {AuditResult} from '../../audit/result.ts'
import {parseTarget} from '../../audit/targets.ts'
import {launchChromium} from '../browser/chromium.ts'
import {auditSource, fragment} from './newsroom.ts'
import {type PartnerSite, partnerSite} from './partner-site.ts'
import {NOTICE, partnerPage} from './ways.ts'

let browser: Browser
let site: PartnerSite
let other: PartnerSite

const settings = {contact: 'https://health.example', pause: 0}
const lenient = new Fetcher({...settings, allowPrivate: true})
const strict = new Fetcher(settings)

/** Each closes a browser of its own; here there is one for all. */
const rendererOf = (fetcher: Fetcher): Renderer =>
  createRenderer(() => Promise.resolve(browser), fetcher)

beforeAll(async () => {
  browser = await launchChromium()
  site = await partnerSite()
  other = await partnerSite()
})

afterAll(async () => {
  await browser.close()
  await site.close()
  await other.close()
})

const audit = (html: string, path = '/page'): Promise<AuditResult> => {
  const options = {fetcher: lenient, renderer: rendererOf(lenient), isAlwaysRendered: true}
  const auditor = new Auditor(auditSource(other.origin), options)
  return auditor.audit(parseTarget(site.set(path, html)))
}

const said = ({findings}: AuditResult): string => findings.map(({message}) => message).join('\n')

/** As if it had come from the Internet. */
const fromOutside = (html: string): Fetched => ({
  url: new URL('https://clinic.example/page'),
  status: 200,
  headers: {'content-type': 'text/html'},
  body: Buffer.from(html),
})

describe('the network', () => {
  const asking = (path: string): string =>
    partnerPage({end: `<script src="${other.origin}${path}"></script>`})

  it('of this machine is closed to a page from outside, and open where that is allowed', async () => {
    await rendererOf(strict).render(fromOutside(asking('/strict.js')))
    await rendererOf(lenient).render(fromOutside(asking('/lenient.js')))
    expect(other.asked).not.toContain('/strict.js')
    expect(other.asked).toContain('/lenient.js')
  })

  it('carries nothing but what is read: no posts, pictures, sockets and windows', async () => {
    const {host} = new URL(other.origin)
    const before = other.asked.length
    await audit(
      partnerPage({
        end: `<img src="${other.origin}/picture.png"><script>
new WebSocket('ws://${host}/socket')
fetch('${other.origin}/post', {method: 'POST', body: 'x'}).catch(() => {})
navigator.sendBeacon('${other.origin}/beacon', 'x')
window.open('${other.origin}/window')
fetch('${other.origin}/data.json').catch(() => {})
</script>`,
      }),
    )
    await sleep(100)
    expect(other.asked.slice(before)).toEqual(['/data.json'])
  })

  it('knows us by our name', async () => {
    expect((await audit(partnerPage())).verdict).toBe('current')
    expect(
      [...site.agents, ...other.agents].every((agent) => agent.startsWith('Throwline-Audit/')),
    ).toBe(true)
  })
})

describe('an embed of ours', () => {
  const page = (css = ''): string =>
    `<!doctype html><html lang="en"><body><h1>Help</h1><div style="${css}"><iframe src="${other.origin}/embed/ketamine" width="600" height="1600"></iframe></div></body></html>`

  it('is read where it stands', async () => {
    other.set('/embed/ketamine', `<!doctype html><html lang="en">${fragment('ketamine')}</html>`)
    expect(await audit(page())).toMatchObject({
      verdict: 'current',
      isRendered: true,
      article: {slug: 'ketamine'},
    })
    const hidden = await audit(page('height:0;overflow:hidden'))
    expect([hidden.verdict, said(hidden)]).toEqual([
      'hidden',
      expect.stringContaining('<div> cuts it off'),
    ])
  })

  it('is not there when its site does not let itself be framed', async () => {
    const headers = {'x-frame-options': 'DENY'}
    other.set('/embed/ketamine', {headers, body: fragment('ketamine')})
    expect((await audit(page())).verdict).toBe('missing')
  })
})

describe('what lies over the notice', () => {
  const over = (css: string): string =>
    partnerPage({end: `<div id="over" style="${css}">Read this first</div>`})

  it.each([
    [
      'a window in the middle of the screen, which scrolling gets past',
      'position:fixed;left:20%;top:40%;width:60%;height:20%;background:#fff',
      'current',
    ],
    ['a veil that lets it be read', 'position:fixed;inset:0;background:rgba(0,0,0,.3)', 'current'],
    ['a wall', 'position:fixed;inset:0;background:#fff', 'hidden'],
    ['a wall that blurs', 'position:fixed;inset:0;backdrop-filter:blur(12px)', 'hidden'],
    [
      'a wall that scrolls along',
      'position:absolute;left:0;top:0;width:100%;height:20000px;background:#fff',
      'hidden',
    ],
  ])('%s', async (_what, css, verdict) => {
    const result = await audit(over(css))
    expect(result.verdict, said(result)).toBe(verdict)
    if (verdict === 'hidden')
      expect(said(result)).toContain('Not seen: the whole notice; <div id="over"> lies over it')
  })

  it('hides links without words too', async () => {
    const bare = NOTICE.replaceAll(
      /(<a href="(?:tel|sms):[^>]*>)[^<]*/g,
      '$1<svg width="20" height="20"></svg>',
    )
    const wall = '<div style="position:fixed;inset:0;background:#fff"></div>'
    const shown = await audit(partnerPage({notice: bare}))
    expect(shown.seen).toEqual(['911', '+18006624357', '988', '741741'])
    const hidden = await audit(partnerPage({notice: bare, end: wall}))
    expect([hidden.verdict, hidden.seen]).toEqual(['hidden', []])
  })
})
