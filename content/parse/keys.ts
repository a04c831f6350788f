/** `_key`, by which Sanity tells the items of an array apart. */
import type {Place} from './place.ts'
import type {Fields} from './reader.ts'

/** The item's key; its position stands in when a writer past the Studio gave none. */
export const keyOf = (fields: Fields): string => {
  const key = fields.raw('_key')
  return typeof key === 'string' && key !== '' ? key : `item-${fields.place.index}`
}

export const reportRepeatedKeys = (
  items: readonly {readonly _key: string}[],
  place: Place,
): void => {
  const seen = new Set<string>()
  for (const {_key} of items) {
    if (seen.has(_key)) {
      place.report(
        'DUPLICATE_KEY',
        `Two items have the _key ${JSON.stringify(_key.slice(0, 80))}. In the Studio, duplicate one of them and delete it; past it, give it another key.`,
      )
    }
    seen.add(_key)
  }
}
