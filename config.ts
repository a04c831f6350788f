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

export interface DeliveryConfig {
  /** Folder of the embedded database and of the kept secret. */
  readonly data: string
  /** PostgreSQL, in place of the embedded database. */
  readonly databaseUrl?: string
  readonly smtpUrl?: string
  readonly smppUrl?: string
  /** Signs links and keys hashes; one is made and kept in the data folder when it is absent. */
  readonly secret?: string
  /** Where readers reach the server, without a slash at the end; the site's address when absent. */
  readonly publicUrl?: string
}

/** Characters; the one that is made has 43. */
const SECRET_MIN = 24

const urlSetting = (
  environment: Environment,
  name: string,
  protocols: readonly string[],
): string | undefined => {
  const value = environment[name]?.trim()
  if (value === undefined || value === '') return undefined
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  // never the value: it may hold a password
  throw new ConfigError(
    name,
    `This is not an address that begins with ${protocols.join('// or ')}//.`,
  )
}

/** THROWLINE_DATA, DATABASE_URL, SMTP_URL, SMPP_URL, THROWLINE_SECRET and PUBLIC_URL. */
export const deliveryConfig = (environment: Environment = process.env): DeliveryConfig => {
  const databaseUrl = urlSetting(environment, 'DATABASE_URL', ['postgres:', 'postgresql:'])
  const smtpUrl = urlSetting(environment, 'SMTP_URL', ['smtp:', 'smtps:'])
  const smppUrl = urlSetting(environment, 'SMPP_URL', ['smpp:', 'ssmpp:'])
  const publicUrl = urlSetting(environment, 'PUBLIC_URL', ['https:', 'http:'])?.replace(/\/+$/, '')
  const {THROWLINE_SECRET: secret} = environment
  if (present(secret) && secret.length < SECRET_MIN) {
    throw new ConfigError(
      'THROWLINE_SECRET',
      `This is too short to be a secret. Set ${SECRET_MIN} random characters or more.`,
    )
  }
  return {
    data: dataFolder(environment),
    ...(databaseUrl !== undefined && {databaseUrl}),
    ...(smtpUrl !== undefined && {smtpUrl}),
    ...(smppUrl !== undefined && {smppUrl}),
    ...(present(secret) && {secret}),
    ...(publicUrl !== undefined && {publicUrl}),
  }
}
