/** Which audience an editor looks at: kept while they go from one preview to the next. */
import {useSyncExternalStore} from 'react'

export interface Picked {
  /** The site's default country when absent. */
  readonly country?: string
  /** The document whose translation is shown; the form's own when absent. */
  readonly translation?: string
}

const NOTHING: Picked = {}

const choices = new Map<string, Picked>()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const pick = (documentId: string, choice: Picked): void => {
  choices.set(documentId, {...choices.get(documentId), ...choice})
  for (const listener of listeners) listener()
}

export const usePicked = (documentId: string): Picked =>
  useSyncExternalStore(subscribe, () => choices.get(documentId) ?? NOTHING)
