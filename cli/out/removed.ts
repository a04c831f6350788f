/** What an earlier run published and this dataset no longer has. */
import type {Tombstone} from '../../crisis-notice/policy.ts'
import type {Manifest} from './manifest.ts'

/** Articles that were published before and that the dataset no longer has. */
export const removedSince = (
  previous: readonly Tombstone[],
  manifest: Manifest | undefined,
  present: ReadonlySet<string>,
  today: string,
): readonly Tombstone[] => {
  const known = new Set(previous.map(({id}) => id))
  const pages = (manifest?.artefacts ?? []).filter(
    ({path, documentId}) =>
      path.startsWith('web/') &&
      path.endsWith('/index.html') &&
      documentId.startsWith('article') &&
      !present.has(documentId) &&
      !known.has(documentId),
  )
  const fresh = pages.map(({documentId, language, path}) => ({
    id: documentId,
    slug: path.split('/').at(-2) ?? '',
    language,
    reason: 'removed' as const,
    date: today,
  }))
  return [...previous.filter(({id}) => !present.has(id)), ...fresh]
}
