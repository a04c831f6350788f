/** What an earlier run published and this dataset no longer has. */
import type {Tombstone} from '../../crisis-notice/policy.ts'
import type {Artefact} from './manifest.ts'

/** Where an article's own file is, with its slug; a run may have had either channel alone. */
const ARTICLE_FILES: readonly RegExp[] = [
  /^web\/(?:.+\/)?([^/]+)\/index\.html$/,
  /^partner\/articles\/(?:.+\/)?([^/]+)\.json$/,
]

const slugOf = (path: string): string | undefined =>
  ARTICLE_FILES.flatMap((pattern) => pattern.exec(path)?.[1] ?? [])[0]

/**
 * Tombstones of earlier runs and new ones, one an article. `present` has every article of the
 * dataset, those that cannot be read included: a broken article is not a removed one. Ids tell
 * nothing of the type: in a hosted project they are random.
 */
export const removedSince = (
  previous: readonly Tombstone[],
  published: Iterable<Artefact>,
  present: ReadonlySet<string>,
  today: string,
): readonly Tombstone[] => {
  const all = new Map(previous.map((tombstone) => [tombstone.id, tombstone]))
  for (const {path, documentId: id, language} of published) {
    const slug = id === 'site' ? undefined : slugOf(path)
    if (slug === undefined || all.has(id)) continue
    all.set(id, {id, slug, language, reason: 'removed', date: today})
  }
  return [...all.values()].filter(({id}) => !present.has(id))
}
