/** The command `throwline serve`, or any other that goes on, as a process of its own. */
import {type ChildProcess, spawn} from 'node:child_process'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

export interface Serving {
  readonly child: ChildProcess
  /** Standard output and error so far. */
  said(): string
  /** The first match of a pattern in what it says, or undefined when it ends without. */
  says(pattern: RegExp): Promise<string | undefined>
  /** The exit status. */
  readonly ended: Promise<number | null>
}

export const serve = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Serving => {
  const child = spawn(process.execPath, [join(ROOT, 'cli/throwline.ts'), ...args], {
    env: {PATH: process.env['PATH'], HOME: tmpdir(), ...env},
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let said = ''
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer): void => {
    said += chunk.toString('utf8')
    for (const look of waiting) look()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      resolve(code)
      for (const look of waiting) look()
    })
  })
  return {
    child,
    said: () => said,
    ended,
    says: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = pattern.exec(said)?.[1]
          if (found === undefined && child.exitCode === null) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
