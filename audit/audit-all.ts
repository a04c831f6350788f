/** Many pages: several hosts at once, each host one page after another. */
import type {Auditor} from './auditor.ts'
import type {AuditResult} from './result.ts'
import type {Target} from './targets.ts'

/** Hosts at once; a page that is shown in the browser takes a core for about a second. */
const AT_ONCE = 6

/** In the order of `targets`, whichever came first. `onDone` after each page. */
export const auditAll = async (
  auditor: Auditor,
  targets: readonly Target[],
  onDone: () => void = () => {},
): Promise<readonly AuditResult[]> => {
  const results = new Map<Target, AuditResult>()
  const waiting = [...Map.groupBy(targets, ({url}) => url.host).values()]
  const work = async (): Promise<void> => {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift()) {
      for (const target of host) {
        results.set(target, await auditor.audit(target))
        onDone()
      }
    }
  }
  await Promise.all(Array.from({length: AT_ONCE}, work))
  return targets.flatMap((target) => results.get(target) ?? [])
}
