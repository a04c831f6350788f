/** The Chromium that the user has: named, or Chrome where its installer puts it. */
import type {Browser} from 'playwright-core'
import {AuditError} from '../../errors.ts'

const MEND =
  'Install playwright-core (npm install playwright-core) and Chrome, or name a Chromium in CHROME_PATH; without --render pages are read without their scripts'

/** Root has no sandbox to offer: Chromium would not start. */
const isRoot = (): boolean => process.getuid?.() === 0

/** Rejects with AuditError. `executable`: CHROME_PATH. */
export const launchChromium = async (executable: string | undefined): Promise<Browser> => {
  const playwright = await import('playwright-core').catch((cause: unknown) => {
    throw new AuditError('AUDIT_BROWSER_MISSING', `playwright-core is not there. ${MEND}.`, cause)
  })
  try {
    return await playwright.chromium.launch({
      chromiumSandbox: !isRoot(),
      headless: true,
      ...(executable === undefined ? {channel: 'chrome'} : {executablePath: executable}),
    })
  } catch (cause) {
    const [why = ''] = cause instanceof Error ? cause.message.split('\n') : []
    throw new AuditError('AUDIT_BROWSER_MISSING', `No Chromium starts (${why}). ${MEND}.`, cause)
  }
}
