/** Partners and their keys in the database. */
import {type Kysely, sql} from 'kysely'
import {PartnerError} from '../../errors.ts'
import type {Schema} from '../store/schema.ts'
import type {Store} from '../store/store.ts'
import {makeId, makeKey} from './key.ts'
import {
  PER_MINUTE,
  type Partner,
  type PartnerKey,
  type PartnerUsage,
  type Scope,
} from './partner.ts'
import {keyOf, partnerOf} from './rows.ts'

/** Days for which the old key goes on beside the new one. */
export const OVERLAP_DAYS = 7
const DAY = 86_400_000

export interface NewPartner extends Partial<Scope> {
  readonly name: string
  /** A mail address, for news of what stopped working. */
  readonly contact?: string
}

export interface IssuedKey {
  readonly partner: Partner
  readonly keyId: string
  /** Whole; nobody can show it again. */
  readonly key: string
}

export interface PartnerStatus {
  readonly partner: Partner
  /** Those that open something, newest first. */
  readonly keys: readonly PartnerKey[]
  readonly usage: readonly PartnerUsage[]
}

/** What a lookup needs to decide about a request. */
export interface KeyHolder {
  readonly partner: Partner
  readonly hash: string
  readonly expiresAt?: Date
}

export interface UsageCount {
  readonly partnerId: string
  readonly keyId: string
  readonly day: string
  readonly status: number
  readonly requests: number
  readonly at: Date
}

/** Up to where a partner has followed the log of changes. */
export interface Position {
  readonly cursor: number
  readonly at: Date
}

export interface Partners {
  /** Throws PartnerError PARTNER_NAME_TAKEN. */
  add(partner: NewPartner): Promise<IssuedKey>
  /** `who`: an id or a name. The old key ends after `overlapDays`; one that was older ends now. Throws PartnerError. */
  rotate(who: string, overlapDays?: number): Promise<IssuedKey & {readonly oldEndsAt: Date}>
  /** All keys of it, at once. Throws PartnerError. */
  revoke(who: string): Promise<Partner>
  /** By name; revoked ones at the end. */
  list(): Promise<readonly Partner[]>
  /** Throws PartnerError PARTNER_UNKNOWN. */
  status(who: string, days: number): Promise<PartnerStatus>
  /** `undefined` when no live partner has such a key. */
  holder(keyId: string): Promise<KeyHolder | undefined>
  count(counts: readonly UsageCount[]): Promise<void>
  /** By partner id. The newest counts: a partner that begins anew is behind again. */
  saw(positions: ReadonlyMap<string, Position>): Promise<void>
  /** Throws PartnerError. */
  setPages(who: string, pages: readonly string[]): Promise<Partner>
}

const unknown = (who: string): PartnerError =>
  new PartnerError(
    'PARTNER_UNKNOWN',
    `No partner has the id or the name "${who}". See "throwline partners list".`,
  )

const find = async (db: Kysely<Schema>, who: string): Promise<Partner> => {
  const rows = await db
    .selectFrom('partners')
    .selectAll()
    .where(({eb, or, fn}) =>
      or([eb('id', '=', who), eb(fn('lower', ['name']), '=', who.toLowerCase())]),
    )
    .orderBy(sql`revoked_at is not null, created_at desc`)
    .limit(1)
    .execute()
  const [row] = rows
  if (row === undefined) throw unknown(who)
  return partnerOf(row)
}

const findLive = async (db: Kysely<Schema>, who: string): Promise<Partner> => {
  const partner = await find(db, who)
  if (partner.revokedAt === undefined) return partner
  throw new PartnerError(
    'PARTNER_REVOKED',
    `${partner.name} was revoked on ${partner.revokedAt.toISOString().slice(0, 10)}. Give it a new key with "throwline partners add".`,
  )
}

const issue = async (db: Kysely<Schema>, partner: Partner): Promise<IssuedKey> => {
  const {id, key, hash} = makeKey()
  await db.insertInto('partner_keys').values({id, partner_id: partner.id, hash}).execute()
  return Object.freeze({partner, keyId: id, key})
}

const add = async (db: Kysely<Schema>, given: NewPartner): Promise<IssuedKey> => {
  const {name, contact, topics = [], languages = [], countries = [], origins = []} = given
  const row = await db
    .insertInto('partners')
    .values({
      id: makeId(),
      name,
      contact: contact ?? null,
      topics: [...topics],
      languages: [...languages],
      countries: [...countries],
      origins: [...origins],
      per_minute: given.perMinute ?? PER_MINUTE,
    })
    .onConflict((conflict) =>
      conflict
        .expression(sql`lower(name)`)
        .where('revoked_at', 'is', null)
        .doNothing(),
    )
    .returningAll()
    .executeTakeFirst()
  if (row !== undefined) return issue(db, partnerOf(row))
  throw new PartnerError(
    'PARTNER_NAME_TAKEN',
    `There is a partner "${name}" already. Choose another name, or rotate its key with "throwline partners rotate".`,
  )
}

const rotate = async (db: Kysely<Schema>, who: string, overlapDays: number) => {
  const partner = await findLive(db, who)
  const now = new Date()
  const oldEndsAt = new Date(now.getTime() + overlapDays * DAY)
  const ofPartner = db.updateTable('partner_keys').where('partner_id', '=', partner.id)
  // one that was to end already is the third: two live keys are enough
  await ofPartner.set({expires_at: now}).where('expires_at', '>', now).execute()
  await ofPartner.set({expires_at: oldEndsAt}).where('expires_at', 'is', null).execute()
  return Object.freeze({...(await issue(db, partner)), oldEndsAt})
}

const revoke = async (db: Kysely<Schema>, who: string): Promise<Partner> => {
  const {id} = await findLive(db, who)
  const row = await db
    .updateTable('partners')
    .set({revoked_at: new Date()})
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await db.deleteFrom('partner_keys').where('partner_id', '=', id).execute()
  return partnerOf(row)
}

const status = async (db: Kysely<Schema>, who: string, days: number): Promise<PartnerStatus> => {
  const partner = await find(db, who)
  const now = Date.now()
  const keys = await db
    .selectFrom('partner_keys')
    .selectAll()
    .where('partner_id', '=', partner.id)
    .where(({eb, or}) => or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date(now))]))
    .orderBy('created_at', 'desc')
    .execute()
  const from = new Date(now - (days - 1) * DAY).toISOString().slice(0, 10)
  const usage = await db
    .selectFrom('partner_usage')
    .select(['day', 'status', 'requests'])
    .where('partner_id', '=', partner.id)
    .where('day', '>=', from)
    .orderBy('day', 'desc')
    .orderBy('status')
    .execute()
  return Object.freeze({partner, keys: keys.map(keyOf), usage})
}

const holder = async (db: Kysely<Schema>, keyId: string): Promise<KeyHolder | undefined> => {
  const key = await db
    .selectFrom('partner_keys')
    .selectAll()
    .where('id', '=', keyId)
    .executeTakeFirst()
  if (key === undefined) return undefined
  const row = await db
    .selectFrom('partners')
    .selectAll()
    .where('id', '=', key.partner_id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return Object.freeze({
    partner: partnerOf(row),
    hash: key.hash,
    ...(key.expires_at !== null && {expiresAt: key.expires_at}),
  })
}

const count = async (db: Kysely<Schema>, counts: readonly UsageCount[]): Promise<void> => {
  if (counts.length === 0) return
  const rows = JSON.stringify(
    counts.map(({partnerId, keyId, day, status: code, requests, at}) => ({
      partner_id: partnerId,
      key_id: keyId,
      day,
      status: code,
      requests,
      at,
    })),
  )
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as given(partner_id text, key_id text, day text,
    status smallint, requests bigint, at timestamptz)`
  // a partner may have been erased meanwhile
  await sql`
    insert into partner_usage (partner_id, day, status, requests)
    select given.partner_id, day, status, sum(requests) from ${given}
    join partners on partners.id = given.partner_id group by given.partner_id, day, status
    on conflict (partner_id, day, status)
    do update set requests = partner_usage.requests + excluded.requests`.execute(db)
  await sql`
    update partner_keys set last_used_at = greatest(last_used_at, used.at)
    from (select key_id, max(at) as at from ${given} group by key_id) as used
    where partner_keys.id = used.key_id`.execute(db)
}

const saw = async (db: Kysely<Schema>, positions: ReadonlyMap<string, Position>): Promise<void> => {
  const rows = JSON.stringify([...positions].map(([id, position]) => ({id, ...position})))
  await sql`
    update partners set seen_cursor = given.cursor, seen_at = given.at
    from jsonb_to_recordset(${rows}::jsonb) as given(id text, cursor bigint, at timestamptz)
    where partners.id = given.id and (seen_at is null or seen_at < given.at)`.execute(db)
}

const setPages = async (
  db: Kysely<Schema>,
  who: string,
  pages: readonly string[],
): Promise<Partner> => {
  const {id} = await findLive(db, who)
  const row = await db
    .updateTable('partners')
    .set({pages: [...pages]})
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return partnerOf(row)
}

export const openPartners = ({db}: Pick<Store, 'db'>): Partners => {
  const together = <T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> =>
    db.transaction().execute(work)
  return Object.freeze({
    add: (partner: NewPartner) => together((within) => add(within, partner)),
    rotate: (who: string, overlapDays = OVERLAP_DAYS) =>
      together((within) => rotate(within, who, overlapDays)),
    revoke: (who: string) => together((within) => revoke(within, who)),
    list: async () => {
      const rows = await db
        .selectFrom('partners')
        .selectAll()
        .orderBy(sql`revoked_at is not null, lower(name)`)
        .execute()
      return rows.map(partnerOf)
    },
    status: (who: string, days: number) => status(db, who, days),
    holder: (keyId: string) => holder(db, keyId),
    count: (counts: readonly UsageCount[]) => count(db, counts),
    saw: (positions: ReadonlyMap<string, Position>) => saw(db, positions),
    setPages: (who: string, pages: readonly string[]) =>
      together((within) => setPages(within, who, pages)),
  })
}
