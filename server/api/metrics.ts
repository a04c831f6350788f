/** What a Prometheus server asks for. No label holds anything of a visitor. */
import {collectDefaultMetrics, Registry} from 'prom-client'

export interface Metrics {
  /** `ms`: from the request's head to the last byte handed on. */
  count(route: string, status: number, ms: number): void
  refused(): void
  readonly contentType: string
  text(): Promise<string>
}

/** Upper ends, in milliseconds. */
const BUCKETS = [0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500]

interface Sums {
  readonly statuses: Map<number, number>
  /** One more than BUCKETS: whatever took longer. */
  readonly buckets: number[]
  ms: number
}

/** Counting in place: a library's counter costs a request more than all the rest of counting it. */
const createSums = () => {
  const byRoute = new Map<string, Sums>()
  return {
    byRoute,
    count: (route: string, status: number, ms: number): void => {
      let sums = byRoute.get(route)
      if (sums === undefined) {
        const buckets = Array.from({length: BUCKETS.length + 1}, () => 0)
        sums = {statuses: new Map(), buckets, ms: 0}
        byRoute.set(route, sums)
      }
      sums.statuses.set(status, (sums.statuses.get(status) ?? 0) + 1)
      let bucket = 0
      while (bucket < BUCKETS.length && ms > (BUCKETS[bucket] ?? 0)) bucket += 1
      sums.buckets[bucket] = (sums.buckets[bucket] ?? 0) + 1
      sums.ms += ms
    },
  }
}

const requestsText = (byRoute: ReadonlyMap<string, Sums>): readonly string[] => [
  '# HELP throwline_api_requests_total Requests to the partner API.',
  '# TYPE throwline_api_requests_total counter',
  ...[...byRoute].flatMap(([route, {statuses}]) =>
    [...statuses].map(
      ([status, count]) =>
        `throwline_api_requests_total{route="${route}",status="${status}"} ${count}`,
    ),
  ),
]

const secondsText = (byRoute: ReadonlyMap<string, Sums>): readonly string[] => {
  const name = 'throwline_api_request_seconds'
  return [
    `# HELP ${name} From the head of a request to the last byte handed on.`,
    `# TYPE ${name} histogram`,
    ...[...byRoute].flatMap(([route, {buckets, ms}]) => {
      let sum = 0
      const lines = buckets.map((count, index) => {
        sum += count
        const end = BUCKETS[index]
        const le = end === undefined ? '+Inf' : String(end / 1000)
        return `${name}_bucket{route="${route}",le="${le}"} ${sum}`
      })
      return [
        ...lines,
        `${name}_sum{route="${route}"} ${ms / 1000}`,
        `${name}_count{route="${route}"} ${sum}`,
      ]
    }),
  ]
}

export const createMetrics = (): Metrics => {
  const register = new Registry()
  collectDefaultMetrics({register})
  const {byRoute, count} = createSums()
  let refusals = 0
  return Object.freeze({
    contentType: register.contentType,
    count,
    refused: () => {
      refusals += 1
    },
    text: async () => {
      const own = [
        ...requestsText(byRoute),
        ...secondsText(byRoute),
        '# HELP throwline_api_articles_refused_total Articles asked for that could not be handed out.',
        '# TYPE throwline_api_articles_refused_total counter',
        `throwline_api_articles_refused_total ${refusals}`,
      ]
      return `${await register.metrics()}${own.join('\n')}\n`
    },
  })
}
