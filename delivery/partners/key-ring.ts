/** Whose key it is, looked up in the database at most every two seconds. */
import {Lru} from '../../content/lru.ts'
import {hashOf, isSecret, parseKey} from './key.ts'
import type {Partner} from './partner.ts'
import type {KeyHolder, Partners} from './partners.ts'

/** Milliseconds for which a lookup is kept: a revoked key works no longer than that. */
const KEPT_FOR = 2000
/** Keys kept, those of nobody included. */
const KEPT = 5000

export interface KnownKey {
  readonly keyId: string
  readonly partner: Partner
}

export interface KeyRing {
  /** `undefined` when it opens nothing. Rejects when the database cannot be asked. */
  open(key: string): Promise<KnownKey | undefined>
}

interface Lookup {
  readonly at: number
  readonly holder: Promise<KeyHolder | undefined>
}

/** What a secret is compared with when there is none: an unknown id takes as long as a known one. */
const NOBODY = hashOf('')

/** `now` in milliseconds; a clock that only goes forward. */
export const createKeyRing = (
  partners: Pick<Partners, 'holder'>,
  now: () => number = () => performance.now(),
): KeyRing => {
  const lookups = new Lru<Lookup>(KEPT)

  const holderOf = (id: string): Promise<KeyHolder | undefined> => {
    const known = lookups.get(id)
    if (known !== undefined && now() - known.at < KEPT_FOR) return known.holder
    const lookup = {at: now(), holder: partners.holder(id)}
    lookups.set(id, lookup, 1)
    // one that failed is asked again with the next request
    lookup.holder.catch(() => lookups.set(id, {...lookup, at: -Infinity}, 1))
    return lookup.holder
  }

  return Object.freeze({
    open: async (key: string): Promise<KnownKey | undefined> => {
      const parsed = parseKey(key)
      if (parsed === undefined) return undefined
      const holder = await holderOf(parsed.id)
      const isRight = isSecret(parsed.secret, holder?.hash ?? NOBODY)
      if (holder === undefined || !isRight) return undefined
      const {partner, expiresAt} = holder
      if (expiresAt !== undefined && expiresAt.getTime() <= Date.now()) return undefined
      return {keyId: parsed.id, partner}
    },
  })
}
