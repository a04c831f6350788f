/**
 * What a change did, as Mendoza patches (https://github.com/sanity-io/mendoza): instruction 0 puts
 * a whole value. Larger than the patch of the service, and as right.
 */
import type {LakeDocument} from '../document.ts'
import type {Change} from '../store/transaction.ts'

const WHOLE_VALUE = 0

export interface Effects {
  readonly apply: readonly [0, unknown]
  readonly revert: readonly [0, unknown]
}

/** Clients take `_rev` off before they apply, and put the event's on afterwards. */
const withoutRevision = (document: LakeDocument | undefined): unknown => {
  if (document === undefined) return null
  const {_rev, ...rest} = document
  return rest
}

export const effectsOf = ({before, after}: Pick<Change, 'before' | 'after'>): Effects => ({
  apply: [WHOLE_VALUE, withoutRevision(after)],
  revert: [WHOLE_VALUE, withoutRevision(before)],
})
