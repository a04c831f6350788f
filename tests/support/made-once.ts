/** A folder for what is made once and used by test files in other processes too; gone when the run ends. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    madeOnce: string
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'throwline-made-once-'))
  project.provide('madeOnce', folder)
  return () => rmSync(folder, {recursive: true, force: true})
}
