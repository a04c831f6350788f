/** `throwline serve`: the site and the Studio on one port, and the lake beside them when no project is configured. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import colors from 'picocolors'
import {
  type DeliveryConfig,
  deliveryConfig,
  type ProjectConfig,
  projectConfig,
  webhookConfig,
} from '../../config.ts'
import {type LiveSource, openLiveSource} from '../../content/live/live-source.ts'
import {ThrowlineError, UsageError} from '../../errors.ts'
import {type RunningServer, startServer} from '../../server/server.ts'
import {Newsroom} from '../../server/site/newsroom.ts'
import {announce} from '../delivery/running.ts'
import {parseToday} from '../open-content.ts'
import {openServedApi} from '../serve/api.ts'
import {followChanges} from '../serve/changes.ts'
import {lakeFor} from '../serve/lake.ts'
import {openServedOffice} from '../serve/office.ts'
import {deliveryReach} from '../serve/reach.ts'
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

/** Where a fault of ours came from; what somebody can mend says so itself. */
const complainOf = (error: unknown): void => {
  const isOurs = error instanceof Error && !(error instanceof ThrowlineError)
  complain(isOurs ? String(error.stack) : String(error))
}

interface Parts {
  readonly hasStudio: boolean
  readonly hasOutbox: boolean
  /** Where mail that comes back is taken. */
  readonly returnsUrl: string | undefined
}

const greeting = (
  server: RunningServer,
  source: LiveSource,
  {hasStudio, hasOutbox, returnsUrl}: Parts,
): string =>
  [
    '',
    `  ${colors.bold('Site')}    ${colors.cyan(`${server.url}/`)}`,
    ...(hasStudio ? [`  ${colors.bold('Studio')}  ${colors.cyan(`${server.url}/studio/`)}`] : []),
    `  ${colors.bold('Sign up')} ${colors.cyan(`${server.url}/subscribe/`)}`,
    ...(hasOutbox ? [`  ${colors.bold('Outbox')}  ${colors.cyan(`${server.url}/outbox/`)}`] : []),
    ...(returnsUrl === undefined ? [] : [`  ${colors.bold('Returns')} ${colors.cyan(returnsUrl)}`]),
    `  ${colors.bold('API')}     ${colors.cyan(`${server.url}/api/v1/`)}`,
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
    const settings = deliveryConfig()
    const config: DeliveryConfig = {...settings, data: options.data ?? settings.data}
    const configured = projectConfig()
    if (configured !== undefined && options.dataset !== undefined) {
      throw new UsageError(
        '--dataset fills the local Content Lake, but SANITY_PROJECT_ID names a project. Use one of them.',
      )
    }
    let project: ProjectConfig | undefined = configured
    if (project === undefined) {
      const lake = await lakeFor({
        folder: join(config.data, 'lake'),
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
    let url = config.publicUrl ?? ''
    const office = opened.add(
      await openServedOffice({
        config,
        newsroom,
        publicUrl: () => url,
        onError: complainOf,
        onRefused: complain,
      }),
    )
    const {store} = office.office
    const studio = existsSync(options.studio)
      ? {
          folder: options.studio,
          reach: (helplineId: string) => deliveryReach({store, newsroom}, helplineId),
          ...(lake !== undefined && {lake}),
        }
      : undefined
    const {sanitySecret} = webhookConfig()
    const {joining, inbound, outbox, smtpUrl, returnsUrl} = office
    const {api} = opened.add(
      openServedApi({
        store,
        publicUrl: () => url,
        onProblem: complain,
        onError: complainOf,
      }),
    )
    const server = opened.add(
      await startServer({
        newsroom,
        api,
        joining,
        inbound,
        ...(sanitySecret !== undefined && {
          hooks: {
            secret: sanitySecret,
            touch: (ids) => source.touch(ids),
            onRefused: complain,
            onError: complainOf,
          },
        }),
        port,
        onError: complainOf,
        ...(outbox !== undefined && {outbox}),
        ...(studio !== undefined && {studio}),
      }),
    )
    url = config.publicUrl ?? server.url
    opened.add(
      await followChanges({
        office: office.office,
        source,
        newsroom,
        post: joining.post,
        publicUrl: () => url,
        onProblem: complain,
        onError: complainOf,
        ...(today !== undefined && {today}),
      }),
    )
    if (outbox !== undefined && smtpUrl !== undefined) {
      const running = {url: server.url, smtpUrl, key: outbox.key}
      const ownLake = configured === undefined && lake !== undefined ? {lake} : {}
      opened.add({close: await announce(config.data, {...running, ...ownLake})})
    }
    const parts = {hasStudio: studio !== undefined, hasOutbox: outbox !== undefined, returnsUrl}
    process.stdout.write(greeting(server, source, parts))
    await stopped
    process.stderr.write('Stopping…\n')
    return 0
  } finally {
    await opened.close()
  }
}
