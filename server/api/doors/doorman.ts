/** Who asks: the key, the limit of wrong ones by network address, and the partner's own quota. */
import type {IncomingMessage} from 'node:http'
import {RateLimiterMemory} from 'rate-limiter-flexible'
import {Lru} from '../../../content/lru.ts'
import {parseKey} from '../../../delivery/partners/key.ts'
import type {KeyRing, KnownKey} from '../../../delivery/partners/key-ring.ts'
import {senderAddress} from '../../joining/network-address.ts'
import {ApiProblem} from '../problems.ts'
import type {Quotas, Standing} from './quota.ts'

export interface Visitor extends KnownKey {
  readonly standing: Standing
}

/** Wrong keys from one network address in a minute. */
const WRONG_MOST = 20
const WINDOW = 60

const BEARER = /^Bearer +(\S+) *$/i

/** Of either header; two keys that differ are none. */
const keyOf = ({headers}: IncomingMessage): string | undefined => {
  const {authorization, 'x-api-key': given} = headers
  if (authorization === undefined) return typeof given === 'string' ? given : undefined
  const [, bearer] = BEARER.exec(authorization) ?? []
  return given === undefined || given === bearer ? (bearer ?? '') : ''
}

const CHALLENGE = {'WWW-Authenticate': 'Bearer realm="api"'}

/** Ids of keys that were right lately: a neighbour's wrong keys do not keep them out. */
const RIGHT_KEPT = 5000

/** Milliseconds for which a header that was right is right again, besides what the key ring keeps. */
const RECALLED_FOR = 1000
const RECALLED_MOST = 5000

interface Recalled {
  readonly known: KnownKey
  readonly until: number
}

export class Doorman {
  readonly #ring: KeyRing
  readonly #quotas: Quotas
  readonly #wrong = new RateLimiterMemory({points: WRONG_MOST, duration: WINDOW})
  readonly #right = new Lru<true>(RIGHT_KEPT)
  readonly #recalled = new Map<string, Recalled>()

  constructor(ring: KeyRing, quotas: Quotas) {
    this.#ring = ring
    this.#quotas = quotas
  }

  /**
   * Who sent this very header a moment ago, without waiting; undefined when nobody did, or when something else
   * in the request has a say. A lookup by hash (seeded, as V8's are) tells nobody how much of a guess was right.
   */
  recall({headers}: IncomingMessage): KnownKey | undefined {
    const {authorization} = headers
    if (authorization === undefined || headers['x-api-key'] !== undefined) return undefined
    const recalled = this.#recalled.get(authorization)
    if (recalled === undefined || recalled.until < performance.now()) return undefined
    return recalled.known
  }

  /** Throws ApiProblem: 401, 429; and whatever keeps the database from answering. */
  async admit(request: IncomingMessage): Promise<Visitor> {
    const key = keyOf(request)
    if (key === undefined) {
      throw new ApiProblem('KEY_MISSING', '', {headers: CHALLENGE})
    }
    const id = parseKey(key)?.id
    const isKnown = id !== undefined && this.#right.get(id) === true
    if (!isKnown) await this.#refuseGuesser(request)
    const known = id === undefined ? undefined : await this.#ring.open(key)
    if (known === undefined) {
      await this.#wrong.penalty(senderAddress(request), 1)
      throw new ApiProblem('KEY_INVALID', '', {headers: CHALLENGE})
    }
    if (!isKnown) this.#right.set(known.keyId, true, 1)
    const {authorization} = request.headers
    if (authorization !== undefined) {
      if (this.#recalled.size >= RECALLED_MOST) this.#recalled.clear()
      this.#recalled.set(authorization, {known, until: performance.now() + RECALLED_FOR})
    }
    return this.welcome(known)
  }

  /** Counts a request. */
  welcome({keyId, partner}: KnownKey): Visitor {
    return {keyId, partner, standing: this.#quotas.take(partner.id, partner.scope.perMinute)}
  }

  async #refuseGuesser(request: IncomingMessage): Promise<void> {
    const tried = await this.#wrong.get(senderAddress(request))
    if (tried === null || tried.consumedPoints < WRONG_MOST) return
    const seconds = String(Math.max(1, Math.ceil(tried.msBeforeNext / 1000)))
    throw new ApiProblem('FAILURES_LIMITED', '', {headers: {'Retry-After': seconds}})
  }
}
