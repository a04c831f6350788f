/** Cursors as partners see them: opaque. */
import {parseChangeCursor} from '../../../delivery/changes/cursor.ts'
import {ApiProblem} from '../problems.ts'

/** After which article a page begins: it stays right whatever is added or removed. */
export interface PageCursor {
  readonly publishedAt: string
  readonly id: string
}

const wrong = (): ApiProblem => new ApiProblem('CURSOR_INVALID', 'The cursor is not one of ours.')

export const pageCursor = ({publishedAt, id}: PageCursor): string =>
  Buffer.from(`${publishedAt} ${id}`).toString('base64url')

/** Throws ApiProblem CURSOR_INVALID. */
export const readPageCursor = (text: string): PageCursor => {
  const [, publishedAt, id] =
    /^(\d{4}-\d\d-\d\dT[\d:.]{8,16}Z) ([\w.-]{1,128})$/.exec(
      Buffer.from(text, 'base64url').toString(),
    ) ?? []
  if (publishedAt === undefined || id === undefined) throw wrong()
  const cursor = {publishedAt, id}
  // one text for each cursor
  if (pageCursor(cursor) !== text) throw wrong()
  return cursor
}

/** Throws ApiProblem CURSOR_INVALID. `latest`: the newest there is. */
export const readChangeCursor = (text: string, latest: number): number => {
  const cursor = parseChangeCursor(text)
  if (cursor === undefined || cursor > latest) throw wrong()
  return cursor
}
