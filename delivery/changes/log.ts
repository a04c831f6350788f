/** The ordered log of what was published and changed: enough to rebuild a mirror. */
import {sql} from 'kysely'
import type {ChangeKind} from '../store/schema.ts'
import type {Store} from '../store/store.ts'

export interface Change {
  /** Grows; not without gaps. */
  readonly cursor: number
  readonly at: Date
  readonly kind: ChangeKind
  readonly documentId: string
  /** Null for helplines and notices. */
  readonly slug: string | null
  readonly language: string | null
  readonly revision: string | null
  /** Of an article, before and after, so that whoever may not read it any more hears of it. Null: unknown. */
  readonly topics: readonly string[] | null
}

export interface ChangePage {
  readonly changes: readonly Change[]
  /** Ask for what comes after this. */
  readonly cursor: number
  /** Nothing came after it when this was read. */
  readonly isAll: boolean
}

export interface ChangeLog {
  /** What came after `cursor`, oldest first; 0 for all of it. */
  since(cursor: number, limit: number): Promise<ChangePage>
  /** 0 when nothing was ever logged. */
  latest(): Promise<number>
}

export const openChangeLog = ({db}: Pick<Store, 'db'>): ChangeLog =>
  Object.freeze({
    since: async (cursor: number, limit: number): Promise<ChangePage> => {
      const rows = await db
        .selectFrom('changes')
        .select([
          'cursor',
          'at',
          'kind',
          'document_id as documentId',
          'slug',
          'language',
          'revision',
          'topics',
        ])
        .where('cursor', '>', cursor)
        .orderBy('cursor')
        .limit(limit + 1)
        .execute()
      const changes = rows.slice(0, limit)
      return Object.freeze({
        changes,
        cursor: changes.at(-1)?.cursor ?? cursor,
        isAll: rows.length <= limit,
      })
    },
    latest: async (): Promise<number> => {
      const {cursor} = await db
        .selectFrom('changes')
        .select(({fn}) => sql<number>`coalesce(${fn.max('cursor')}, 0)`.as('cursor'))
        .executeTakeFirstOrThrow()
      return cursor
    },
  })
