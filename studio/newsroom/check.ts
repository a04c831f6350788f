/** The check before publishing: parse, policy, publishers and gate for every audience of the site. */
import {type JsonObject, stringField} from '../../content/json-object.ts'
import type {Article} from '../../content/model.ts'
import type {Audience} from '../../crisis-notice/notice.ts'
import type {Problem} from '../../errors.ts'
import {CHANNELS} from '../../publishers/publisher.ts'
import {audiencesFor} from './audiences.ts'
import {type Finding, merged} from './findings.ts'
import {type Desk, Newsroom, type NewsroomOptions} from './newsroom.ts'
import {asPublished, idOf, type Papers, typeOf} from './papers.ts'
import {preview, type Preview} from './preview.ts'
import {refusals} from './refusals.ts'

const errors = (problems: readonly Problem[], audiences: readonly Audience[] = []): Finding[] =>
  problems.map((problem) => ({level: 'error', problem, audiences}))

const warning = (problem: Problem, audiences: readonly Audience[] = []): Finding => ({
  level: 'warning',
  problem,
  audiences,
})

const headlines = (id: string, {audience, messages}: Preview): readonly Finding[] =>
  messages.some(({parts}) => parts.every(({name}) => name !== 'headline'))
    ? [
        warning(
          {
            documentId: id,
            path: 'smsSummary',
            code: 'SMS_WITHOUT_HEADLINE',
            message:
              'The text message has no room for the headline, so it is sent without one. Write a shorter one for text messages.',
          },
          [audience],
        ),
      ]
    : []

const staleLines = ({book}: Desk, {audience, notice}: Preview): readonly Finding[] => {
  const shown = new Set(notice.helplines.map(({id}) => id))
  return book.warnings
    .filter(({documentId}) => shown.has(documentId))
    .map((problem) => warning(problem, [audience]))
}

const review = ({id, nextReview}: Article, today: string): readonly Finding[] =>
  nextReview === undefined || nextReview >= today
    ? []
    : [
        warning({
          documentId: id,
          path: 'nextReview',
          code: 'REVIEW_OVERDUE',
          message: `The medical review was due on ${nextReview}. Have the article checked, then mark it reviewed.`,
        }),
      ]

/** The countries a digest names must be served, whether somebody wrote a notice there or not. */
const audiencesOf = (newsroom: Newsroom, desk: Desk, document: JsonObject): readonly Audience[] => {
  const id = idOf(document)
  if (typeOf(document) === 'digest') {
    const digest = newsroom.digest(id)
    if (!digest.ok) return []
    const {language, audience} = digest.value
    const named = audience?.countries ?? []
    return named.length === 0
      ? audiencesFor(desk, language)
      : named.map((country) => ({country, language}))
  }
  const article = newsroom.article(id)
  return article.ok ? audiencesFor(desk, article.value.language) : []
}

/** An article or a digest as the form holds it. */
const checkReadable = async (
  newsroom: Newsroom,
  document: JsonObject,
  country?: string,
): Promise<readonly Finding[]> => {
  newsroom.open(document)
  const root = asPublished(document)
  const id = idOf(root)
  const read = typeOf(root) === 'digest' ? newsroom.digest(id) : newsroom.article(id)
  const desk = newsroom.desk()
  if (!read.ok || !desk.ok) {
    return [read, desk].flatMap((each) => (each.ok ? [] : errors(each.problems)))
  }
  const found: Finding[] = []
  const everybody = audiencesOf(newsroom, desk.value, root)
  const audiences =
    country === undefined ? everybody : everybody.filter((each) => each.country === country)
  for (const audience of audiences) {
    const result = await preview(newsroom, document, {country: audience.country})
    if (!result.ok) {
      found.push(...errors(result.problems, [audience]))
      continue
    }
    const refused = CHANNELS.flatMap((channel) => result.preview.channels[channel].problems)
    found.push(
      ...errors(refused, [audience]),
      ...headlines(id, result.preview),
      ...staleLines(desk.value, result.preview),
    )
  }
  const article = newsroom.article(id)
  return article.ok ? [...found, ...review(article.value, newsroom.today)] : found
}

/** What is wrong with a site, notice or helpline itself. */
const ownErrors = (newsroom: Newsroom, document: JsonObject): readonly Finding[] => {
  const id = idOf(document)
  const desk = newsroom.desk()
  const own = (problems: readonly Problem[]): readonly Problem[] =>
    problems.filter(({documentId}) => documentId === id)
  switch (typeOf(document)) {
    case 'site': {
      if (!desk.ok) return errors(desk.problems)
      const {site, book} = desk.value
      const audience = {country: site.defaultCountry, language: site.defaultLanguage}
      try {
        book.notice(audience, [])
        return []
      } catch (error) {
        return errors(refusals(error, id), [audience])
      }
    }
    case 'crisisNotice': {
      const read = own(newsroom.notices().problems)
      return errors(desk.ok ? [...read, ...own(desk.value.book.problems)] : read)
    }
    case 'helpline':
      return [
        ...errors(own(newsroom.helplines().problems)),
        ...(desk.ok ? own(desk.value.book.warnings).map((problem) => warning(problem)) : []),
      ]
    default:
      return []
  }
}

const isError = ({level}: Finding): boolean => level === 'error'

/** Notices that the change would break; those that are broken already are not its doing. */
const brokenNotices = (before: Newsroom, after: Newsroom, id: string): readonly Finding[] => {
  const [was, is] = [before.desk(), after.desk()]
  if (!was.ok || !is.ok) return []
  const known = new Set(was.value.book.problems.map(({documentId}) => documentId))
  return is.value.book.problems
    .filter(({documentId}) => documentId !== id && !known.has(documentId))
    .map((problem) => ({level: 'error', problem, audiences: [], refuses: problem.documentId}))
}

/** Lets the browser draw and take keys between one article and the next. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** A notice or helpline matters in its country; what an article holds is the same everywhere. */
const countryFor = (newsroom: Newsroom, document: JsonObject): string | undefined => {
  const desk = newsroom.desk()
  return stringField(document, 'country') ?? (desk.ok ? desk.value.site.defaultCountry : undefined)
}

/** What a change does to the articles and digests that it reaches. */
const brokenReaders = async (
  before: Newsroom,
  after: Newsroom,
  {reached, country}: {readonly reached: readonly string[]; readonly country: string | undefined},
): Promise<readonly Finding[]> => {
  const found: Finding[] = []
  for (const id of reached) {
    const document = after.document(id)
    if (document === undefined) continue
    await breath()
    const now = merged(await checkReadable(after, document, country)).filter(isError)
    if (now.length === 0) continue
    const then = (await checkReadable(before, document, country)).filter(isError)
    if (then.length === 0) found.push(...now.map((finding) => ({...finding, refuses: id})))
  }
  return found
}

/** For an article or digest. Other documents: `checkReach`. */
export const check = async (
  newsroom: Newsroom,
  document: JsonObject,
): Promise<readonly Finding[]> => merged(await checkReadable(newsroom, document))

export interface ReachCheck extends NewsroomOptions {
  /** As the dataset stands, with what `reached` need. */
  readonly papers: Papers
  /** As the form holds it. */
  readonly document: JsonObject
  /** Articles and digests that show it, by id. */
  readonly reached: readonly string[]
}

/** For everything that others show: the document itself, then what it would stop from being published. */
export const checkReach = async ({
  papers,
  document,
  reached,
  ...options
}: ReachCheck): Promise<readonly Finding[]> => {
  const root = asPublished(document)
  const before = new Newsroom(papers, options)
  const after = new Newsroom(new Map([...papers, [idOf(root), root]]), options)
  const country = countryFor(after, root)
  const own = ownErrors(after, root)
  // a broken notice would be said again for each of its articles
  if (own.some(isError)) return merged(own)
  const notices = brokenNotices(before, after, idOf(root))
  if (notices.length > 0) return merged([...own, ...notices])
  return merged([...own, ...(await brokenReaders(before, after, {reached, country}))])
}
