/** Reading values that an editor may have left half filled in. */

export type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of an object; none when it is something else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The id that a reference points to; none when nothing was chosen yet. */
export const refOf = (value: unknown): string | undefined => {
  const {_ref} = fieldsOf(value)
  return typeof _ref === 'string' && _ref !== '' ? _ref : undefined
}

export const refsOf = (values: unknown): readonly string[] =>
  itemsOf(values).flatMap((value) => refOf(value) ?? [])

/** The parts that say something, for the second line of a preview. */
export const subtitle = (...parts: readonly unknown[]): string =>
  parts
    .flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [String(part)] : []))
    .filter((part) => part !== '')
    .join(' · ')
