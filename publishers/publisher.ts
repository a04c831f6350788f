/**
 * The one interface behind every channel. A publisher takes a publication (which cannot exist
 * without a notice) and returns outputs: frozen strings that the gate reads back before anything
 * leaves. Publishers are pure: no clock, no randomness, no I/O, no Node built-ins; the same
 * publication gives the same bytes.
 */
import type {Audience} from '../crisis-notice/notice.ts'
import type {
  DigestPublication,
  Entry,
  Publication,
  SitePublication,
} from '../crisis-notice/policy.ts'
import type {ListPage} from './list-pages.ts'

export const CHANNELS = ['web', 'email', 'sms', 'partner'] as const
export type Channel = (typeof CHANNELS)[number]

/** How the gate must read `text`. */
export type Format =
  | 'page' // HTML document
  | 'atom' // RFC 4287
  | 'jsonFeed' // JSON Feed 1.1
  | 'sitemap' // sitemaps.org 0.9
  | 'mail' // RFC 5322 message, CRLF line ends, 7-bit
  | 'sms' // messages separated by a line holding only %%
  | 'partnerArticle'
  | 'partnerArticles'
  | 'partnerHelplines'
  | 'partnerTombstones'
  // what the partner API answers with
  | 'partnerSelection' // an article, some of its fields
  | 'partnerPage' // several of those
  | 'partnerNotice' // a notice by itself
  | 'partnerGone' // RFC 9457, for a retracted article
  | 'plainText' // text/plain
  | 'markdown' // CommonMark 0.31

/** One SMS as it goes over the air. */
export interface EncodedMessage {
  /** GSM 7-bit default alphabet (3GPP TS 23.038 6.2.1) or UCS-2 (6.2.3). */
  readonly encoding: 'gsm7' | 'ucs2'
  /** Lower-case hex: one octet a septet, unpacked, for gsm7 (escape = 1b); two octets a unit, big-endian, for ucs2. */
  readonly hex: string
  /** Septets or UCS-2 units used, of 160 or 70. */
  readonly units: number
}

export interface Output {
  readonly channel: Channel
  readonly format: Format
  /** Below the output folder, with `/`, as contracts.md lays out. */
  readonly path: string
  readonly documentId: string
  readonly revision: string
  readonly audience: Audience
  /** The file's whole content. */
  readonly text: string
  /** For `sms` only: the messages of `text`, in order, encoded. */
  readonly messages?: readonly EncodedMessage[]
}

/** Made of the site, its notice and this page of entries, and of nothing else. */
export interface ListFile extends ListPage<Entry> {
  readonly path: string
}

/** Whether a list is there as it should be, and need not be made. */
export type Stands = (list: ListFile) => boolean

export const NONE_STANDS: Stands = () => false

export interface Publisher {
  readonly channel: Channel
  /**
   * An article's outputs; for a retracted article what takes its place, or nothing.
   * Throws PublisherError when it cannot be faithful, UnknownBlockError for a node it does not know.
   */
  article(publication: Publication): readonly Output[]
  /** A digest's outputs; empty on channels that have none. */
  digest(publication: DigestPublication): readonly Output[]
  /**
   * What the whole site needs once: indexes, help, feeds, lists; empty on channels that have none. Each
   * is made when it is asked for. A list that `stands` says is there as it should be is left out.
   */
  site(publication: SitePublication, stands?: Stands): Iterable<Output>
}
