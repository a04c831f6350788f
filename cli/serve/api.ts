/** What the partner API of a server needs: keys, counts, the log of changes. */
import {apiConfig} from '../../config.ts'
import {openChangeLog} from '../../delivery/changes/log.ts'
import {createKeyRing} from '../../delivery/partners/key-ring.ts'
import {openPartners} from '../../delivery/partners/partners.ts'
import {createUsageCounter} from '../../delivery/partners/usage.ts'
import type {Store} from '../../delivery/store/store.ts'
import type {ServerOptions} from '../../server/server.ts'

export interface ServedApi {
  readonly api: NonNullable<ServerOptions['api']>
  close(): Promise<void>
}

export interface ServedApiOptions {
  readonly store: Store
  /** Where the server is reached, once it listens; without a final slash. */
  readonly publicUrl: () => string
  /** Told of each article that was asked for and could not be handed out. */
  readonly onProblem: (problem: string) => void
  readonly onError: (error: unknown) => void
}

/** Milliseconds for which the partners' origins are kept. */
const KEPT_FOR = 5000

/** Throws ConfigError. */
export const openServedApi = (options: ServedApiOptions): ServedApi => {
  const {store, publicUrl, onProblem, onError} = options
  const {hasAccessLog, hasOpenMetrics} = apiConfig()
  const partners = openPartners(store)
  const usage = createUsageCounter(partners, onError)
  let origins: Promise<ReadonlySet<string>> | undefined
  let readAt = -Infinity

  const readOrigins = async (): Promise<ReadonlySet<string>> => {
    const live = (await partners.list()).filter(({revokedAt}) => revokedAt === undefined)
    return new Set(live.flatMap(({scope}) => scope.origins))
  }

  return {
    api: {
      keys: createKeyRing(partners),
      usage,
      changes: openChangeLog(store),
      origins: () => {
        if (origins === undefined || performance.now() - readAt > KEPT_FOR) {
          readAt = performance.now()
          origins = readOrigins()
          origins.catch(() => {
            readAt = -Infinity
          })
        }
        return origins
      },
      publicUrl,
      ready: async () => {
        await store.executeSql('select 1')
      },
      hasOpenMetrics,
      ...(hasAccessLog && {
        onAccess: (entry) => {
          process.stderr.write(`${JSON.stringify(entry)}\n`)
        },
      }),
      onProblem,
    },
    close: () => usage.close(),
  }
}
