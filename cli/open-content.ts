/** From the options and the environment to a content that can be read. */
import {join} from 'node:path'
import {dataFolder, projectConfig} from '../config.ts'
import {openContent} from '../content/assemble.ts'
import type {Content} from '../content/content.ts'
import {type DatasetFile, fileSource} from '../content/file-source.ts'
import {UsageError} from '../errors.ts'

/** Shape and calendar: 2026-02-30 is refused. */
export const parseToday = (value: string | undefined): string => {
  if (value === undefined) return new Date().toISOString().slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw new UsageError(`--today ${value}: write a date as YYYY-MM-DD.`)
  }
  const date = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== value) {
    throw new UsageError(`--today ${value}: there is no such day.`)
  }
  return value
}

export const parseCountry = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (!/^[A-Za-z]{2}$/.test(value)) {
    throw new UsageError(`--country ${value}: write two letters, as in US (ISO 3166-1 alpha-2).`)
  }
  return value.toUpperCase()
}

const indexesFolder = (): string => join(dataFolder(), 'indexes')

/** A dataset file, with its index where an earlier run kept it. */
export const configuredFile = (dataset: string): DatasetFile =>
  fileSource(dataset, {indexes: indexesFolder()})

/** Throws UsageError when there is neither a file nor a project. */
export const openConfiguredContent = async (
  dataset: string | undefined,
  today: string,
): Promise<Content> => {
  if (dataset !== undefined) return openContent(configuredFile(dataset), {today})
  const project = projectConfig()
  if (project === undefined) {
    throw new UsageError(
      'No dataset: name a file with --dataset FILE, or set SANITY_PROJECT_ID and SANITY_DATASET (and SANITY_API_TOKEN for a private dataset).',
    )
  }
  // a third of all modules, none of them needed for a file
  const {sanitySource} = await import('../content/sanity-source.ts')
  return openContent(sanitySource(project), {today})
}
