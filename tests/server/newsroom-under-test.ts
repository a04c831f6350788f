/** A lake with the example newsroom, and the site that reads from it, both closed after the test. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {type LiveSource, openLiveSource} from '../../content/live/live-source.ts'
import {startLake} from '../../lake/server.ts'
import {PATIENCE} from '../../server/patience.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {Newsroom} from '../../server/site/newsroom.ts'

export const EXAMPLE = join(import.meta.dirname, '../../examples/health.ndjson')
/** The day on which the example's helplines were checked. */
export const TODAY = '2026-11-23'

export interface NewsroomUnderTest {
  /** Writes as an editor's Studio does. */
  readonly editor: SanityClient
  readonly source: LiveSource
  readonly server: RunningServer
  readonly problems: readonly string[]
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The text at a path, asked for until `isThere` says yes; a site follows within moments. */
  eventually(path: string, isThere: (text: string, status: number) => boolean): Promise<string>
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

export const openNewsroomUnderTest = async (
  dataset = EXAMPLE,
  patience = PATIENCE,
): Promise<NewsroomUnderTest> => {
  const data = await mkdtemp(join(tmpdir(), 'throwline-newsroom-'))
  const lake = await startLake({data, dataset, port: 0})
  const project = {projectId: 'local', dataset: 'production', apiHost: lake.url}
  const source = await openLiveSource(project)
  const problems: string[] = []
  const onProblem = (problem: string): void => {
    problems.push(problem)
  }
  const newsroom = new Newsroom({source, today: TODAY, onProblem})
  const server = await startServer({
    newsroom,
    port: 0,
    patience,
    onError: (error) => onProblem(String(error)),
  })
  onTestFinished(async () => {
    await server.close()
    await source.close()
    await lake.close()
    await rm(data, {recursive: true, force: true})
  })
  const get: NewsroomUnderTest['get'] = (path, headers = {}) =>
    fetch(`${server.url}${path}`, {headers, redirect: 'manual'})
  return {
    editor: createClient({
      ...project,
      apiVersion: '2025-02-19',
      useCdn: false,
      useProjectHostname: false,
      token: 'editor',
    }),
    source,
    server,
    problems,
    get,
    eventually: async (path, isThere) => {
      for (;;) {
        const response = await get(path)
        const text = await response.text()
        if (isThere(text, response.status)) return text
        await pause(20)
      }
    },
  }
}
