/** How long to wait before a request is tried again. Times in milliseconds. */

export type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>

/** Rejects with the signal's reason as soon as it is aborted. */
export const wait: Wait = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason)
      return
    }
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, {once: true})
  })

const LONGEST = 10_000

/** Doubles with each try; between half of it and all of it, so that clients do not come in step. */
export const backOff = (first: number, tries: number): number =>
  Math.min(first * 2 ** tries, LONGEST) * (0.5 + Math.random() / 2)

/** `Retry-After` (RFC 9110, 10.2.3): seconds or a date. Undefined when it says neither. */
export const retryAfter = (headers: Headers, now: number): number | undefined => {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
