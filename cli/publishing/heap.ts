/** How the heap of this process is kept; V8's own switches, of every thread. */
import {setFlagsFromString} from 'node:v8'

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
