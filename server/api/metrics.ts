/** What a Prometheus server asks for. No label holds anything of a visitor. */
import {collectDefaultMetrics, Counter, Histogram, Registry} from 'prom-client'

export interface Metrics {
  /** `seconds` from the request's head to the last byte handed on. */
  count(route: string, status: number, seconds: number): void
  refused(): void
  readonly contentType: string
  text(): Promise<string>
}

const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export const createMetrics = (): Metrics => {
  const register = new Registry()
  collectDefaultMetrics({register})
  const requests = new Counter({
    name: 'throwline_api_requests_total',
    help: 'Requests to the partner API.',
    labelNames: ['route', 'status'],
    registers: [register],
  })
  const seconds = new Histogram({
    name: 'throwline_api_request_seconds',
    help: 'From the head of a request to the last byte handed on.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers: [register],
  })
  const refusals = new Counter({
    name: 'throwline_api_articles_refused_total',
    help: 'Articles that were asked for and could not be handed out.',
    registers: [register],
  })
  // looking labels up each time costs more than counting
  const bound = new Map<string, ReturnType<typeof requests.labels>>()
  const timers = new Map<string, ReturnType<typeof seconds.labels>>()
  return Object.freeze({
    contentType: register.contentType,
    count: (route: string, status: number, took: number) => {
      const key = `${route} ${status}`
      const counter = bound.get(key) ?? requests.labels(route, String(status))
      bound.set(key, counter)
      counter.inc()
      const timer = timers.get(route) ?? seconds.labels(route)
      timers.set(route, timer)
      timer.observe(took)
    },
    refused: () => refusals.inc(),
    text: () => register.metrics(),
  })
}
