/** A process from start to end: time, CPU time and peak memory of it and of every process it starts. */
import {spawn} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import type {Run} from './results.ts'

/** Milliseconds. What a process takes more in its last moments is missed. */
const EVERY = 20
/** Milliseconds. Children are looked for less often: it costs a read for each thread. */
const CHILDREN_EVERY = 200
/** Clock ticks a second in /proc: USER_HZ, which is 100 on every architecture Node runs on. */
const TICKS = 100
const KEPT_ERRORS = 4000

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // it has ended, or there is no /proc
    return undefined
  }
}

const childrenOf = (pid: number): readonly number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => read(`/proc/${pid}/task/${task}/children`)?.trim().split(' ') ?? [])
      .filter((child) => child !== '')
      .map(Number)
  } catch {
    return []
  }
}

const treeOf = (pid: number): readonly number[] => [pid, ...childrenOf(pid).flatMap(treeOf)]

/** `VmHWM`, the most that was ever resident, in bytes. */
const peakOf = (pid: number): number | undefined => {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`) ?? '') ?? []
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}

/** Seconds in user and kernel mode, those of children that it has waited for included. */
const cpuOf = (pid: number): number => {
  const stat = read(`/proc/${pid}/stat`) ?? ''
  // the name, in brackets, may have spaces
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).map(Number)
  return ticks.length < 4 ? 0 : ticks.reduce((sum, each) => sum + each, 0) / TICKS
}

class Watch {
  readonly #pid: number
  #tree: readonly number[]
  #bytes = 0
  #cpu = 0

  constructor(pid: number) {
    this.#pid = pid
    this.#tree = [pid]
  }

  look(): void {
    let [bytes, cpu] = [0, 0]
    for (const pid of this.#tree) {
      bytes += peakOf(pid) ?? 0
      cpu += cpuOf(pid)
    }
    this.#bytes = Math.max(this.#bytes, bytes)
    this.#cpu = Math.max(this.#cpu, cpu)
  }

  lookForChildren(): void {
    this.#tree = treeOf(this.#pid)
  }

  /** Peaks summed over processes that lived together: not below what they took at any moment. */
  told(): Omit<Run, 'seconds'> {
    if (this.#bytes === 0) return {}
    return {megabytes: this.#bytes / 1e6, cpuSeconds: this.#cpu}
  }
}

export interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Ended without success, or not within the limit; `message` ends with what it said last. */
export class ProcessFailed extends Error {}

/** Throws ProcessFailed. */
export const runProcess = async (command: Command, limitSeconds: number): Promise<Run> => {
  const {file, args, folder, env} = command
  const started = performance.now()
  const child = spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    // a group of its own, so that a limit ends its children too
    detached: true,
    ...(folder !== undefined && {cwd: folder}),
    env: {...process.env, ...env},
  })
  let errors = ''
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => {
    errors = (errors + text).slice(-KEPT_ERRORS)
  })
  const {pid} = child
  const watch = pid === undefined ? undefined : new Watch(pid)
  const looking = setInterval(() => watch?.look(), EVERY)
  const counting = setInterval(() => watch?.lookForChildren(), CHILDREN_EVERY)
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  }, limitSeconds * 1000)
  try {
    const {code, at} = await new Promise<{code: number | string; at: number}>((resolve, reject) => {
      let ended = 0
      child.on('error', reject)
      child.on('exit', () => {
        ended = performance.now()
      })
      child.on('close', (status, signal) =>
        resolve({code: status ?? signal ?? 'unknown', at: ended}),
      )
    })
    if (isLate) throw new ProcessFailed(`not done within ${limitSeconds} s`)
    if (code !== 0) throw new ProcessFailed(`ended with ${code}. ${errors.trim()}`)
    return {seconds: (at - started) / 1000, ...watch?.told()}
  } catch (error) {
    if (error instanceof ProcessFailed) throw error
    throw new ProcessFailed(error instanceof Error ? error.message : String(error), {cause: error})
  } finally {
    clearInterval(looking)
    clearInterval(counting)
    clearTimeout(limit)
  }
}
