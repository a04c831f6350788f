/** One document for one audience on every channel: rendered, and read back by the gate. */
import type {JsonObject} from '../../content/json-object.ts'
import type {ArticleSummary} from '../../content/model.ts'
import type {Audience, CrisisNotice} from '../../crisis-notice/notice.ts'
import {DigestPublication, Publication} from '../../crisis-notice/policy.ts'
import type {Problem} from '../../errors.ts'
import {CHANNELS, type Channel, type Output} from '../../publishers/publisher.ts'
import {publishers} from '../../publishers/publishers.ts'
import type {SmsMessage} from '../../publishers/sms/message.ts'
import {digestMessages, smsMessage} from '../../publishers/sms/sms-publisher.ts'
import type {Expectation} from '../../verification/expectation.ts'
import type {Gate} from '../../verification/gate.ts'
import type {Newsroom} from './newsroom.ts'
import {asPublished, idOf, typeOf} from './papers.ts'
import {refusals} from './refusals.ts'

/** What one channel makes of a document. */
export interface ChannelPreview {
  readonly channel: Channel
  /** Empty when the channel has nothing for this document, or could make nothing of it. */
  readonly outputs: readonly Output[]
  /** Why it may not be published; empty when the gate let it through. */
  readonly problems: readonly Problem[]
}

export interface Preview {
  readonly audience: Audience
  readonly title: string
  /** Present = taken back: only the web says anything, and it says that. */
  readonly retracted: boolean
  readonly notice: CrisisNotice
  readonly channels: Readonly<Record<Channel, ChannelPreview>>
  /** The messages of the SMS channel with their parts. */
  readonly messages: readonly SmsMessage[]
}

export type Previewed =
  | {readonly ok: true; readonly preview: Preview}
  /** It cannot be read, or has no notice: there is nothing to show on any channel. */
  | {readonly ok: false; readonly problems: readonly Problem[]}

export interface PreviewOptions {
  /** ISO 3166-1 alpha-2; the site's default when absent. */
  readonly country?: string | undefined
  /** All when absent; those that are not asked for have neither outputs nor problems. */
  readonly channels?: readonly Channel[]
}

interface Job {
  readonly documentId: string
  readonly title: string
  readonly retracted: boolean
  readonly publication: Publication | DigestPublication
  readonly expectation: Expectation
}

const messagesOf = ({publication}: Job): readonly SmsMessage[] => {
  if (publication instanceof Publication) {
    return publication.article.retraction === undefined ? [smsMessage(publication)] : []
  }
  return publication.digest.channels.includes('sms') ? digestMessages(publication) : []
}

const onChannel = async (job: Job, gate: Gate, channel: Channel): Promise<ChannelPreview> => {
  const {publication, expectation, documentId} = job
  let outputs: readonly Output[] = []
  try {
    outputs = publishers
      .filter((publisher) => publisher.channel === channel)
      .flatMap((publisher) =>
        publication instanceof Publication
          ? publisher.article(publication)
          : publisher.digest(publication),
      )
    for (const output of outputs) await gate.pass(output, expectation)
    return {channel, outputs, problems: []}
  } catch (error) {
    return {channel, outputs, problems: refusals(error, documentId)}
  }
}

const attempt = <T>(make: () => T, otherwise: T): T => {
  try {
    return make()
  } catch {
    // why it fails stands in the channel's problems
    return otherwise
  }
}

const nothing = (channel: Channel): ChannelPreview => ({channel, outputs: [], problems: []})

const run = async (
  job: Job,
  gate: Gate,
  asked: readonly Channel[] = CHANNELS,
): Promise<Preview> => {
  const channels = await Promise.all(
    CHANNELS.map((channel) =>
      asked.includes(channel) ? onChannel(job, gate, channel) : Promise.resolve(nothing(channel)),
    ),
  )
  const [web, email, sms, partner] = channels
  if (web === undefined || email === undefined || sms === undefined || partner === undefined) {
    throw new RangeError('A channel has no preview')
  }
  return {
    audience: job.publication.audience,
    title: job.title,
    retracted: job.retracted,
    notice: job.publication.notice,
    channels: {web, email, sms, partner},
    messages: asked.includes('sms') ? attempt(() => messagesOf(job), []) : [],
  }
}

/** Published articles with the same address in other languages. */
const translationsOf = (newsroom: Newsroom, article: ArticleSummary): readonly ArticleSummary[] =>
  newsroom.ids('article').flatMap((id) => {
    if (id === article.id) return []
    const summary = newsroom.summary(id)
    const isOne =
      summary.ok && summary.value.slug === article.slug && summary.value.retraction === undefined
    return isOne ? [summary.value] : []
  })

const failed = (error: unknown, documentId: string): Previewed => ({
  ok: false,
  problems: refusals(error, documentId),
})

const previewArticle = async (
  newsroom: Newsroom,
  id: string,
  {country, channels}: PreviewOptions,
): Promise<Previewed> => {
  const article = newsroom.article(id)
  const desk = newsroom.desk()
  if (!article.ok || !desk.ok) {
    return {ok: false, problems: [article, desk].flatMap((each) => (each.ok ? [] : each.problems))}
  }
  const {site, book, gate} = desk.value
  try {
    const publication = Publication.create({
      site,
      book,
      article: article.value,
      country: country ?? site.defaultCountry,
      translations: translationsOf(newsroom, article.value),
    })
    const {audience} = publication
    const {title, topics, retraction} = article.value
    const expectation = {audience, topics}
    const retracted = retraction !== undefined
    const job = {documentId: id, title, retracted, publication, expectation}
    return {ok: true, preview: await run(job, gate, channels)}
  } catch (error) {
    return failed(error, id)
  }
}

const previewDigest = async (
  newsroom: Newsroom,
  id: string,
  {country, channels}: PreviewOptions,
): Promise<Previewed> => {
  const digest = newsroom.digest(id)
  const desk = newsroom.desk()
  if (!digest.ok || !desk.ok) {
    return {ok: false, problems: [digest, desk].flatMap((each) => (each.ok ? [] : each.problems))}
  }
  const results = digest.value.articles.map((each) => newsroom.summary(each))
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  if (problems.length > 0) return {ok: false, problems}
  const articles = results.flatMap((result) => (result.ok ? [result.value] : []))
  const retracted = articles.flatMap(({id: article, title, retraction}, index): Problem[] =>
    retraction === undefined
      ? []
      : [
          {
            documentId: id,
            path: `articles[${index}]`,
            code: 'DIGEST_ARTICLE_UNAVAILABLE',
            message: `"${title}" (${article}) is retracted. Take it out of the digest.`,
          },
        ],
  )
  if (retracted.length > 0) return {ok: false, problems: retracted}
  const {site, book, gate} = desk.value
  try {
    const publication = DigestPublication.create({
      site,
      book,
      digest: digest.value,
      articles,
      country: country ?? site.defaultCountry,
    })
    const {audience, topics} = publication
    const {title} = digest.value
    const expectation = {audience, topics}
    const job = {documentId: id, title, retracted: false, publication, expectation}
    return {ok: true, preview: await run(job, gate, channels)}
  } catch (error) {
    return failed(error, id)
  }
}

/** `document`: an article or digest as the form holds it. */
export const preview = (
  newsroom: Newsroom,
  document: JsonObject,
  options: PreviewOptions = {},
): Promise<Previewed> => {
  newsroom.open(document)
  const id = idOf(asPublished(document))
  return typeOf(document) === 'digest'
    ? previewDigest(newsroom, id, options)
    : previewArticle(newsroom, id, options)
}
