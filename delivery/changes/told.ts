/** A change as partners are told of it: the same in the API and in webhooks. */
import {changeCursor} from './cursor.ts'
import type {Change} from './log.ts'

export interface ToldChange extends Omit<Change, 'cursor' | 'at' | 'documentId' | 'topics'> {
  readonly cursor: string
  /** ISO 8601. */
  readonly at: string
  readonly id: string
}

export const toldChange = ({
  cursor,
  at,
  kind,
  documentId,
  slug,
  language,
  revision,
}: Change): ToldChange => ({
  cursor: changeCursor(cursor),
  at: at.toISOString(),
  kind,
  id: documentId,
  slug,
  language,
  revision,
})
