/** What the pieces of one article's mail share. */
import type {Article, Site} from '../../content/model.ts'
import type {Publication} from '../../crisis-notice/policy.ts'
import type {Sides} from './style.ts'
import type {MailWords} from './words.ts'

export interface ArticleContext {
  readonly publication: Publication
  readonly article: Article
  readonly site: Site
  /** The article's page. */
  readonly url: string
  readonly sides: Sides
  readonly words: MailWords
}

/** What goes first when a mail is too long. Sections go from the last to the first. */
export const DISPENSABLE = {
  references: 6,
  related: 5,
  sections: 4,
  opening: 3,
  keyPoints: 2,
  warnings: 1,
} as const

export const SECTION_PADDING = '18px 24px 6px'
