/** Chromium as npm brings it: no system package, no download, no network. */
import chromium from '@sparticuz/chromium'
import {type Browser, chromium as playwright} from 'playwright-core'
import {unpackChromium} from './unpack.ts'

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

/** One process is for functions that are billed by memory; the others would let pages do more than a reader's browser does. */
const UNWANTED =
  /single-process|disable-web-security|allow-running-insecure-content|swiftshader|use-gl/

/** On a loaded machine one start in some hundreds ended in SIGSEGV before there was a page. */
const ATTEMPTS = 3

const launch = async (attempt: number): Promise<Browser> => {
  const {executable, env} = await unpackChromium()
  try {
    return await playwright.launch({
      executablePath: executable,
      args: [...chromium.args.filter((argument) => !UNWANTED.test(argument)), ...QUIET],
      env: {...process.env, ...env},
      headless: true,
    })
  } catch (error) {
    if (attempt === ATTEMPTS) throw error
    return launch(attempt + 1)
  }
}

export const launchChromium = (): Promise<Browser> => launch(1)
