/**
 * A browser opens six connections to a host name at most, and the Studio listens on as many: its
 * other requests would wait for ever. So each listener of a browser is sent to a name of its own
 * (`<random>.localhost`), which is also its ticket: after a redirect browsers name no origin and
 * send no token.
 */
import {randomBytes} from 'node:crypto'

const MOST = 10_000
const NAME = /^(listen-[0-9a-f]{32})\.localhost(?::\d+)?$/

export class ListenHosts {
  readonly #known = new Set<string>()

  /** Whether a request is one of a browser, to a name that such names can stand beside. */
  wants(headers: Headers): boolean {
    const host = headers.get('host') ?? ''
    const isBrowser = headers.has('origin') || headers.has('sec-fetch-mode')
    return isBrowser && /\.localhost(?::\d+)?$/.test(host) && !this.isTicket(host)
  }

  /** The same address under a new name. */
  address(url: URL): URL {
    const name = `listen-${randomBytes(16).toString('hex')}`
    this.#known.add(name)
    const oldest = this.#known.values().next().value
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest)
    const moved = new URL(url)
    moved.hostname = `${name}.localhost`
    return moved
  }

  isTicket(host: string | null): boolean {
    const name = NAME.exec(host ?? '')?.[1]
    return name !== undefined && this.#known.has(name)
  }
}
