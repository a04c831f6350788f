/** Two sections of one article may not have the same anchor: links in the contents would lead astray. */
import type {CustomValidator} from '@sanity/types'

const API_VERSION = '2026-03-01'

const refsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown) =>
        typeof item === 'object' && item !== null && '_ref' in item && typeof item._ref === 'string'
          ? [item._ref]
          : [],
      )
    : []

export const anchorsOnce: CustomValidator<unknown> = async (value, {getClient}) => {
  const ids = refsOf(value)
  if (ids.length < 2) return true
  const anchors = await getClient({apiVersion: API_VERSION}).fetch<readonly (string | null)[]>(
    '*[_id in $ids].anchor.current',
    {ids},
  )
  const twice = anchors.find((anchor, index) => anchor !== null && anchors.indexOf(anchor) < index)
  return twice === undefined
    ? true
    : `Two of these sections have the anchor "${twice}". Change it in one of them.`
}
