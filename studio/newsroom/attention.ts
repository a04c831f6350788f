/** What somebody should look after, from what is published. */
import type {JsonObject} from '../../content/json-object.ts'
import {stringField} from '../../content/json-object.ts'
import type {Audience} from '../../crisis-notice/notice.ts'
import type {Problem} from '../../errors.ts'
import {Publication} from '../../crisis-notice/policy.ts'
import {staleness} from '../../crisis-notice/staleness.ts'
import {smsMessage} from '../../publishers/sms/sms-publisher.ts'
import {audienceName} from './audiences.ts'
import type {Newsroom} from './newsroom.ts'
import {titleOf, typeOf} from './papers.ts'
import {refusals} from './refusals.ts'

export interface AttentionItem {
  readonly id: string
  readonly type: string
  readonly title: string
  /** What is the matter. */
  readonly detail: string
  /** Readers are without something already. */
  readonly isUrgent: boolean
}

export interface Attention {
  readonly stale: readonly AttentionItem[]
  readonly overdue: readonly AttentionItem[]
  readonly refused: readonly AttentionItem[]
  readonly unserved: readonly AttentionItem[]
}

const readersOf = (notice: JsonObject | undefined): string | undefined => {
  const country = stringField(notice, 'country')
  const language = stringField(notice, 'language')
  return country === undefined || language === undefined
    ? undefined
    : audienceName({country, language})
}

const itemFor = (
  newsroom: Newsroom,
  id: string,
  detail: string,
  isUrgent: boolean,
  fallback: {readonly type: string; readonly title: string} = {type: 'article', title: id},
): AttentionItem => {
  const document = newsroom.document(id)
  const type = typeOf(document) ?? fallback.type
  return {
    id,
    type,
    // every notice has the same heading; its readers tell it from the others
    title: (type === 'crisisNotice' ? readersOf(document) : titleOf(document)) ?? fallback.title,
    detail,
    isUrgent,
  }
}

const staleLines = (newsroom: Newsroom): readonly AttentionItem[] =>
  newsroom.helplines().items.flatMap((helpline) => {
    if (helpline.retiredAt !== undefined && helpline.retiredAt <= newsroom.today) return []
    const problem = staleness(helpline, newsroom.today)
    if (problem === undefined) return []
    const isUrgent = problem.code === 'HELPLINE_EXPIRED'
    const detail = `Last verified ${helpline.verifiedAt}, due every ${helpline.verifyEvery} days. Call it.`
    return [itemFor(newsroom, helpline.id, detail, isUrgent)]
  })

const isRetracted = (document: JsonObject | undefined): boolean =>
  document?.['retraction'] !== undefined && document['retraction'] !== null

const overdueReviews = (newsroom: Newsroom): readonly AttentionItem[] =>
  newsroom
    .ids('article')
    .flatMap((id) => {
      const document = newsroom.document(id)
      const due = stringField(document, 'nextReview')
      return due === undefined || due >= newsroom.today || isRetracted(document) ? [] : [{id, due}]
    })
    .toSorted((one, other) => (one.due < other.due ? -1 : 1))
    .map(({id, due}) => itemFor(newsroom, id, `The medical review was due on ${due}.`, false))

/** Where the fault lies in another document, that one is named. */
const reasonFor = (newsroom: Newsroom, id: string, problem: Problem | undefined): string => {
  if (problem === undefined) return ''
  const {documentId, message} = problem
  return documentId === id
    ? message
    : `“${titleOf(newsroom.document(documentId)) ?? documentId}”: ${message}`
}

/** Parse, policy and text message: what refuses articles long before a page could lose its notice. */
const refusalOf = (newsroom: Newsroom, id: string): string | undefined => {
  const article = newsroom.article(id)
  if (!article.ok) return reasonFor(newsroom, id, article.problems[0])
  const desk = newsroom.desk()
  if (!desk.ok) return reasonFor(newsroom, id, desk.problems[0])
  const {site, book} = desk.value
  try {
    const country = site.defaultCountry
    const whole = {site, book, article: article.value, country, translations: []}
    if (article.value.retraction === undefined) smsMessage(Publication.create(whole))
    return undefined
  } catch (error) {
    return reasonFor(newsroom, id, refusals(error, id)[0])
  }
}

const refusedArticles = (newsroom: Newsroom): readonly AttentionItem[] =>
  newsroom.ids('article').flatMap((id) => {
    const reason = refusalOf(newsroom, id)
    return reason === undefined ? [] : [itemFor(newsroom, id, reason, true)]
  })

/** The notices that there are and cannot be used; then those that the site's own readers lack. */
const unservedAudiences = (newsroom: Newsroom): readonly AttentionItem[] => {
  const desk = newsroom.desk()
  if (!desk.ok) return []
  const {site, book} = desk.value
  const broken = [...newsroom.notices().problems, ...book.problems]
  const byNotice = Map.groupBy(broken, ({documentId}) => documentId)
  const unusable = [...byNotice].map(([id, problems]) => {
    const detail = problems[0]?.message ?? ''
    return itemFor(newsroom, id, detail, true, {type: 'crisisNotice', title: id})
  })
  const languages = new Set(
    newsroom
      .ids('article')
      .map((id) => newsroom.document(id))
      .filter((document) => !isRetracted(document))
      .flatMap((document) => stringField(document, 'language') ?? []),
  )
  const isServed = (audience: Audience): boolean => {
    try {
      book.notice(audience, [])
      return true
    } catch (error) {
      // a notice that is there but broken stands in the list already
      return refusals(error, '').every(({code}) => code !== 'NOTICE_MISSING')
    }
  }
  const missing = [...languages]
    .map((language) => ({country: site.defaultCountry, language}))
    .filter((audience) => !isServed(audience))
    .map((audience) => {
      const id = `crisisNotice-${audience.country}-${audience.language}`
      const title = audienceName(audience)
      const detail = 'There are articles for these readers and no crisis notice, so none goes out.'
      return itemFor(newsroom, id, detail, true, {type: 'crisisNotice', title})
    })
  return [...unusable, ...missing]
}

/** Over the papers at hand: helplines and notices are always all there, articles those that were fetched. */
export const attention = (newsroom: Newsroom): Attention => ({
  stale: staleLines(newsroom),
  overdue: overdueReviews(newsroom),
  refused: refusedArticles(newsroom),
  unserved: unservedAudiences(newsroom),
})
