/** The dataset as `helpline` commands read and write it: drafts and versions too. */
import type {SanityClient} from '@sanity/client'
import {projectClient} from '../../content/hosted/client.ts'
import {UsageError} from '../../errors.ts'
import {publishedId} from '../../schemas/rules/dataset.ts'
import type {Ask} from '../../studio/where-used/load.ts'
import {type Stored, storedOf} from '../../studio/where-used/stored.ts'
import {findProject} from '../project.ts'

export interface HelplineDesk {
  readonly client: SanityClient
  readonly ask: Ask
  /** Every stored state of the line. Throws UsageError when there is none. */
  line(id: string): Promise<readonly Stored[]>
}

const LINE = '*[_type == "helpline" && (_id == $id || _id == "drafts." + $id)]'
const LINES = 'array::unique(*[_type == "helpline" && !defined(retiredAt)]._id)'

/** Throws UsageError when no project is configured and no server runs. */
export const openHelplineDesk = async (data: string): Promise<HelplineDesk> => {
  const project = await findProject(data)
  if (project === undefined) {
    throw new UsageError(
      'Nothing says whose helplines: set SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_TOKEN, or leave `throwline serve` running in another terminal.',
    )
  }
  const client = projectClient(project).withConfig({perspective: 'raw'})
  const ask: Ask = (query, params) => client.fetch<unknown>(query, {...params})
  return {
    client,
    ask,
    line: async (id) => {
      const stored = storedOf(await ask(LINE, {id}))
      if (stored.length > 0) return stored
      const known: unknown = await ask(LINES, {})
      const ids = Array.isArray(known) ? known.map((each) => publishedId(String(each))) : []
      throw new UsageError(
        `There is no helpline ${id}. There are: ${[...new Set(ids)].toSorted().join(', ')}.`,
      )
    },
  }
}
