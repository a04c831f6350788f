/** Another helpline takes over: one transaction over everything that shows the old one, drafts too. */
import {refOf, textOf} from '../../schemas/shapes.ts'
import {publishedId, stateOf, type Stored} from '../where-used/stored.ts'
import {moveReferences} from './move-references.ts'
import type {PatchMutation} from './mutation.ts'

export interface Replacement {
  /** Every stored state of the line that goes: published, draft, versions. */
  readonly old: readonly Stored[]
  /** Every stored state of the line that takes over. */
  readonly next: readonly Stored[]
  /** Every stored document that refers to the old line. */
  readonly holders: readonly Stored[]
  /** YYYY-MM-DD. */
  readonly date: string
  /** New text messages of notices, by the notices' ids without `drafts.`. */
  readonly smsTexts?: ReadonlyMap<string, string>
}

export type ReplacementPlan =
  | {readonly ok: true; readonly mutations: readonly PatchMutation[]}
  | {readonly ok: false; readonly reasons: readonly string[]}

const first = (documents: readonly Stored[]): Stored | undefined =>
  documents.find(({_id}) => stateOf(_id) === 'published') ?? documents[0]

const field = (document: Stored | undefined, name: string): string => textOf(document?.fields[name])

/** Why this line cannot take over; empty when it can. Each says what to do. */
export const reasonsAgainst = ({
  old,
  next,
}: Pick<Replacement, 'old' | 'next'>): readonly string[] => {
  const [from, to] = [first(old), first(next)]
  if (from === undefined) return ['The helpline to replace is not there any more. Close this.']
  if (to === undefined) return ['Choose the line that takes over.']
  const name = field(to, 'name')
  const reasons: string[] = []
  if (publishedId(from._id) === publishedId(to._id)) {
    reasons.push('A line cannot take over from itself. Choose another one.')
  }
  if (stateOf(to._id) !== 'published') {
    reasons.push(`"${name}" is not published yet. Publish it first, then replace the old line.`)
  }
  if (next.some((each) => field(each, 'retiredAt') !== '')) {
    reasons.push(`"${name}" is retired itself. Choose a line that is in service.`)
  }
  if (field(from, 'country') !== field(to, 'country')) {
    reasons.push(
      `"${name}" is a line of ${field(to, 'country')}, and the old one of ${field(from, 'country')}. Choose a line of ${field(from, 'country')}.`,
    )
  }
  return reasons
}

/** Lines that belong together keep together: the one that takes over is paired as the old one was. */
const inheritedPair = ({old, next, holders}: Replacement, from: string, to: string) => {
  const partner = refOf(first(old)?.fields['pairedWith'])
  const isFree = next.every((each) => {
    const own = refOf(each.fields['pairedWith'])
    return own === undefined || own === from
  })
  const isMutual = holders.some(
    ({_id, fields}) => publishedId(_id) === partner && refOf(fields['pairedWith']) === from,
  )
  return partner !== undefined && partner !== to && isFree && isMutual ? partner : undefined
}

const reference = (id: string) => ({_type: 'reference', _ref: id})

const mutation = (
  document: Stored,
  set: Readonly<Record<string, unknown>>,
  unset: readonly string[] = [],
): PatchMutation => ({
  patch: {
    id: document._id,
    ifRevisionID: document._rev,
    ...(Object.keys(set).length > 0 && {set}),
    ...(unset.length > 0 && {unset}),
  },
})

/**
 * Each mutation carries the revision it was planned for, so that nothing that somebody wrote meanwhile
 * is lost: the whole transaction is refused then, and is planned again.
 */
export const planReplacement = (request: Replacement): ReplacementPlan => {
  const reasons = reasonsAgainst(request)
  const {old, next, holders, date, smsTexts} = request
  const [from, to] = [first(old), first(next)].map((each) => publishedId(each?._id ?? ''))
  if (reasons.length > 0 || from === undefined || to === undefined) return {ok: false, reasons}
  const pair = inheritedPair(request, from, to)

  const retired = old.map((each) => mutation(each, {retiredAt: date, replacedBy: reference(to)}))
  const successor = next.flatMap((each) => {
    const moved = moveReferences(each.fields, {from, to}, true)
    const paired = pair === undefined ? {} : {pairedWith: reference(pair)}
    const set = {...moved?.set, ...paired}
    const unset = (moved?.unset ?? []).filter((path) => !(path in set))
    return Object.keys(set).length + unset.length === 0 ? [] : [mutation(each, set, unset)]
  })
  const own = new Set([...old, ...next].map(({_id}) => _id))
  const moves = holders
    .filter(({_id}) => !own.has(_id))
    .flatMap((each) => {
      const moved = moveReferences(each.fields, {from, to})
      const smsText = smsTexts?.get(publishedId(each._id))
      if (moved === undefined) return []
      return [mutation(each, {...moved.set, ...(smsText !== undefined && {smsText})}, moved.unset)]
    })
  return Object.freeze({ok: true, mutations: Object.freeze([...retired, ...successor, ...moves])})
}
