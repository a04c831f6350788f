/**
 * A crisis notice joined and ready to show: what one reader, in one country and language, needs
 * in order to reach somebody now.
 */
import type {Helpline, Identity, Phone} from '../content/model.ts'

/** Who reads: `country` ISO 3166-1 alpha-2, `language` BCP 47. */
export interface Audience {
  readonly country: string
  readonly language: string
}

export interface CrisisNotice extends Identity {
  /** The audience asked for. */
  readonly audience: Audience
  /** The language the notice is written in; differs from the audience's only by the site's fallback. */
  readonly language: string
  readonly heading: string
  readonly lead: string
  readonly smsText: string
  readonly emergency: Phone
  /** In the order to show: the article's topics first, pairs side by side, never empty. */
  readonly helplines: readonly [Helpline, ...Helpline[]]
}
