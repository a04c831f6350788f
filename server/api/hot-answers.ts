/** Bodies that answered the very same words of the same scope before, for as long as the edition is the same. */
import type {KnownKey} from '../../delivery/partners/key-ring.ts'
import type {Partner} from '../../delivery/partners/partner.ts'
import type {Edition} from '../site/edition.ts'
import type {Prepared} from './prepared.ts'

/** Octets of bodies that are kept for the very same request; beyond them all are forgotten. */
const HOT = 64 * 1024 * 1024
/** What a kept answer takes besides its body. */
const OVERHEAD = 1024
/** Letters of address and Accept that are kept. */
const WORDS_MAX = 2000
/** What the log calls the path stands beside the body. */
export interface Hot {
  readonly prepared: Prepared
  readonly route: string
}

const SCOPES = new WeakMap<Partner, string>()

const scopeKey = (partner: Partner): string => {
  const known = SCOPES.get(partner) ?? JSON.stringify({...partner.scope, perMinute: 0})
  SCOPES.set(partner, known)
  return known
}

export class HotAnswers {
  readonly edition: Edition
  /** By scope, Accept and address: joining them into one key would cost more than all three. */
  readonly #answers = new Map<string, Map<string, Map<string, Hot>>>()
  readonly #told = new Set<string>()
  #weight = 0

  constructor(edition: Edition) {
    this.edition = edition
  }

  /** False when the refusal of this article was told already. */
  isNews(articleId: string): boolean {
    const isNew = !this.#told.has(articleId)
    this.#told.add(articleId)
    return isNew
  }

  get({partner}: KnownKey, accept: string, url: string): Hot | undefined {
    return this.#answers.get(scopeKey(partner))?.get(accept)?.get(url)
  }

  set({partner}: KnownKey, accept: string, url: string, hot: Hot): void {
    if (accept.length + url.length > WORDS_MAX) return
    this.#weight += hot.prepared.size + OVERHEAD
    if (this.#weight > HOT) {
      this.#answers.clear()
      this.#weight = hot.prepared.size + OVERHEAD
    }
    const scope = scopeKey(partner)
    const byAccept = this.#answers.get(scope) ?? new Map<string, Map<string, Hot>>()
    this.#answers.set(scope, byAccept)
    const byUrl = byAccept.get(accept) ?? new Map<string, Hot>()
    byAccept.set(accept, byUrl)
    byUrl.set(url, hot)
  }
}
