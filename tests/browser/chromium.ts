/** Chromium as npm brings it: no system package, no download, no network. */
import chromium from '@sparticuz/chromium'
import {type Browser, chromium as playwright} from 'playwright-core'

/** Nothing of its own may leave the machine while a test looks for requests. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launchChromium = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((argument) => !argument.includes('single-process')), ...QUIET],
    headless: true,
  })
