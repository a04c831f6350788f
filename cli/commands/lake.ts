/** `throwline lake`: a local Content Lake for the Studio and for Sanity's clients. */
import {join} from 'node:path'
import colors from 'picocolors'
import {dataFolder} from '../../config.ts'
import {UsageError} from '../../errors.ts'
import {type Lake, startLake} from '../../lake/server.ts'
import {untilStopped} from '../serve/stop.ts'

export interface LakeCommandOptions {
  readonly dataset?: string
  readonly port: string
  readonly data?: string
  readonly name: string
  readonly host?: string
  readonly token?: string
}

const parsePort = (value: string): number => {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw new UsageError(`--port ${value}: write a port, 0 to 65535; 0 takes any that is free.`)
}

const parseName = (value: string): string => {
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(value)) return value
  throw new UsageError(
    `--name ${value}: a dataset is named with lower-case letters, digits, _ and -.`,
  )
}

const origin = (lake: Lake, folder: string, dataset: string | undefined): string => {
  if (lake.seeded !== undefined) {
    const {documents, assets} = lake.seeded
    return `${documents} documents and ${assets} assets were read from ${dataset ?? 'the dataset'}`
  }
  if (dataset === undefined) return `${lake.size()} documents in ${folder}`
  return `${lake.size()} documents in ${folder}; ${dataset} was not read, for the folder is not empty`
}

const greeting = (lake: Lake, folder: string, dataset: string | undefined): string =>
  [
    '',
    `  ${colors.bold('Content Lake')}  ${colors.cyan(lake.url)}`,
    `  ${colors.bold('Project')}       ${lake.projectId}, dataset ${lake.datasetName}`,
    `  ${colors.bold('Content')}       ${origin(lake, folder, dataset)}`,
    '',
    `  ${colors.dim('Ctrl-C stops it; what was acknowledged is kept.')}`,
    '',
    '',
  ].join('\n')

/** Serves until it is told to stop. The exit status is 0. */
export const lakeCommand = async (options: LakeCommandOptions): Promise<number> => {
  const {dataset, host, token} = options
  const port = parsePort(options.port)
  const datasetName = parseName(options.name)
  const folder = join(options.data ?? dataFolder(), 'lake')
  const stopped = untilStopped()
  const lake = await startLake({
    data: folder,
    port,
    datasetName,
    ...(dataset !== undefined && {dataset}),
    ...(host !== undefined && {host}),
    ...(token !== undefined && {token}),
    onNotice: (notice) => process.stderr.write(`${colors.yellow('!')} ${notice}\n`),
  })
  try {
    process.stdout.write(greeting(lake, folder, dataset))
    await stopped
  } finally {
    await lake.close()
  }
  return 0
}
