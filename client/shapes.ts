/** The types of types.ts as checks. The compiler holds each to its type. */
import {
  either,
  type Guard,
  isBoolean,
  isExactly,
  isNumber,
  isOneOf,
  isRecord,
  isString,
  listOf,
  orNull,
  shape,
} from './guards.ts'
import type {
  ArticleField,
  ArticleWith,
  Change,
  ChangePage,
  Contributor,
  CrisisNotice,
  EssentialField,
  Helpline,
  HelplineList,
  Hours,
  NoticeAnswer,
  PartnerArticle,
  Phone,
} from './types.ts'

const isText = isString
const textOrNull = orNull(isString)
const texts = listOf(isString)

const isPhone: Guard<Phone> = shape({display: isText, dial: isText})

const isHours: Guard<Hours> = either(
  shape({always: isExactly(true)}),
  shape({
    always: isExactly(false),
    timeZone: isText,
    spans: listOf(
      shape({
        days: listOf(isOneOf(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
        opens: isText,
        closes: isText,
      }),
    ),
  }),
)

const HELPLINE = {
  name: isText,
  country: isText,
  languages: texts,
  phone: orNull(isPhone),
  sms: orNull(shape({number: isText, keyword: textOrNull})),
  chatUrl: textOrNull,
  hours: isHours,
} as const

const isHelpline: Guard<Helpline> = shape(HELPLINE)

/** The shape alone: notice.ts says what a notice must hold. */
export const isNotice: Guard<CrisisNotice> = shape({
  heading: isText,
  lead: isText,
  emergency: isPhone,
  helplines: listOf(isHelpline),
  html: isText,
  text: isText,
})

const isContributor: Guard<Contributor> = shape({
  kind: isText,
  name: isText,
  role: textOrNull,
  credentials: textOrNull,
  url: textOrNull,
})

const ARTICLE: {readonly [Field in ArticleField]: Guard<PartnerArticle[Field]>} = {
  id: isText,
  slug: isText,
  language: isText,
  url: isText,
  title: isText,
  summary: isText,
  html: isText,
  text: isText,
  topics: texts,
  authors: listOf(isContributor),
  reviewer: orNull(isContributor),
  publishedAt: isText,
  updatedAt: textOrNull,
  lastReviewed: textOrNull,
  nextReview: textOrNull,
  sections: listOf(shape({heading: isText, anchor: isText, html: isText, text: isText})),
  warnings: listOf(shape({title: isText, severity: isText, html: isText, text: isText})),
  sources: listOf(shape({number: isNumber, citation: isText, doi: textOrNull, url: textOrNull})),
  crisisNotice: isNotice,
  attribution: isText,
  corrections: listOf(shape({date: isText, note: isText})),
  revision: isText,
}

const ESSENTIAL: ReadonlySet<string> = new Set<EssentialField>([
  'id',
  'slug',
  'language',
  'url',
  'revision',
  'crisisNotice',
  'attribution',
])

/** `fields`: undefined for all of them. */
export const isArticleWith = <Field extends ArticleField>(
  fields: readonly Field[] | undefined,
): Guard<ArticleWith<Field>> => {
  const asked = new Set<string>(fields)
  const checks = Object.entries<Guard<unknown>>(ARTICLE).filter(
    ([name]) => fields === undefined || ESSENTIAL.has(name) || asked.has(name),
  )
  return (value): value is ArticleWith<Field> =>
    isRecord(value) && checks.every(([name, guard]) => guard(value[name]))
}

export const isArticle: Guard<PartnerArticle> = isArticleWith(undefined)

/** The page around the articles: each of these is looked at by itself. */
export const isPage = shape({
  articles: listOf((item): item is unknown => item !== undefined),
  nextCursor: textOrNull,
  refused: listOf(shape({id: isText, code: isText})),
})

export const isHelplineList: Guard<HelplineList> = shape({
  crisisNotice: isNotice,
  helplines: listOf(
    shape({...HELPLINE, id: isText, topics: texts, verifiedAt: isText, sourceUrl: textOrNull}),
  ),
})

export const isNoticeAnswer: Guard<NoticeAnswer> = shape({
  crisisNotice: isNotice,
  country: isText,
  language: isText,
  revision: isText,
})

const isChange: Guard<Change> = shape({
  cursor: isText,
  at: isText,
  kind: isText,
  id: isText,
  slug: textOrNull,
  language: textOrNull,
  revision: textOrNull,
})

export const isChangePage: Guard<ChangePage> = shape({
  changes: listOf(isChange),
  cursor: isText,
  isAll: isBoolean,
})
