/** Unknown JSON, read with care. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** A field of something that may not even be an object. */
export const field = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

export const textField = (value: unknown, name: string): string | undefined =>
  text(field(value, name))

export const parseJson = (source: string): unknown => {
  const value: unknown = JSON.parse(source)
  return value
}
