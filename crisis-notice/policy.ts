/**
 * Where content and notice become one. Publishers take nothing else, and only this file makes
 * them: there is no way to hold a publication without a notice.
 */
import type {
  Article,
  ArticleLink,
  ArticleSummary,
  Digest,
  Helpline,
  Site,
} from '../content/model.ts'
import {isCrisis} from '../content/topics.ts'
import type {Audience, CrisisNotice} from './notice.ts'
import type {NoticeBook} from './notice-book.ts'

/** On crisis topics the web page shows the notice again after the last section. */
export const repeatsNotice = (topics: readonly string[]): boolean => isCrisis(topics)

/** An article for one audience, with its notice. */
export class Publication {
  readonly site: Site
  readonly article: Article
  readonly audience: Audience
  readonly notice: CrisisNotice
  /** The same article in other languages: same slug, another language. */
  readonly translations: readonly ArticleLink[]

  private constructor(
    site: Site,
    article: Article,
    notice: CrisisNotice,
    translations: readonly ArticleLink[],
  ) {
    this.site = site
    this.article = article
    this.audience = notice.audience
    this.notice = notice
    this.translations = translations
    Object.freeze(this)
  }

  /** Throws NoticeMissingError when the country has no notice in the article's language. */
  static create(content: {
    readonly site: Site
    readonly book: NoticeBook
    readonly article: Article
    readonly country: string
    readonly translations: readonly ArticleLink[]
  }): Publication {
    const {site, book, article, country, translations} = content
    const notice = book.notice({country, language: article.language}, article.topics)
    return new Publication(site, article, notice, translations)
  }
}

/** A digest for one audience: articles as teasers, and the notice. */
export class DigestPublication {
  readonly site: Site
  readonly digest: Digest
  readonly articles: readonly ArticleSummary[]
  /** Every topic of the articles, once, in their order. */
  readonly topics: readonly string[]
  readonly audience: Audience
  readonly notice: CrisisNotice

  private constructor(
    site: Site,
    digest: Digest,
    articles: readonly ArticleSummary[],
    topics: readonly string[],
    notice: CrisisNotice,
  ) {
    this.site = site
    this.digest = digest
    this.articles = articles
    this.topics = topics
    this.audience = notice.audience
    this.notice = notice
    Object.freeze(this)
  }

  static create(content: {
    readonly site: Site
    readonly book: NoticeBook
    readonly digest: Digest
    readonly articles: readonly ArticleSummary[]
    readonly country: string
  }): DigestPublication {
    const {site, book, digest, articles, country} = content
    const topics = [...new Set(articles.flatMap((article) => article.topics))]
    const notice = book.notice({country, language: digest.language}, topics)
    return new DigestPublication(site, digest, articles, topics, notice)
  }
}

/** An article in an index or list, with the notice of its own language and topics. */
export interface Entry {
  readonly article: ArticleSummary
  readonly notice: CrisisNotice
}

/** An article that is no longer to be used. */
export interface Tombstone {
  readonly id: string
  readonly slug: string
  readonly language: string
  readonly reason: 'retracted' | 'removed'
  /** YYYY-MM-DD. */
  readonly date: string
  readonly note?: string
}

/** Everything the pages and lists of the whole site need. */
export class SitePublication {
  readonly site: Site
  /** Newest first; retracted articles are not in it. */
  readonly entries: readonly Entry[]
  /** The newest articles whole, for the feeds; newest first, retracted ones left out. */
  readonly latest: readonly Publication[]
  /** Every helpline that is not retired. */
  readonly helplines: readonly Helpline[]
  readonly tombstones: readonly Tombstone[]
  readonly audience: Audience
  readonly notice: CrisisNotice

  private constructor(parts: Omit<SitePublicationParts, 'book' | 'country'>, notice: CrisisNotice) {
    this.site = parts.site
    this.entries = parts.entries
    this.latest = parts.latest
    this.helplines = parts.helplines
    this.tombstones = parts.tombstones
    this.audience = notice.audience
    this.notice = notice
    Object.freeze(this)
  }

  /** The notice is that of the country in the site's default language. */
  static create({book, country, ...parts}: SitePublicationParts): SitePublication {
    // Stryker disable next-line ArrayDeclaration: a topic that nobody knows orders nothing either
    const notice = book.notice({country, language: parts.site.defaultLanguage}, [])
    return new SitePublication(parts, notice)
  }
}

export interface SitePublicationParts {
  readonly site: Site
  readonly book: NoticeBook
  readonly country: string
  readonly entries: readonly Entry[]
  readonly latest: readonly Publication[]
  readonly helplines: readonly Helpline[]
  readonly tombstones: readonly Tombstone[]
}
