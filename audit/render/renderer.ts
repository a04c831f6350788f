/** Pages read in Chromium, their scripts run: what a reader sees, on a screen and on a phone. */
import type {Browser, Frame as BrowserFrame, Page} from 'playwright-core'
import type {Fetched, Fetcher} from '../fetch/fetcher.ts'
import {UNSEEN} from '../read/unseen.ts'
import {APART, type PageView, type Piece} from '../read/view.ts'
import {readDocument} from './read-document.ts'
import {NOWHERE, routeTraffic} from './traffic.ts'

export interface RenderedView {
  readonly screen: 'desktop' | 'phone'
  readonly view: PageView
}

export interface Renderer {
  /** `page` as it was fetched; the browser gets it from here. Rejects when the page cannot be shown. */
  render(page: Fetched): Promise<readonly RenderedView[]>
  close(): Promise<void>
}

/** CSS pixels. */
const SCREENS = {
  desktop: {width: 1280, height: 900},
  phone: {width: 390, height: 844},
} as const

/** Milliseconds: to load, and then until it asks for nothing more. */
const LOADING = 30_000
const SETTLING = 5000
/** All of it. */
const VISIT = 60_000
/** Frames in frames; what is deeper is read by nobody. */
const DEEPEST = 3

const MARK = 'data-throwline-frame'

/** Text of its frames follows a page's own, hidden where the frame is. */
const readFrame = async (frame: BrowserFrame, depth: number): Promise<PageView> => {
  const view = await frame.evaluate(readDocument, {unseen: UNSEEN, frameMark: MARK})
  const pieces: Piece[] = [...view.pieces]
  if (depth === DEEPEST) return view
  for (const child of frame.childFrames()) {
    const element = await child.frameElement()
    const place = Number(await element.getAttribute(MARK))
    const hidden = view.frames[place]?.hidden
    const inner = await readFrame(child, depth + 1).catch(() => undefined)
    if (inner === undefined) continue
    pieces.push({text: APART})
    for (const piece of inner.pieces) {
      const why = hidden ?? piece.hidden
      pieces.push({...piece, ...(why !== undefined && {hidden: why})})
    }
  }
  return {...view, pieces}
}

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle', {timeout: SETTLING}).catch(() => {})
}

const visit = async (page: Page, fetched: Fetched): Promise<readonly RenderedView[]> => {
  await page.goto(fetched.url.href, {waitUntil: 'load', timeout: LOADING})
  await settled(page)
  const desktop = await readFrame(page.mainFrame(), 0)
  await page.setViewportSize(SCREENS.phone)
  await settled(page)
  const phone = await readFrame(page.mainFrame(), 0)
  return [
    {screen: 'desktop', view: desktop},
    {screen: 'phone', view: phone},
  ]
}

/** A script that never ends keeps the page from ever answering. */
const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('they did not come to an end')), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    // it ends with the page, and nobody asks any more
    work.catch(() => {})
  }
}

/** `launch` is asked for once, when the first page comes. */
export const createRenderer = (launch: () => Promise<Browser>, fetcher: Fetcher): Renderer => {
  let browser: Promise<Browser> | undefined
  return {
    render: async (fetched) => {
      browser ??= launch()
      const context = await (
        await browser
      ).newContext({
        acceptDownloads: false,
        proxy: NOWHERE,
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        userAgent: fetcher.userAgent,
        viewport: SCREENS.desktop,
      })
      try {
        const page = await context.newPage()
        context.on('page', (other) => void other.close().catch(() => {}))
        await routeTraffic(context, page, fetcher, fetched)
        return await within(VISIT, visit(page, fetched))
      } finally {
        await context.close()
      }
    },
    close: async () => {
      // one that did not start has told whoever asked for it
      await (await browser?.catch(() => undefined))?.close()
    },
  }
}
