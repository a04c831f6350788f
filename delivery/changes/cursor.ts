/** Cursors of the log as partners see them, in the API and in webhooks: opaque. */

export const changeCursor = (cursor: number): string => `c${cursor.toString(36)}`

/** `undefined` for what was never a cursor. */
export const parseChangeCursor = (text: string): number | undefined => {
  if (!/^c[\da-z]{1,10}$/.test(text)) return undefined
  const cursor = Number.parseInt(text.slice(1), 36)
  // one text for each cursor
  return Number.isSafeInteger(cursor) && changeCursor(cursor) === text ? cursor : undefined
}
