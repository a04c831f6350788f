/** `throwline serve`: the site and the Studio on one port, and the lake beside them when no project is configured. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import colors from 'picocolors'
import {dataFolder, type ProjectConfig, projectConfig} from '../../config.ts'
import {type LiveSource, openLiveSource} from '../../content/live/live-source.ts'
import {UsageError} from '../../errors.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {parseToday} from '../open-content.ts'
import {lakeFor} from '../serve/lake.ts'
import {untilStopped} from '../serve/stop.ts'

export interface ServeCommandOptions {
  readonly dataset?: string
  readonly port: string
  readonly lakePort: string
  readonly data?: string
  readonly studio: string
  readonly today?: string
}

const parsePort = (option: string, value: string): number => {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw new UsageError(`${option} ${value}: write a port, 0 to 65535; 0 takes any that is free.`)
}

/** What has been opened, closed in the opposite order. */
class Opened {
  readonly #closers: (() => Promise<void>)[] = []

  add<T extends {close(): Promise<void>}>(each: T): T {
    this.#closers.push(() => each.close())
    return each
  }

  async close(): Promise<void> {
    for (const close of this.#closers.toReversed()) await close()
  }
}

const complain = (problem: string): void => {
  process.stderr.write(`${colors.yellow('!')} ${problem}\n`)
}

const greeting = (server: RunningServer, source: LiveSource, hasStudio: boolean): string =>
  [
    '',
    `  ${colors.bold('Site')}    ${colors.cyan(`${server.url}/`)}`,
    ...(hasStudio ? [`  ${colors.bold('Studio')}  ${colors.cyan(`${server.url}/studio/`)}`] : []),
    `  ${colors.bold('Content')} ${source.name}`,
    '',
    `  ${colors.dim('Ctrl-C stops everything; what was acknowledged is kept.')}`,
    '',
    '',
  ].join('\n')

/** Serves until it is told to stop. The exit status is 0. */
export const serveCommand = async (options: ServeCommandOptions): Promise<number> => {
  const port = parsePort('--port', options.port)
  const lakePort = parsePort('--lake-port', options.lakePort)
  const today = options.today === undefined ? undefined : parseToday(options.today)
  const stopped = untilStopped()
  const opened = new Opened()
  try {
    const configured = projectConfig()
    if (configured !== undefined && options.dataset !== undefined) {
      throw new UsageError(
        '--dataset fills the local Content Lake, but SANITY_PROJECT_ID names a project. Use one of them.',
      )
    }
    let project: ProjectConfig | undefined = configured
    if (project === undefined) {
      const lake = await lakeFor({
        folder: join(options.data ?? dataFolder(), 'lake'),
        port: lakePort,
        ...(options.dataset !== undefined && {dataset: options.dataset}),
      })
      project = opened.add(lake).project
    }
    const source = opened.add(await openLiveSource(project))
    const newsroom = new Newsroom({
      source,
      onProblem: complain,
      ...(today !== undefined && {today}),
    })
    const {apiHost: lake} = project
    const studio = existsSync(options.studio)
      ? {folder: options.studio, ...(lake !== undefined && {lake})}
      : undefined
    const server = opened.add(
      await startServer({
        newsroom,
        port,
        onError: (error) => complain(error instanceof Error ? String(error.stack) : String(error)),
        ...(studio !== undefined && {studio}),
      }),
    )
    process.stdout.write(greeting(server, source, studio !== undefined))
    await stopped
    process.stderr.write('Stopping…\n')
    return 0
  } finally {
    await opened.close()
  }
}
