/** `/changes` */
import {changeCursor} from '../../../delivery/changes/cursor.ts'
import type {Change, ChangeLog} from '../../../delivery/changes/log.ts'
import {toldChange} from '../../../delivery/changes/told.ts'
import {Prepared} from '../prepared.ts'
import {ApiProblem} from '../problems.ts'
import {opensArticle} from './access.ts'
import type {Asking} from './asking.ts'
import {readChangeCursor} from './cursor.ts'

const LIMIT = 100

/**
 * A change as the holder of a key is told of it; `undefined` when it is none of theirs. An article that has left their
 * topics is `removed` to them; one that cannot be found now is told as it was logged, to all who may have it.
 */
export const teller = ({edition, scope}: Pick<Asking, 'edition' | 'scope'>) => {
  const byId = new Map(edition.summaries.map((summary) => [summary.id, summary]))
  return (change: Change): Change | undefined => {
    const {documentId, language, slug, topics} = change
    if (slug === null || language === null) return change
    const article = byId.get(documentId)
    if (article !== undefined && opensArticle(scope, {topics: article.topics, language})) {
      return change
    }
    const had = topics === null ? {...scope, topics: []} : scope
    if (!opensArticle(had, {topics: topics ?? [], language})) return undefined
    return article === undefined ? change : {...change, kind: 'removed', revision: null}
  }
}

export const listChanges = async (
  asking: Asking,
  log: ChangeLog | undefined,
  {
    since,
    limit = LIMIT,
  }: {readonly since?: string | undefined; readonly limit?: number | undefined},
): Promise<Prepared> => {
  if (log === undefined) {
    throw new ApiProblem('UNAVAILABLE', 'This server keeps no log of changes.')
  }
  const latest = await log.latest()
  const isLatest = since === 'latest'
  const from = since === undefined ? 0 : isLatest ? latest : readChangeCursor(since, latest)
  const page = isLatest ? {changes: [], cursor: latest, isAll: true} : await log.since(from, limit)
  asking.onSeen?.(page.cursor)
  const tell = teller(asking)
  const told = page.changes.flatMap((change) => tell(change) ?? [])
  const body = {
    changes: told.map(toldChange),
    cursor: changeCursor(page.cursor),
    isAll: page.isAll,
  }
  return new Prepared(JSON.stringify(body), {
    type: 'application/json',
    surrogates: ['changes'],
    // whoever asks wants to know now
    cacheControl: 'no-cache',
  })
}
