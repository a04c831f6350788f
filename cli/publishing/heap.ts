/** How far the heap of this process may grow before it is collected. */
import {setFlagsFromString} from 'node:v8'

/**
 * By a fifth, where V8 lets it double: for what has much in memory that stays and makes a little besides.
 * Of every thread; to be called when the others have ended, for they would take longer.
 */
export const collectSooner = (): void => {
  setFlagsFromString('--heap-growing-percent=20')
}
