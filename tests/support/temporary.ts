/** One folder for all that a run of the tests leaves in temporary folders, in whatever process; gone when it ends. */
import {chmodSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'

const PREFIX = 'throwline-run-'

/** Each project of the run asks; the first is given it, and workers are started with it. */
export default function setup(): (() => void) | undefined {
  if (basename(tmpdir()).startsWith(PREFIX)) return undefined
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  // PostgreSQL, which is nobody's root, must get through
  chmodSync(folder, 0o711)
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, {recursive: true, force: true})
}
