/** JSON read without trust. */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `undefined` for what is not JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
    // Stryker disable next-line BlockStatement: nothing returned is undefined
  } catch {
    return undefined
  }
}
