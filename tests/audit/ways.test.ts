/** Every way, read from its HTML alone and read in Chromium. */
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Auditor} from '../../audit/auditor.ts'
import {Fetcher} from '../../audit/fetch/fetcher.ts'
import {createRenderer, type Renderer} from '../../audit/render/renderer.ts'
import type {AuditResult} from '../../audit/result.ts'
import {parseTarget} from '../../audit/targets.ts'
import {launchChromium} from '../browser/chromium.ts'
import {auditSource} from './newsroom.ts'
import {type PartnerSite, partnerSite} from './partner-site.ts'
import {BY_SCRIPT, RIGHT, type Way, WRONG} from './ways.ts'

let site: PartnerSite
let renderer: Renderer
const fetcher = new Fetcher({contact: 'https://health.example', allowPrivate: true, pause: 0})

beforeAll(async () => {
  site = await partnerSite()
  renderer = createRenderer(launchChromium, fetcher)
})

afterAll(async () => {
  await renderer.close()
  await site.close()
})

const audit = (way: Way, isRendered: boolean): Promise<AuditResult> => {
  const url = site.set(`/${encodeURIComponent(way.name)}`, way.html)
  const auditor = new Auditor(auditSource(), {
    fetcher,
    ...(isRendered && {renderer, isAlwaysRendered: true}),
  })
  return auditor.audit(parseTarget(url))
}

const said = ({findings}: AuditResult): string => findings.map(({message}) => message).join('\n')

describe.each([
  ['from its HTML', false],
  ['in Chromium', true],
] as const)('read %s', (_how, isRendered) => {
  for (const way of [...RIGHT, ...WRONG, ...BY_SCRIPT]) {
    const verdict = isRendered ? (way.rendered ?? way.verdict) : way.verdict
    // a browser waits for more than it works
    it.concurrent(`${way.name}: ${verdict}`, async ({expect: expects}) => {
      const result = await audit(way, isRendered)
      expects(result, said(result)).toMatchObject({
        verdict,
        isRendered,
        article: {slug: 'ketamine'},
        audience: {country: 'US', language: 'en'},
      })
      if (way.finds !== undefined) expects(said(result)).toMatch(way.finds)
      if (way.blames !== undefined) expects(said(result)).not.toMatch(way.blames)
    })
  }
})

describe('the table', () => {
  it('has at least twenty ways of getting it wrong, each with a name of its own', () => {
    const names = [...RIGHT, ...WRONG, ...BY_SCRIPT].map(({name}) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(WRONG.length).toBeGreaterThanOrEqual(20)
  })
})
