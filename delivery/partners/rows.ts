import type {Selectable} from 'kysely'
import type {PartnerKeyTable, PartnerTable} from '../store/schema.ts'
import type {Partner, PartnerKey} from './partner.ts'

export const partnerOf = (row: Selectable<PartnerTable>): Partner =>
  Object.freeze({
    id: row.id,
    name: row.name,
    ...(row.contact !== null && {contact: row.contact}),
    scope: Object.freeze({
      topics: Object.freeze(row.topics),
      languages: Object.freeze(row.languages),
      countries: Object.freeze(row.countries),
      origins: Object.freeze(row.origins),
      perMinute: row.per_minute,
    }),
    createdAt: row.created_at,
    ...(row.revoked_at !== null && {revokedAt: row.revoked_at}),
    pages: Object.freeze(row.pages),
    ...(row.seen_cursor !== null &&
      row.seen_at !== null && {seen: {cursor: row.seen_cursor, at: row.seen_at}}),
  })

export const keyOf = (row: Selectable<PartnerKeyTable>): PartnerKey =>
  Object.freeze({
    id: row.id,
    createdAt: row.created_at,
    ...(row.expires_at !== null && {expiresAt: row.expires_at}),
    ...(row.last_used_at !== null && {lastUsedAt: row.last_used_at}),
  })
