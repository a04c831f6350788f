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

/** An article that is not there any more is told to all who read its language: some may have it. */
export const isTold = ({edition, scope}: Pick<Asking, 'edition' | 'scope'>) => {
  const byId = new Map(edition.summaries.map((summary) => [summary.id, summary]))
  return ({documentId, language, slug}: Change): boolean => {
    if (slug === null || language === null) return true
    const article = byId.get(documentId)
    return opensArticle(article === undefined ? {...scope, topics: []} : scope, {
      topics: article?.topics ?? [],
      language,
    })
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
  const body = {
    changes: page.changes.filter(isTold(asking)).map(toldChange),
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
