/** Pages of other people, read politely: robots.txt, a name, one at a time with a pause, within limits. */
import {FetchFailure, unreachable} from './failure.ts'
import {Hosts} from './hosts.ts'
import {type Answer, get, type RequestLimits} from './request.ts'
import {ALL_ALLOWED, parseRobots, type Robots, ROBOTS_BYTES} from './robots.ts'

/** What robots.txt files call us. */
export const ROBOTS_NAME = 'Throwline-Audit'

export interface FetchSettings {
  /** Who asks, for whoever reads the log of a partner's server: an address. */
  readonly contact: string
  /** Milliseconds between two requests to one host; a `Crawl-delay` may ask for more. */
  readonly pause?: number
  /** Milliseconds for one request. */
  readonly time?: number
  /** Bytes of one page. */
  readonly bytes?: number
  /** Read addresses of private networks and of this machine too. */
  readonly allowPrivate?: boolean
}

export interface Fetched extends Answer {
  /** The address that answered, redirects followed. */
  readonly url: URL
}

const PAUSE = 1000
const TIME = 20_000
const BYTES = 5_000_000
const MOST_REDIRECTS = 5
/** A file that asks for longer is not waited for any longer. */
const LONGEST_PAUSE = 30_000
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

const PAGE = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'

export class Fetcher {
  readonly userAgent: string
  readonly #settings: Required<FetchSettings>
  readonly #hosts = new Hosts()
  readonly #robots = new Map<string, Promise<Robots>>()

  constructor(settings: FetchSettings) {
    this.#settings = {pause: PAUSE, time: TIME, bytes: BYTES, allowPrivate: false, ...settings}
    this.userAgent = `${ROBOTS_NAME}/0.1 (+${settings.contact})`
  }

  /** A page. Throws FetchFailure; an answer that is an error is an answer. */
  async page(url: URL): Promise<Fetched> {
    return this.#follow(url, async (hop) => {
      const robots = await this.#robotsOf(hop)
      if (!robots.isAllowed(`${hop.pathname}${hop.search}`)) {
        throw new FetchFailure('refused', `robots.txt of ${hop.host} does not let us read it`)
      }
      const pause = Math.max(this.#settings.pause, (robots.delay ?? 0) * 1000)
      return this.#hosts.run(hop.host, Math.min(pause, LONGEST_PAUSE), () =>
        this.#get(hop, PAGE, {bytes: this.#settings.bytes}),
      )
    })
  }

  /** What a page brings along, as a reader's browser asks for it: at once. Throws FetchFailure. */
  async part(url: URL, origin?: string): Promise<Fetched> {
    const from = origin === undefined ? {} : {origin}
    return this.#follow(url, (hop) => this.#get(hop, '*/*', {bytes: this.#settings.bytes}, from))
  }

  async #follow(url: URL, ask: (hop: URL) => Promise<Answer>): Promise<Fetched> {
    let hop = url
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      if (hop.protocol !== 'https:' && hop.protocol !== 'http:') {
        throw unreachable(`it leads to ${hop.protocol}, which is no web page`)
      }
      const answer = await ask(hop)
      const {location} = answer.headers
      if (!REDIRECTS.includes(answer.status) || location === undefined) {
        return {...answer, url: hop}
      }
      if (!URL.canParse(location, hop)) throw unreachable(`it leads to "${location}", no address`)
      hop = new URL(location, hop)
    }
    throw unreachable(`it leads on and on, more than ${MOST_REDIRECTS} times`)
  }

  #get(
    url: URL,
    accept: string,
    size: Pick<RequestLimits, 'bytes' | 'isCut'>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const headers = {'user-agent': this.userAgent, accept, 'accept-language': '*', ...more}
    const {time, allowPrivate} = this.#settings
    return get(url, headers, {...size, time, allowPrivate})
  }

  #robotsOf({origin, host}: URL): Promise<Robots> {
    const known = this.#robots.get(origin) ?? this.#readRobots(origin, host)
    this.#robots.set(origin, known)
    return known
  }

  /** RFC 9309, 2.3.1: none there allows all; one that cannot be had allows nothing. */
  async #readRobots(origin: string, host: string): Promise<Robots> {
    const {status, body} = await this.#hosts.run(host, this.#settings.pause, () =>
      this.#follow(new URL('/robots.txt', origin), (hop) =>
        this.#get(hop, 'text/plain', {bytes: ROBOTS_BYTES, isCut: true}),
      ),
    )
    if (status >= 500 || status === 429) {
      throw new FetchFailure('refused', `robots.txt of ${host} answered ${status}: to stay away`)
    }
    return status >= 200 && status < 300
      ? parseRobots(body.toString('utf8'), ROBOTS_NAME)
      : ALL_ALLOWED
  }
}
