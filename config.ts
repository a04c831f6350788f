/** The only reader of the environment. A missing variable is named, never guessed. */
import {ConfigError} from './errors.ts'

export interface ProjectConfig {
  readonly projectId: string
  readonly dataset: string
  readonly token?: string
  /** Another host than Sanity's, e.g. a local Content Lake. */
  readonly apiHost?: string
}

type Environment = Readonly<Record<string, string | undefined>>

const present = (value: string | undefined): value is string =>
  value !== undefined && value.trim() !== ''

/** `undefined` when neither SANITY_PROJECT_ID nor SANITY_DATASET is set; throws ConfigError when only one is. */
export const projectConfig = (
  environment: Environment = process.env,
): ProjectConfig | undefined => {
  const {
    SANITY_PROJECT_ID: projectId,
    SANITY_DATASET: dataset,
    SANITY_API_TOKEN: token,
    SANITY_API_HOST: apiHost,
  } = environment
  if (!present(projectId) && !present(dataset)) return undefined
  if (!present(projectId)) {
    throw new ConfigError('SANITY_PROJECT_ID', 'SANITY_DATASET is set without it. Set both.')
  }
  if (!present(dataset)) {
    throw new ConfigError('SANITY_DATASET', 'SANITY_PROJECT_ID is set without it. Set both.')
  }
  if (present(apiHost) && !URL.canParse(apiHost)) {
    throw new ConfigError(
      'SANITY_API_HOST',
      `"${apiHost}" is not an address. Write it as https://host.`,
    )
  }
  return {
    projectId,
    dataset,
    ...(present(token) && {token}),
    ...(present(apiHost) && {apiHost}),
  }
}

/** THROWLINE_DATA: where the lake and the database of deliveries live; `.throwline` when it is not set. */
export const dataFolder = (environment: Environment = process.env): string => {
  const {THROWLINE_DATA: folder} = environment
  return present(folder) ? folder : '.throwline'
}
