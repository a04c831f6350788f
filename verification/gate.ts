/**
 * The gate: reads an artefact back as its reader would and lets it out only with its notice.
 * Independent of the publishers; the notice comes from the book, never from the artefact.
 */
import type {NoticeBook} from '../crisis-notice/notice-book.ts'
import {NoticeLostError} from '../errors.ts'
import type {EncodedMessage, Format, Output} from '../publishers/publisher.ts'
import {expectedNotice} from './expected.ts'
import type {Expectation} from './expectation.ts'
import {atomReason, jsonFeedReason, sitemapReason} from './feeds/feeds.ts'
import {pageReason} from './html/page.ts'
import {mailReason} from './mail/mail.ts'
import {
  partnerGoneReason,
  partnerNoticeReason,
  partnerPageReason,
  partnerSelectionReason,
} from './partner/answers.ts'
import {partnerArticleReason, partnerArticlesReason, partnerListReason} from './partner/partner.ts'
import {smsReason} from './sms/sms.ts'
import {plainTextReason} from './text.ts'

/** An artefact as it would leave or as it lies on a disk. */
export interface Artefact {
  readonly path: string
  readonly format: Format
  readonly text: string
  readonly messages?: readonly EncodedMessage[]
}

let mint: (output: Output) => VerifiedOutput

/**
 * An output that the gate has passed. Whoever writes or sends takes nothing else. The private field
 * does not survive a spread, a cast, a structured clone or JSON.
 */
export class VerifiedOutput {
  readonly #output: Output

  private constructor(output: Output) {
    this.#output = output
    Object.freeze(this)
  }

  static {
    mint = (output) => new VerifiedOutput(output)
  }

  static is(value: unknown): value is VerifiedOutput {
    return typeof value === 'object' && value !== null && #output in value
  }

  get output(): Output {
    return this.#output
  }
}

export interface Gate {
  /** Throws NoticeLostError; NoticeMissingError when the book has no notice for the audience. */
  pass(output: Output, expectation: Expectation): Promise<VerifiedOutput>
  /** The same reading without letting anything out: for files. */
  inspect(artefact: Artefact, expectation: Expectation): Promise<void>
}

type Reading = (
  artefact: Artefact,
  expectation: Expectation,
) => string | undefined | Promise<string | undefined>

const readings = (book: NoticeBook, origin: string): Readonly<Record<Format, Reading>> => {
  const notice = (expectation: Expectation) => expectedNotice(book, expectation)
  return {
    page: ({text}, wanted) => pageReason(text, notice(wanted), wanted),
    mail: ({text}, wanted) => mailReason(text, notice(wanted)),
    sms: ({text, messages}, wanted) => smsReason(text, messages, notice(wanted)),
    atom: ({text}, wanted) => atomReason(text, book, wanted, origin),
    jsonFeed: ({text}, wanted) => jsonFeedReason(text, book, wanted),
    sitemap: ({text}) => sitemapReason(text, origin),
    partnerArticle: ({text}, wanted) => partnerArticleReason(text, notice(wanted)),
    partnerArticles: ({text}, wanted) => partnerArticlesReason(text, book, wanted),
    partnerHelplines: ({text}, wanted) => partnerListReason(text, 'helplines', notice(wanted)),
    partnerTombstones: ({text}, wanted) => partnerListReason(text, 'tombstones', notice(wanted)),
    partnerSelection: ({text}, wanted) => partnerSelectionReason(text, notice(wanted)),
    partnerPage: ({text}, wanted) => partnerPageReason(text, book, wanted),
    partnerNotice: ({text}, wanted) => partnerNoticeReason(text, notice(wanted)),
    partnerGone: ({text}, wanted) => partnerGoneReason(text, notice(wanted)),
    plainText: ({text}, wanted) => plainTextReason(text, notice(wanted).text),
    // a hundred modules, for what only the partner API hands out
    markdown: async ({text}, wanted) => {
      const {markdownReason} = await import('./markdown/markdown.ts')
      return markdownReason(text, notice(wanted))
    },
  }
}

const CHANNEL: Readonly<Record<Format, string>> = {
  page: 'web',
  atom: 'web',
  jsonFeed: 'web',
  sitemap: 'web',
  mail: 'email',
  sms: 'sms',
  partnerArticle: 'partner',
  partnerArticles: 'partner',
  partnerHelplines: 'partner',
  partnerTombstones: 'partner',
  partnerSelection: 'partner',
  partnerPage: 'partner',
  partnerNotice: 'partner',
  partnerGone: 'partner',
  plainText: 'partner',
  markdown: 'partner',
}

/** `origin`: the site's https origin, without a final slash. */
export const createGate = (book: NoticeBook, {origin}: {readonly origin: string}): Gate => {
  const reading = readings(book, origin)
  const inspect = async (artefact: Artefact, expectation: Expectation): Promise<void> => {
    const reason = await reading[artefact.format](artefact, expectation)
    if (reason === undefined) return
    const channel = CHANNEL[artefact.format]
    throw new NoticeLostError({channel, artefact: artefact.path, reason})
  }
  return Object.freeze({
    inspect,
    pass: async (output: Output, expectation: Expectation) => {
      // What is read must be what leaves: a getter or a later change could tell two stories.
      const frozen = Object.freeze({...output})
      await inspect(frozen, expectation)
      return mint(frozen)
    },
  })
}
