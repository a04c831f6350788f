/** What a language must be able to say. `{name}` stands for a value; see `fill`. */
import type {Severity} from '../../content/model.ts'
import type {Topic} from '../../content/topics.ts'

export interface Phrases {
  readonly skipToContent: string
  /** Above a table of contents. */
  readonly contents: string
  readonly keyPoints: string
  readonly references: string
  readonly published: string
  readonly updated: string
  readonly lastReviewed: string
  readonly nextReview: string
  /** `{names}` */
  readonly by: string
  /** `{name}` */
  readonly reviewedBy: string
  readonly corrections: string
  /** A label: `Retracted`. */
  readonly retracted: string
  /** `{date}`: a whole sentence or two to a reader. */
  readonly retractedNotice: string
  /** Before the reason of a retraction. */
  readonly retractedReason: string
  readonly related: string
  readonly allArticles: string
  readonly articlesByTopic: string
  /** Links between the pages of a long list. */
  readonly olderArticles: string
  readonly newerArticles: string
  readonly otherLanguages: string
  readonly readOnline: string
  /** `{number}`, of the citation in the text. */
  readonly backToText: string
  readonly image: string
  readonly severity: Readonly<Record<Severity, string>>
  readonly topic: Readonly<Record<Topic, string>>
  readonly topics: string
  readonly unsubscribe: string

  // The help page.
  /** The link to that page, short. */
  readonly helplines: string
  readonly helpAllCountries: string
  readonly helpIntro: string
  /** `{date}` */
  readonly helplineVerified: string
  /** `{languages}` */
  readonly helplineLanguages: string
  readonly helplineSource: string

  // The footer of the site.
  readonly notMedicalAdvice: string

  // The page in the place of one that is not there; the notice stands above its text.
  readonly notFound: string
  readonly notFoundText: string
}
