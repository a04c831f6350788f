/** How the heap of this process is kept; V8's own switches, of every thread. */
import {setFlagsFromString} from 'node:v8'

/**
 * New objects stay among the young ones, where most die. Left to itself V8 learns from the first articles, whose
 * sources and notices stay, to make paragraphs where only a collection of the whole heap finds them
 * dead: a tenth of a run. To be called before the first article.
 */
export const expectShortLives = (): void => {
  setFlagsFromString('--no-allocation-site-pretenuring')
}

/**
 * By a fifth, where V8 lets it double: for what has much in memory that stays and makes a little besides.
 * To be called when the other threads have ended, for they would take longer.
 */
export const collectSooner = (): void => {
  setFlagsFromString('--heap-growing-percent=20')
}
