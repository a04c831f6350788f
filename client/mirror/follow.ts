/** From entries of the publisher's log to copies. */
import type {Change} from '../types.ts'
import {type Wait, wait} from '../waiting.ts'
import type {ArticleName, Copies} from './copies.ts'

/** Kinds that are about what many articles carry. */
const SHARED: ReadonlySet<string> = new Set(['helplineChanged', 'noticeChanged'])
const GONE: ReadonlySet<string> = new Set(['retracted', 'removed'])

/** Requests at a time. */
const AT_ONCE = 4
/** Milliseconds, doubled each time, for a server that is a moment behind the one that told of a change. */
const BEHIND = [200, 400, 800] as const

/** In the order given, some at a time. After a failure nothing new is begun, and what was begun is ended. */
export const each = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const queue = items.values()
  let hasFailed = false
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (hasFailed) return
      try {
        await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  // whoever goes on after this must not meet what is left of it
  const ends = await Promise.allSettled(Array.from({length: AT_ONCE}, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

export interface Followed {
  /** A helpline or a notice has changed. */
  readonly isShared: boolean
  /** The API still gave something else than the log told of. */
  readonly isBehind: boolean
}

interface Expected extends ArticleName {
  readonly revision: string | null
}

/** One page of the log: of several entries about one article the last one counts. */
export const follow = async (
  copies: Copies,
  changes: readonly Change[],
  signal: AbortSignal | undefined,
  pause: Wait = wait,
): Promise<Followed> => {
  const last = new Map(changes.map((change) => [change.id, change]))
  let expected: Expected[] = []
  // what has to go goes before anything else is asked for
  for (const {id, kind, slug, language, revision} of last.values()) {
    if (GONE.has(kind)) await copies.takeOut(id, kind)
    else if (!SHARED.has(kind) && slug !== null && language !== null) {
      expected.push({id, slug, language, revision})
    }
  }
  for (const delay of [0, ...BEHIND]) {
    if (expected.length === 0) break
    if (delay > 0) await pause(delay, signal)
    const behind: Expected[] = []
    await each(expected, async (article) => {
      const revision = await copies.refresh(article)
      // one that is not there is gone already, or told of again when it comes
      const isAsTold = revision === undefined || article.revision === null
      if (!isAsTold && revision !== article.revision) behind.push(article)
    })
    expected = behind
  }
  return {
    isShared: changes.some(({kind}) => SHARED.has(kind)),
    isBehind: expected.length > 0,
  }
}
