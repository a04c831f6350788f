/** What a notice may reference: living lines of its own country. */
import type {CustomValidator} from '@sanity/types'

const API_VERSION = '2026-03-01'

interface Line {
  readonly name: string | null
  readonly country: string | null
  readonly retiredAt: string | null
  readonly successor: string | null
}

const refsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) =>
        typeof item === 'object' && item !== null && '_ref' in item && typeof item._ref === 'string'
          ? [item._ref]
          : [],
      )
    : []

/** Same country as the notice, and none retired; the message names what to reference instead. */
export const sameCountry: CustomValidator<unknown> = async (value, {document, getClient}) => {
  const ids = refsOf(value)
  if (ids.length === 0 || document === undefined) return true
  const lines = await getClient({apiVersion: API_VERSION}).fetch<readonly Line[]>(
    '*[_id in $ids]{name, country, retiredAt, "successor": replacedBy->name}',
    {ids},
  )
  const retired = lines.find(({retiredAt}) => retiredAt !== null)
  if (retired !== undefined) {
    const instead = retired.successor === null ? 'Remove it.' : `Use ${retired.successor}.`
    return `${retired.name} was retired on ${retired.retiredAt}. ${instead}`
  }
  const foreign = lines.find(({country}) => country !== document['country'])
  return foreign === undefined
    ? true
    : `${foreign.name} is for ${foreign.country}. Choose helplines of ${String(document['country'])}.`
}
