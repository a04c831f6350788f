/** Makes documents of texts. What an editor fills in is an argument; ids, types and references follow. */
import type {Topic} from '../../content/topics.ts'
import {blocks, drawing, type Text} from './blocks.ts'
import {oneLine} from './inline.ts'
import {given, type JsonObject} from './json.ts'
import {revisionOf, withKeys} from './keys.ts'
import {idOf, reference} from './reference.ts'

export type Document = JsonObject & {readonly _id: string; readonly _type: string}

/** When the example was put together; documents without a date of their own carry it. */
const COMPILED = '2026-11-23T09:00:00Z'

export const document = (
  _type: string,
  _id: string,
  fields: JsonObject,
  {created, updated}: {readonly created: string; readonly updated: string} = {
    created: COMPILED,
    updated: COMPILED,
  },
): Document => {
  const content = withKeys(fields, _id)
  const _rev = revisionOf({_id, _type, ...content})
  return {_id, _type, _rev, _createdAt: created, _updatedAt: updated, ...content}
}

const slug = (current: string): JsonObject => ({_type: 'slug', current})

export interface WarningText {
  readonly name: string
  readonly severity: 'info' | 'caution' | 'danger'
  readonly title: string
  readonly smsText?: string
  readonly body: Text
}

export const warningDocument = ({name, severity, title, smsText, body}: WarningText): Document =>
  document('warning', idOf('warning', name), {
    ...given({title, severity, smsText}),
    body: blocks(body),
  })

export interface SectionText {
  readonly anchor: string
  readonly heading: string
  readonly body: Text
  /** A section that several articles share is named once, by the part of its id after `section-`. */
  readonly shared?: string
}

export const section =
  (anchor: string, heading: string) =>
  (...body: Text): SectionText => ({anchor, heading, body})

const sectionName = (article: string, {anchor, shared}: SectionText): string =>
  shared ?? `${article}-${anchor}`

const sectionDocument = (name: string, {heading, anchor, body}: SectionText): Document =>
  document('section', idOf('section', name), {heading, anchor: slug(anchor), body: blocks(body)})

/** A section with a name of its own, which several articles hold. */
export const sharedSectionDocument = (text: SectionText): Document =>
  sectionDocument(text.shared ?? text.anchor, text)

export interface ArticleText {
  readonly slug: string
  /** BCP 47; `en` unless said. Translations share the slug. */
  readonly language?: string
  readonly title: string
  readonly summary: string
  readonly smsSummary?: string
  readonly topics: readonly Topic[]
  readonly hero?: {readonly drawing: string; readonly alt: string}
  /** Dates: YYYY-MM-DD. */
  readonly published: string
  readonly updated?: string
  readonly reviewed?: string
  readonly nextReview?: string
  readonly keyPoints?: readonly string[]
  readonly opening?: Text
  /** Shown before the sections, by the part of the id after `warning-`. */
  readonly warnings?: readonly string[]
  readonly sections: readonly SectionText[]
  /** By the part of the id after `article-`. */
  readonly related?: readonly string[]
  readonly corrections?: readonly {readonly date: string; readonly note: string}[]
  readonly retraction?: {readonly date: string; readonly reason: string}
}

/** The part of an article's id after `article-`: the slug, and the language when it is not English. */
const articleName = ({slug: name, language = 'en'}: ArticleText): string =>
  language === 'en' ? name : `${name}-${language}`

const refs = (
  type: string,
  names: readonly string[] | undefined,
): readonly JsonObject[] | undefined => names?.map((name) => reference(type, name))

const at =
  (time: string) =>
  (date: string): string =>
    `${date}T${time}Z`
const morning = at('08:00:00')

const articleDocument = (text: ArticleText): Document => {
  const name = articleName(text)
  const published = morning(text.published)
  const updated = text.updated === undefined ? undefined : morning(text.updated)
  const {hero, corrections} = text
  const fields = given({
    title: oneLine(text.title),
    slug: slug(text.slug),
    language: text.language ?? 'en',
    summary: oneLine(text.summary),
    smsSummary: text.smsSummary,
    topics: text.topics,
    heroImage: hero && {...drawing(hero.drawing), alt: oneLine(hero.alt)},
    authors: [reference('contributor', 'editorial-team')],
    reviewer:
      text.reviewed === undefined ? undefined : reference('contributor', 'medical-review-board'),
    publishedAt: published,
    updatedAt: updated,
    lastReviewed: text.reviewed,
    nextReview: text.nextReview,
    keyPoints: text.keyPoints?.map(oneLine),
    opening: text.opening && blocks(text.opening),
    sections: refs(
      'section',
      text.sections.map((part) => sectionName(name, part)),
    ),
    warnings: refs('warning', text.warnings),
    relatedArticles: refs('article', text.related),
    corrections: corrections?.map(({date, note}) => ({date, note: oneLine(note)})),
    retraction: text.retraction && {
      date: text.retraction.date,
      reason: oneLine(text.retraction.reason),
    },
  })
  return document('article', idOf('article', name), fields, {
    created: published,
    updated: updated ?? published,
  })
}

/** The article's document and those of the sections that are its own. */
export const articleDocuments = (text: ArticleText): readonly Document[] => [
  articleDocument(text),
  ...text.sections
    .filter((part) => part.shared === undefined)
    .map((part) => sectionDocument(sectionName(articleName(text), part), part)),
]
