/** How every part of the house speaks to a Sanity project. */
import {createClient, type SanityClient} from '@sanity/client'
import {SourceError} from '../../errors.ts'

export interface Project {
  readonly projectId: string
  readonly dataset: string
  /** Needed for a private dataset. */
  readonly token?: string
  /** Another host than Sanity's, e.g. a local Content Lake: `http://localhost:3900`. */
  readonly apiHost?: string
}

/** Since this version a query sees published documents unless told otherwise. */
const API_VERSION = '2025-02-19'

/** Sees what is published, never a CDN's copy. Throws SourceError for ids that cannot be any project's. */
export const projectClient = ({projectId, dataset, token, apiHost}: Project): SanityClient => {
  try {
    return createClient({
      projectId,
      dataset,
      apiVersion: API_VERSION,
      perspective: 'published',
      useCdn: false,
      // retries are counted in retry.ts, for queries and the export alike
      maxRetries: 0,
      ...(token !== undefined && {token}),
      // Node does not resolve <project>.localhost everywhere
      ...(apiHost !== undefined && {apiHost, useProjectHostname: false}),
    })
  } catch (error) {
    throw new SourceError({
      code: 'SOURCE_NOT_FOUND',
      source: `${projectId}/${dataset}`,
      message: `${error instanceof Error ? error.message : 'No such project'}. Check SANITY_PROJECT_ID and SANITY_DATASET.`,
      cause: error,
    })
  }
}
