/** Small checks that add up to a shape: what comes over the wire is looked at, never believed. */

export type Guard<T> = (value: unknown) => value is T

type Guarded<G> = G extends Guard<infer T> ? T : never

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isString: Guard<string> = (value) => typeof value === 'string'
export const isNumber: Guard<number> = (value) => typeof value === 'number'
export const isBoolean: Guard<boolean> = (value) => typeof value === 'boolean'

export const isExactly =
  <const T>(expected: T): Guard<T> =>
  (value): value is T =>
    value === expected

export const isOneOf =
  <const T>(expected: readonly T[]): Guard<T> =>
  (value): value is T =>
    expected.some((one) => one === value)

export const orNull =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value)

export const either =
  <A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> =>
  (value): value is A | B =>
    a(value) || b(value)

export const listOf =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every((item) => guard(item))

/** Fields that are not named may be there too: a later version of the API may have more. */
export const shape =
  <G extends Readonly<Record<string, Guard<unknown>>>>(
    fields: G,
  ): Guard<{readonly [K in keyof G]: Guarded<G[K]>}> =>
  (value): value is {readonly [K in keyof G]: Guarded<G[K]>} =>
    isRecord(value) && Object.entries(fields).every(([name, guard]) => guard(value[name]))
