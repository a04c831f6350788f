/** Milliseconds between two lines about the same. */
const QUIET = 60_000

/**
 * Tells of refused requests, at most a line a minute about the same, with how many there were: whoever
 * forges them must not fill the log.
 */
export const refusalLog = (
  tell: (line: string) => void,
  now: () => number = Date.now,
): ((what: string) => void) => {
  const told = new Map<string, {until: number; untold: number}>()
  return (what) => {
    const last = told.get(what)
    if (last !== undefined && now() < last.until) {
      last.untold += 1
      return
    }
    const untold = last?.untold ?? 0
    told.set(what, {until: now() + QUIET, untold: 0})
    tell(untold === 0 ? what : `${what} ${untold} more since this was said last.`)
  }
}
