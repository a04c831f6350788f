/** A real lake on a folder that goes away with the test, and Sanity's own client. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {type Lake, type LakeOptions, startLake} from '../../lake/server.ts'

export const EXAMPLE = join(import.meta.dirname, '../../examples/health.ndjson')

/** Since 2025-02-19 the default perspective is `published`; before it was `raw`. */
export const API_VERSION = '2025-02-19'

export const folderForTest = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'throwline-lake-test-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return folder
}

export const lakeForTest = async (options: Partial<LakeOptions> = {}): Promise<Lake> => {
  const lake = await startLake({...options, data: options.data ?? (await folderForTest())})
  onTestFinished(() => lake.close())
  return lake
}

export const clientOf = (lake: Lake, config: ClientConfig = {}): SanityClient =>
  createClient({
    projectId: lake.projectId,
    dataset: lake.datasetName,
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: API_VERSION,
    perspective: 'raw',
    maxRetries: 0,
    ...config,
  })

/** A lake that holds these documents; what of the system fields is missing is filled in. */
export const lakeWith = async (
  documents: readonly object[],
  options: Partial<LakeOptions> = {},
): Promise<{readonly lake: Lake; readonly client: SanityClient}> => {
  const folder = await folderForTest()
  const dataset = join(folder, 'data.ndjson')
  await writeFile(dataset, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
  const lake = await lakeForTest({data: join(folder, 'lake'), dataset, ...options})
  return {lake, client: clientOf(lake)}
}

/** What a promise is refused with. Throws when it is not refused. */
export const refusalOf = async (work: Promise<unknown>): Promise<Error> => {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof Error) return outcome
  throw new Error(`It was not refused: ${JSON.stringify(outcome)}`)
}
