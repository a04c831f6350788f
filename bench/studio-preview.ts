/**
 * `node bench/studio-preview.ts`: milliseconds from a keystroke to all four previews of the ketamine
 * article, in Chromium: parse, policy, four publishers, the gate. Drawing them is not in it.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {launchChromium} from '../tests/browser/chromium.ts'
import {examplePapers, TODAY} from '../tests/studio/support/example.ts'
import type {PreviewJob} from './studio-preview-page.ts'

const ROOT = join(import.meta.dirname, '..')
const KEYSTROKES = 200
/** Left out of the figures: the engine has not compiled everything yet. */
const FIRST = 10

/** As one script, by the bundler that the Studio is built with. */
const bundled = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'throwline-bench-preview-'))
  const file = join(folder, 'page.js')
  const entry = join(import.meta.dirname, 'studio-preview-page.ts')
  const bundler = join(ROOT, 'node_modules/rolldown/bin/cli.mjs')
  const options = ['--format', 'iife', '--platform', 'browser', '--file', file]
  try {
    execFileSync(process.execPath, [bundler, entry, ...options], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** One a keystroke, the first ones included. Throws when Chromium cannot be started. */
export const previewTimes = async (): Promise<readonly number[]> => {
  const script = bundled()
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({content: script})
    const papers = [...examplePapers()]
    const job: PreviewJob = {papers, today: TODAY, keystrokes: KEYSTROKES}
    return await page.evaluate<readonly number[]>(`measurePreview(${JSON.stringify(job)})`)
  } finally {
    await browser.close()
  }
}

export const settled = (times: readonly number[]): readonly number[] => times.slice(FIRST)

if (import.meta.main) {
  const times = await previewTimes()
  const sorted = settled(times).toSorted((one, other) => one - other)
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  process.stdout.write(
    `first ${(times[0] ?? 0).toFixed(1)} ms, then median ${at(0.5)} ms, 95% under ${at(0.95)} ms (${KEYSTROKES} keystrokes)\n`,
  )
}
