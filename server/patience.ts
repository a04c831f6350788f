/** How long a connection may be slow before it is let go, so that a few thousand idlers keep nobody out. */
import type {Server, ServerOptions} from 'node:http'

export interface Patience {
  /** Milliseconds for the head of a request: 408 afterwards. */
  readonly head: number
  /** Milliseconds for all of a request: 408 afterwards. */
  readonly request: number
  /** Milliseconds in which nothing comes and nothing is taken. */
  readonly silence: number
  /** Milliseconds between looks for heads and requests that are too slow. */
  readonly every: number
}

export const PATIENCE: Patience = {head: 20_000, request: 60_000, silence: 60_000, every: 5_000}

export const requestLimits = ({head, request, every}: Patience): ServerOptions => ({
  headersTimeout: head,
  requestTimeout: request,
  connectionsCheckingInterval: every,
})

/** A reader who takes nothing of an answer would keep it, and its socket, for ever. */
export const endSilence = (server: Server, {silence}: Patience): void => {
  server.setTimeout(silence)
}
