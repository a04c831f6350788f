/** What a dataset is made of. */
export type Json = string | number | boolean | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [field: string]: Json
}

export const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && !isList(value)

/** Leaves out the fields that a text does not give, so that an absent field is absent in the dataset too. */
export const given = (fields: Readonly<Record<string, Json | undefined>>): JsonObject => {
  const present: Record<string, Json> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) present[name] = value
  return present
}
