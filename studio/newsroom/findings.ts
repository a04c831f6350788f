/** What somebody should know before publishing, each thing said once. */
import type {Audience} from '../../crisis-notice/notice.ts'
import type {Problem} from '../../errors.ts'

export interface Finding {
  /** Errors stop the publishing; warnings are taken note of. */
  readonly level: 'error' | 'warning'
  readonly problem: Problem
  /** For whom; empty when it is so for everybody. */
  readonly audiences: readonly Audience[]
  /** The document that would be refused, when it is another one than that in the form. */
  readonly refuses?: string
}

const sameThing = ({level, problem, refuses}: Finding): string =>
  JSON.stringify([level, problem.documentId, problem.path, problem.code, problem.message, refuses])

/** Errors first; the same thing for several audiences becomes one finding. */
export const merged = (findings: readonly Finding[]): readonly Finding[] => {
  const groups = Map.groupBy(findings, sameThing).values()
  const once = [...groups].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const all = [first, ...others].flatMap(({audiences}) => audiences)
    const audiences = new Map(all.map((each) => [`${each.country} ${each.language}`, each]))
    return [{...first, audiences: [...audiences.values()]}]
  })
  return once.toSorted((one, other) => Number(one.level > other.level))
}
