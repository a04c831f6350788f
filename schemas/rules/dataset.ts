/** How rules ask the dataset about other documents. */
import type {ValidationContext} from '@sanity/types'

export const API_VERSION = '2026-03-01'

type Asker = Pick<ValidationContext, 'getClient' | 'document'>

/** The id that references use: without `drafts.` or `versions.<release>.` before it. */
export const publishedId = (id: string): string =>
  id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')

/** Sees other documents as the editor does: the release being worked on, then drafts. */
const perspectiveOf = (id: string): 'drafts' | string[] => {
  const release = /^versions\.([^.]+)\./.exec(id)?.[1]
  return release === undefined ? 'drafts' : [release, 'drafts']
}

export const ask = (
  {getClient, document}: Asker,
  query: string,
  params: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  getClient({apiVersion: API_VERSION})
    .withConfig({perspective: perspectiveOf(document?._id ?? '')})
    .fetch<unknown>(query, {...params})

/** Every stored document, drafts and versions beside the published ones. */
export const askRaw = (
  {getClient}: Asker,
  query: string,
  params: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  getClient({apiVersion: API_VERSION})
    .withConfig({perspective: 'raw'})
    .fetch<unknown>(query, {...params})
