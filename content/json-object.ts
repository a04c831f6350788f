/** The one place where unknown JSON becomes something with fields. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field as text; undefined when it is absent or something else. */
export const stringField = (value: unknown, name: string): string | undefined => {
  const field = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return typeof field === 'string' ? field : undefined
}
