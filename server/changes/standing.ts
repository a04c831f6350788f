/** What of an edition the log compares with what stood last. */
import {createHash} from 'node:crypto'
import type {NoticeDocument} from '../../content/model.ts'
import type {Standing, StandingArticle, StandingDocument} from '../../delivery/changes/record.ts'
import type {Edition} from '../site/edition.ts'

const signatureOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

/**
 * A notice that cannot be used any more has changed, though its document has not: a line retires, or was
 * verified too long ago, with the day alone. Whoever holds copies of it hears of it nowhere else.
 */
const noticeSignature = (edition: Edition, notice: NoticeDocument): string =>
  signatureOf(edition.isUsable(notice) ? notice : [notice, 'unusable'])

const documentsOf = (edition: Edition): readonly StandingDocument[] => [
  ...edition.helplines.map((helpline) => ({
    id: helpline.id,
    type: 'helpline' as const,
    language: null,
    revision: helpline.revision,
    signature: signatureOf(helpline),
  })),
  ...edition.notices.map((notice) => ({
    id: notice.id,
    type: 'crisisNotice' as const,
    language: notice.language,
    revision: notice.revision,
    signature: noticeSignature(edition, notice),
  })),
]

/** Of a retracted article nothing else is shown: it is told whether the rest can be read or not. */
const retractedArticle = (
  {summaries}: Edition,
  id: string,
  uses: ReadonlySet<string>,
): StandingArticle | undefined => {
  const summary = summaries.find((each) => each.id === id)
  if (summary?.retraction === undefined) return undefined
  const {slug, language, revision, topics} = summary
  const about = {
    slug,
    language,
    revision,
    topics,
    corrections: 0,
    isRetracted: true,
    uses: [...uses],
  }
  return {id, ...about, signature: signatureOf(summary)}
}

/** `undefined` when it cannot be read: what readers have then stays as it is. */
const standingArticle = async (
  edition: Edition,
  id: string,
): Promise<StandingArticle | undefined> => {
  const {result, uses} = await edition.reading(id)
  if (!result.ok || result.value.retraction !== undefined) {
    return retractedArticle(edition, id, uses)
  }
  const {slug, language, revision, topics, corrections} = result.value
  const {url, name, partnerAttribution} = edition.site
  return {
    id,
    slug,
    language,
    revision,
    signature: signatureOf([result.value, url, name, partnerAttribution]),
    corrections: corrections.length,
    isRetracted: false,
    topics,
    uses: [...uses],
  }
}

export interface Look {
  readonly standing: Standing
  /** Articles that cannot be read: to be looked at again whatever changes next. */
  readonly refused: readonly string[]
}

/** `ids`: the articles to look at, whether they are still there or not. */
export const lookAt = async (edition: Edition, ids: Iterable<string>): Promise<Look> => {
  const listed = new Set(edition.summaries.map(({id}) => id))
  const articles: StandingArticle[] = []
  const goneArticles: string[] = []
  const refused: string[] = []
  for (const id of ids) {
    const article = listed.has(id) ? await standingArticle(edition, id) : undefined
    if (article !== undefined) articles.push(article)
    else if (listed.has(id) || edition.whyUnreadable(id) !== undefined) refused.push(id)
    else goneArticles.push(id)
  }
  return {standing: {articles, goneArticles, documents: documentsOf(edition)}, refused}
}
