/** How the heap of this process is kept; V8's own switches, of every thread. */
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/**
 * To be called before the first article.
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
}

/** As `gc` has it where tests may call it. */
type Collect = (options: {
  readonly type: 'major' | 'minor'
  readonly flavor?: 'last-resort'
}) => void

const isCollect = (value: unknown): value is Collect => typeof value === 'function'

/** Objects that take more than the room that young objects have when all was given back. */
const MANY = 200_000

/**
 * To be called when no other thread is at work, before lists are made of what this one holds. Gives back to the
 * system what is held without need: garbage, the pages that ended threads have left to the process, and the room
 * for young objects that this thread had grown to: 128 MB of it, and V8 lets as much garbage besides grow old
 * before it looks through that. Then the room grows once, to 32 MB, and no more.
 */
export const giveBack = (): void => {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('globalThis.gc')
  if (!isCollect(collect)) return
  collect({type: 'major', flavor: 'last-resort'})
  // it grows when as much survives as it holds
  setFlagsFromString('--semi-space-growth-factor=4')
  const surviving = Array.from({length: MANY}, () => ({}))
  collect({type: 'minor'})
  if (surviving.length === MANY) setFlagsFromString('--semi-space-growth-factor=1')
}
