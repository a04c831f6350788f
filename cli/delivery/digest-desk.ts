/** A digest as it goes to each audience, past the gate. */
import {baseLanguage} from '../../content/direction.ts'
import type {Content} from '../../content/content.ts'
import type {ArticleSummary, Digest, Site} from '../../content/model.ts'
import {NoticeBook} from '../../crisis-notice/notice-book.ts'
import {DigestPublication} from '../../crisis-notice/policy.ts'
import type {SubscriberAudience, Unserved, VariantPlan} from '../../delivery/campaigns/freeze.ts'
import type {SubscriberChannel} from '../../delivery/store/schema.ts'
import {NoticeLostError, NoticeMissingError, PublisherError, UsageError} from '../../errors.ts'
import {emailPublisher} from '../../publishers/email/email-publisher.ts'
import type {Output} from '../../publishers/publisher.ts'
import {smsPublisher} from '../../publishers/sms/sms-publisher.ts'
import {createGate, type Gate, type VerifiedOutput} from '../../verification/gate.ts'

const PRESSES = {email: emailPublisher, sms: smsPublisher} as const

export interface DigestDesk {
  readonly site: Site
  /** Named by the slug: the digest and its translations. */
  readonly digests: readonly Digest[]
  /** As the editor chose, else of the articles: whoever chose topics gets the digest when they share one. */
  readonly topics: readonly string[]
  /** Whether the editor means readers there; every country where none is chosen. */
  isFor(audience: Pick<SubscriberAudience, 'country' | 'language'>): boolean
  /** What is made for the audiences, and which of them have nothing, each with the reason. */
  plan(
    channel: SubscriberChannel,
    audiences: readonly SubscriberAudience[],
  ): Promise<{readonly variants: readonly VariantPlan[]; readonly unserved: readonly Unserved[]}>
  /**
   * Passes what was frozen earlier, or a finished message of it, against the notices as they are now.
   * Throws NoticeLostError when a helpline has changed since.
   */
  check(output: Output, country: string): Promise<VerifiedOutput>
}

const refusals = (error: unknown): {readonly code: string; readonly message: string} => {
  if (
    error instanceof NoticeMissingError ||
    error instanceof NoticeLostError ||
    error instanceof PublisherError
  ) {
    return {code: error.code, message: error.message}
  }
  throw error
}

/** Between the messages of one file (contracts.md). */
const BETWEEN = '\n%%\n'

/** A digest's text messages, each to be sent by itself. */
export const textsOf = ({text}: Pick<Output, 'text'>): readonly string[] =>
  text.replace(/\n$/, '').split(BETWEEN)

const unknownDigest = (slug: string, known: readonly Digest[]): UsageError => {
  const slugs = [...new Set(known.map((digest) => digest.slug))]
  const mend =
    slugs.length === 0
      ? 'The dataset has no digest. Publish one in the Studio.'
      : `There are: ${slugs.join(', ')}.`
  return new UsageError(`There is no published digest ${slug}. ${mend}`)
}

/** Throws UsageError for a slug that no digest has, ContentError when the site cannot be read. */
export const openDigestDesk = async (
  content: Content,
  slug: string,
  today: string,
): Promise<DigestDesk> => {
  const site = await content.site()
  const [notices, helplines] = [await content.notices(), await content.helplines()]
  const [known, summaries] = [await content.digests(), await content.summaries()]
  const digests = known.items.filter((digest) => digest.slug === slug)
  if (digests.length === 0) throw unknownDigest(slug, known.items)
  const book = new NoticeBook({site, notices: notices.items, helplines: helplines.items, today})
  const gate: Gate = createGate(book, {origin: site.url})
  const byId = new Map(summaries.items.map((summary) => [summary.id, summary]))

  const articlesOf = (digest: Digest): readonly ArticleSummary[] =>
    digest.articles.map((id) => {
      const article = byId.get(id)
      if (article !== undefined && article.retraction === undefined) return article
      throw new PublisherError({
        documentId: digest.id,
        path: `articles[_ref=="${id}"]`,
        code: 'DIGEST_ARTICLE_UNAVAILABLE',
        message: `The digest names ${id}, which is retracted, refused or not published. Mend that article or take it out of the digest.`,
      })
    })

  const publicationFor = (digest: Digest, country: string): DigestPublication =>
    DigestPublication.create({site, book, digest, articles: articlesOf(digest), country})

  /** The same language, or its base: `es-MX` reads `es`. */
  const digestFor = (language: string): Digest | undefined =>
    digests.find((digest) => digest.language === language) ??
    digests.find((digest) => baseLanguage(digest.language) === baseLanguage(language))

  const variantFor = async (
    channel: SubscriberChannel,
    {country, language}: SubscriberAudience,
  ): Promise<VariantPlan> => {
    const digest = digestFor(language)
    const documentId = digests[0]?.id ?? slug
    if (digest === undefined) {
      throw new PublisherError({
        documentId,
        path: 'language',
        code: 'DIGEST_NOT_TRANSLATED',
        message: `The digest is not there in ${language}. Publish one with the slug ${slug} in that language.`,
      })
    }
    const publication = publicationFor(digest, country)
    const [rendered] = PRESSES[channel].digest(publication)
    if (rendered === undefined) {
      throw new PublisherError({
        documentId: digest.id,
        path: 'channels',
        code: 'DIGEST_NOT_ON_CHANNEL',
        message: `The digest is not for ${channel}. Add the channel in the Studio, or send on another with --channel.`,
      })
    }
    const {audience, topics, notice} = publication
    const output = await gate.pass(rendered, {audience, topics})
    const parts = channel === 'sms' ? textsOf(rendered).length : 1
    return {country, language, noticeId: notice.id, output, parts}
  }

  const plan: DigestDesk['plan'] = async (channel, audiences) => {
    const variants: VariantPlan[] = []
    const unserved: Unserved[] = []
    for (const audience of audiences) {
      try {
        variants.push(await variantFor(channel, audience))
      } catch (error) {
        unserved.push({...audience, ...refusals(error)})
      }
    }
    return {variants, unserved}
  }

  const isFor: DigestDesk['isFor'] = ({country, language}) => {
    const countries = digestFor(language)?.audience?.countries ?? []
    return countries.length === 0 || countries.includes(country)
  }

  const chosen = digests.flatMap((digest) => digest.audience?.topics ?? [])
  const covered = digests.flatMap(articlesOf).flatMap((article) => article.topics)
  const topics = [...new Set(chosen.length > 0 ? chosen : covered)]
  return Object.freeze({
    site,
    digests,
    topics,
    isFor,
    plan,
    check: (output: Output, country: string) => {
      const digest = digests.find(({id}) => id === output.documentId) ?? digests[0]
      if (digest === undefined) throw unknownDigest(slug, known.items)
      const {audience, topics: own} = publicationFor(digest, country)
      return gate.pass(output, {audience, topics: own})
    },
  })
}
