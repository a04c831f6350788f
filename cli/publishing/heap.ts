/** How the heap of this process is kept; V8's own switches, of every thread. */
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/** Megabytes of young objects in a thread that helps: with 24 a run takes as long as with 96. */
export const YOUNG = 24

/** Parts of it, of which V8 calls one the semi-space. */
const PARTS = 3

/**
 * To be called before the first article, and before threads are started.
 *
 * New objects stay among the young ones, where most die. Left to itself V8 learns from the first articles, whose
 * sources and notices stay, to make paragraphs where only a collection of the whole heap finds them
 * dead: a tenth of a run.
 *
 * And what has grown old is looked through when it has grown by a fifth, where V8 lets it double: the main
 * thread has much that stays, and little else ought to stand beside it.
 */
export const expectShortLives = (): void => {
  setFlagsFromString('--no-allocation-site-pretenuring')
  setFlagsFromString('--heap-growing-percent=20')
  // of threads that are started from now on: they have at once what they would grow to
  setFlagsFromString(`--min-semi-space-size=${YOUNG / PARTS}`)
}

/** As `gc` has it where tests may call it. */
type Collect = (options: {
  readonly type: 'major' | 'minor'
  readonly flavor?: 'last-resort'
}) => void

const isCollect = (value: unknown): value is Collect => typeof value === 'function'

const collect: Collect = (options) => {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('globalThis.gc')
  if (isCollect(gc)) gc(options)
}

/**
 * Gives back to the system what the calling thread holds without need: garbage, and the room for young objects
 * that it had grown to, 128 MB in the main one. That room is 1 MB then, and grows in no thread any more. A
 * thread that is about to end does so too, for what it had the process keeps for eight seconds more.
 */
export const giveBack = (): void => {
  collect({type: 'major', flavor: 'last-resort'})
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** Objects that take more than the room that is left when all was given back. */
const MANY = 200_000

/**
 * To be called when all was given back and no other thread is at work: room for young objects grows once, to
 * 32 MB, for a thread that has much to do. V8 lets as much garbage besides grow old before it looks
 * through that.
 */
export const growOnce = (): void => {
  // it grows when as much survives as it holds
  setFlagsFromString('--semi-space-growth-factor=4')
  const surviving = Array.from({length: MANY}, () => ({}))
  collect({type: 'minor'})
  if (surviving.length === MANY) setFlagsFromString('--semi-space-growth-factor=1')
}
