/** Which documents show a document, directly or through others. */
import {referencesIn, type Segment} from './references.ts'
import {byPublishedId, publishedId, type State, stateOf, type Stored, titleOf} from './stored.ts'

/**
 * `shows`: a reader of the holder meets the document. `pairs`: notices put it beside the holder.
 * `leads`: a link or a trace, no more.
 */
export type Tie = 'shows' | 'pairs' | 'leads'

export interface Reached {
  /** Without `drafts.`. */
  readonly id: string
  readonly type: string
  readonly title: string
  readonly tie: Tie
  /** In which of its states it holds the reference. */
  readonly states: readonly State[]
  /** Ids of the documents between, from the one asked about on; empty when it holds the reference itself. */
  readonly through: readonly string[]
}

const TIES: ReadonlyMap<string, Tie> = new Map([
  ['article.relatedArticles', 'leads'],
  ['helpline.replacedBy', 'leads'],
  ['helpline.pairedWith', 'pairs'],
])

const tieOf = (type: string, path: readonly Segment[]): Tie =>
  TIES.get(`${type}.${String(path[0])}`) ?? 'shows'

interface Holding {
  readonly tie: Tie
  readonly states: Set<State>
}

/** For each id, who holds a reference to it, and how. */
type Holders = ReadonlyMap<string, ReadonlyMap<string, Holding>>

const STRONGER: readonly Tie[] = ['leads', 'pairs', 'shows']

const stronger = (one: Tie, other: Tie): Tie =>
  STRONGER.indexOf(one) > STRONGER.indexOf(other) ? one : other

const holdersOf = (documents: readonly Stored[]): Holders => {
  const holders = new Map<string, Map<string, Holding>>()
  for (const {_id, _type, fields} of documents) {
    const holder = publishedId(_id)
    for (const {ref, path} of referencesIn(fields)) {
      const id = publishedId(ref)
      const own = holders.get(id) ?? new Map<string, Holding>()
      const tie = tieOf(_type, path)
      const before = own.get(holder) ?? {tie, states: new Set<State>()}
      before.states.add(stateOf(_id))
      own.set(holder, {tie: stronger(before.tie, tie), states: before.states})
      holders.set(id, own)
    }
  }
  return holders
}

const STATES: readonly State[] = ['published', 'draft', 'version']

interface Step {
  readonly id: string
  readonly through: readonly string[]
  /** A pair is shown by notices only. */
  readonly noticesOnly: boolean
}

/**
 * Breadth first, so that `through` is the shortest way. What merely leads to the document is found too,
 * but nothing beyond it. Cycles end. Frozen, in the order it was found.
 */
export const reachOf = (documents: readonly Stored[], root: string): readonly Reached[] => {
  const groups = byPublishedId(documents)
  const holders = holdersOf(documents)
  const reached = new Map<string, Reached>()
  let level: readonly Step[] = [{id: root, through: [], noticesOnly: false}]
  while (level.length > 0) {
    const next: Step[] = []
    for (const {id, through, noticesOnly} of level) {
      for (const [holder, {tie, states}] of holders.get(id) ?? []) {
        const first = groups.get(holder)?.[0]
        if (first === undefined || holder === root || reached.has(holder)) continue
        if (noticesOnly && first._type !== 'crisisNotice') continue
        if (tie !== 'shows' && id !== root) continue
        const found = {
          id: holder,
          type: first._type,
          title: titleOf(first),
          tie,
          states: STATES.filter((state) => states.has(state)),
          through,
        }
        reached.set(holder, Object.freeze(found))
        const step = {id: holder, through: [...through, holder]}
        if (tie !== 'leads') next.push({...step, noticesOnly: tie === 'pairs'})
      }
    }
    level = next
  }
  return Object.freeze([...reached.values()])
}
