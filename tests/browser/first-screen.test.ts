/**
 * Somebody in danger opens a page on a small phone: without scrolling, the ways to reach a person are
 * there, big enough for a thumb, and nothing lies over them. The pages are opened from a disk.
 */
import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {launchChromium} from './chromium.ts'

const ROOT = join(import.meta.dirname, '../..')
const SCREENS = join(ROOT, 'out/screens')
const PHONE = {width: 320, height: 640}

/** WCAG 2.2, 2.5.5, in CSS pixels. */
const TARGET = 44

let out = ''
let browser: Browser

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'throwline-screen-'))
  const command = ['cli/throwline.ts', 'publish', '--dataset', 'examples/health.ndjson']
  const options = ['--channel', 'web', '--out', out, '--today', '2026-11-23']
  execFileSync(process.execPath, [...command, ...options], {cwd: ROOT})
  mkdirSync(SCREENS, {recursive: true})
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  rmSync(out, {recursive: true})
})

/** Every page: `ketamine`, `ar/low-mood`, … */
const pages = (): readonly string[] =>
  readdirSync(join(out, 'web'), {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('index.html'))
    .map((file) => dirname(file))
    .toSorted()

const open = async (folder: string): Promise<Page> => {
  const page = await browser.newPage({viewport: PHONE})
  await page.goto(pathToFileURL(join(out, 'web', folder, 'index.html')).href)
  return page
}

interface Way {
  readonly href: string
  readonly top: number
  readonly bottom: number
  readonly height: number
  /** What a thumb on its middle would touch. */
  readonly hit: boolean
}

/** In the page, since the types of a browser's globals are not those of the tests. */
const WAYS = `[...document.querySelectorAll('[role=note] a')].map((link) => {
  const {top, bottom, left, width, height} = link.getBoundingClientRect()
  const hit = document.elementFromPoint(left + width / 2, top + height / 2)
  return {href: link.getAttribute('href'), top, bottom, height, hit: link.contains(hit)}
})`

const waysOf = (page: Page): Promise<readonly Way[]> => page.evaluate<readonly Way[]>(WAYS)

describe('the first screen of a small phone', () => {
  it('has the emergency number and a first helpline, on every page', async () => {
    const all = pages()
    expect(all.length).toBeGreaterThan(15)
    for (const folder of all) {
      const page = await open(folder)
      const [emergency, first] = await waysOf(page)
      for (const way of [emergency, first]) {
        expect(way, folder).toMatchObject({hit: true})
        expect(way?.top, folder).toBeGreaterThanOrEqual(0)
        expect(way?.bottom, `${folder} ${way?.href}`).toBeLessThanOrEqual(PHONE.height)
      }
      expect(emergency?.href).toBe('tel:911')
      await page.close()
    }
  })

  it('every way is big enough for a thumb', async () => {
    const page = await open('ketamine')
    const ways = await waysOf(page)
    expect(ways.length).toBeGreaterThan(4)
    const notice = ways.filter((_way, index) => index < 6)
    for (const {href, height} of notice) expect(height, href).toBeGreaterThanOrEqual(TARGET)
    await page.close()
  })

  it('and the check would see it if something covered or moved them', async () => {
    const page = await open('ketamine')
    await page.evaluate(`document.querySelector('h1').style.marginBottom = '40rem'`)
    const [moved] = await waysOf(page)
    expect(moved?.bottom).toBeGreaterThan(PHONE.height)
    await page.evaluate(`{
      document.querySelector('h1').style.marginBottom = '0'
      const cover = document.createElement('div')
      cover.style.cssText = 'position:fixed;top:0;left:0;width:100%;height:100%'
      document.body.append(cover)
    }`)
    const [covered] = await waysOf(page)
    expect(covered?.hit).toBe(false)
    await page.close()
  })
})

describe('from a disk', () => {
  it('images are there and links lead to pages', async () => {
    const page = await open('ketamine')
    const broken = `[...document.images].filter((image) => image.complete && image.naturalWidth === 0).length`
    expect(await page.evaluate(broken)).toBe(0)
    expect(await page.evaluate('document.images.length')).toBeGreaterThan(1)
    await page.locator('header a').last().click()
    expect(await page.title()).toContain('Helplines by country')
    await page.close()
  })
})

describe('on paper', () => {
  it('the notice is black on white, and the contents stay behind', async () => {
    const page = await browser.newPage({viewport: {width: 700, height: 990}})
    await page.goto(pathToFileURL(join(out, 'web/ketamine/index.html')).href)
    await page.emulateMedia({media: 'print', colorScheme: 'light'})
    const colors = `(() => {
      const {color, backgroundColor} = getComputedStyle(document.querySelector('.notice'))
      return [color, backgroundColor]
    })()`
    expect(await page.evaluate(colors)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    expect(await page.locator('.notice').first().isVisible()).toBe(true)
    expect(await page.locator('.contents').isVisible()).toBe(false)
    await page.screenshot({path: join(SCREENS, 'ketamine-print.png')})
    await page.emulateMedia({media: 'print', colorScheme: 'dark'})
    expect(await page.evaluate(colors)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    await page.emulateMedia({media: 'screen', colorScheme: 'light'})
    expect(await page.locator('.contents').isVisible()).toBe(true)
    await page.close()
  })
})
