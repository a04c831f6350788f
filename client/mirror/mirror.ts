/** Copies of a publisher's articles that stay as fresh as the publisher. */
import type {Client} from '../client.ts'
import {ApiProblem} from '../errors.ts'
import {type Wait, wait} from '../waiting.ts'
import {type MirrorEvent, openCopies} from './copies.ts'
import {follow} from './follow.ts'
import {look} from './look.ts'
import {scopeOf, type Selection} from './selection.ts'
import type {MirrorState, MirrorStore} from './store.ts'

export interface MirrorOptions extends Selection {
  readonly client: Client
  readonly store: MirrorStore
  /** A cursor to begin with, for a store that has none: everything is read unless given. */
  readonly since?: string
  /** Ends the mirror; what it holds then is whole. */
  readonly signal?: AbortSignal
  /** False: once, until everything is as the publisher has it; true unless given. */
  readonly follow?: boolean
  /** Milliseconds between two questions for what is new; 5,000. */
  readonly every?: number
  /** Milliseconds between two looks at all copies; one hour. */
  readonly lookEvery?: number
  readonly onEvent?: (event: MirrorEvent) => void
  readonly wait?: Wait
}

/** Milliseconds until something that was not as it should be is looked for again. */
const SOON = 60_000
const HOUR = 3_600_000
/** As `nextLook`: what the copies carry may have changed. */
const OWED = 0
/** The scope of copies that are being read for the first time. */
const UNFINISHED = ''

/** The key is wrong or no longer good, or the question is: asking again does not help. */
const FATAL: ReadonlySet<number> = new Set([400, 401, 403])

const isFatal = (error: unknown): boolean => error instanceof ApiProblem && FATAL.has(error.status)

/** The publisher does not know the cursor, or not any more. */
const isCursorLost = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 400 || error.status === 410)

interface Step {
  readonly state: MirrorState
  readonly isAll: boolean
}

/** Brings the copies to where the publisher is, and saves each step after what it stands for. */
const catchUp = async (options: MirrorOptions): Promise<void> => {
  const {client, store, signal, lookEvery = HOUR, onEvent = () => undefined} = options
  const {country, topic, language} = options
  const selection: Selection = {country, topic, language}
  const scope = scopeOf(client.url, selection)
  const copies = openCopies({client, store, selection, signal, onEvent})
  const soon = (): number => Date.now() + Math.min(SOON, lookEvery)

  const lookAround = async (isWhole: boolean, isNoticeOld: boolean): Promise<number> => {
    await look({client, store, copies, selection, signal, isWhole, isNoticeOld})
    // of several servers, the one that answered may not have seen yet what another has logged
    return copies.leftOut > 0 || isNoticeOld ? soon() : Date.now() + lookEvery
  }

  const begin = async (): Promise<MirrorState> => {
    // noted first: what changes while the list is read comes after it
    const {cursor} = await client.changes('latest', {signal})
    // what is half of one scope and half of another is no base for either
    await store.saveState({scope: UNFINISHED, cursor, nextLook: OWED})
    return {scope, cursor, nextLook: await lookAround(true, true)}
  }

  /** Undefined when the publisher does not know the cursor. */
  const step = async ({cursor, nextLook}: MirrorState): Promise<Step | undefined> => {
    const page = await client.changes(cursor, {signal}).catch((error: unknown) => {
      if (!isCursorLost(error)) throw error
      return undefined
    })
    if (page === undefined) return undefined
    const {isShared, isBehind} = await follow(copies, page.changes, signal, options.wait)
    const isToSettle = isBehind || copies.leftOut > 0
    // what is owed is saved with the cursor, and paid when the log is read to its end
    const due = isShared ? OWED : Math.min(nextLook, isToSettle ? soon() : nextLook)
    return {state: {scope, cursor: page.cursor, nextLook: due}, isAll: page.isAll}
  }

  const saved = await store.state()
  const isOurs = saved?.scope === scope
  const first: MirrorState =
    saved === undefined && options.since !== undefined
      ? {scope, cursor: options.since, nextLook: OWED}
      : isOurs
        ? saved
        : await begin()
  if (first !== saved) await store.saveState(first)

  let state = first
  for (let isAll = false; !isAll;) {
    const next: Step = (await step(state)) ?? {state: await begin(), isAll: true}
    if (next.state.cursor !== state.cursor || next.state.nextLook !== state.nextLook) {
      await store.saveState(next.state)
    }
    ;({state, isAll} = next)
  }
  if (Date.now() >= state.nextLook) {
    state = {...state, nextLook: await lookAround(false, state.nextLook === OWED)}
    await store.saveState(state)
  }
  onEvent({kind: 'fresh', cursor: state.cursor})
}

/**
 * Fills the store and keeps it fresh. An article without its crisis notice is never put, and one that
 * is retracted or removed is taken out. Of one that the publisher holds back for now, a copy stays until
 * a notice or helpline changes. Killed at any moment, the next run
 * ends right. One mirror a store at a time.
 *
 * Runs until `signal` is aborted, over every failure but a refused key or question (ApiProblem with
 * status 400, 401 or 403). With `follow: false` it ends when everything is as the publisher has it, and
 * throws what kept it from that.
 */
export const mirror = async (options: MirrorOptions): Promise<void> => {
  const {signal, follow: isFollowing = true, every = 5000, onEvent} = options
  const pause = options.wait ?? wait
  for (let failures = 0; ;) {
    let least = 0
    try {
      await catchUp(options)
      if (!isFollowing) return
      failures = 0
    } catch (error) {
      if (isFollowing && signal?.aborted === true) return
      if (!isFollowing || isFatal(error)) throw error
      onEvent?.({kind: 'failed', error})
      failures += 1
      least = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1000 : 0
    }
    const delay = Math.min(every * 2 ** failures, Math.max(every, SOON))
    await pause(Math.max(delay, least), signal).catch((error: unknown) => {
      if (signal?.aborted !== true) throw error
    })
    if (signal?.aborted === true) return
  }
}
