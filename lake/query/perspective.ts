/** Which layers a query sees, first one on top. */
import {BadRequest} from '../bad-request.ts'

export type Perspective = 'raw' | readonly string[]

const LAYER = /^(?:r[A-Za-z0-9_-]+|drafts|published)$/
/** Since this version of the API nothing but published documents is seen unless asked for. */
const PUBLISHED_SINCE = '2025-02-19'

/** `v2025-02-19` to its date; `v1` and its like are older than any date, `vX` newer. */
const isSince = (apiVersion: string, date: string): boolean => {
  const version = apiVersion.replace(/^v/, '')
  if (version.toUpperCase() === 'X') return true
  return /^\d{4}-\d{2}-\d{2}$/.test(version) && version >= date
}

/** Whether listeners and queries without options see only published documents. */
export const seesOnlyPublished = (apiVersion: string): boolean =>
  isSince(apiVersion, PUBLISHED_SINCE)

const parseList = (value: string): readonly string[] => {
  if (!value.startsWith('[')) return value.split(',').map((layer) => layer.trim())
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) ? list.map(String) : [value]
  } catch {
    return [value]
  }
}

/** `?perspective=`, or what the version of the API stands for. Throws BadRequest. */
export const parsePerspective = (value: string | undefined, apiVersion: string): Perspective => {
  if (value === undefined || value === '') {
    return seesOnlyPublished(apiVersion) ? ['published'] : 'raw'
  }
  const layers = parseList(value).map((layer) => (layer === 'previewDrafts' ? 'drafts' : layer))
  if (layers.length === 1 && layers[0] === 'raw') return 'raw'
  const wrong = layers.find((layer) => !LAYER.test(layer))
  if (wrong !== undefined) {
    throw new BadRequest(
      `Unknown perspective ${JSON.stringify(wrong)}: raw, published, drafts, or a list of release names and these`,
    )
  }
  return layers.includes('published') ? layers : [...layers, 'published']
}
