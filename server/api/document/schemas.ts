/** The bodies of the API, as its document describes them (contracts.md, "Partner article JSON"). */
import {z} from '@hono/zod-openapi'
import {TOPICS} from '../../../content/topics.ts'
import {CHANGE_KINDS} from '../../../delivery/store/schema.ts'
import {PROBLEMS} from '../problems.ts'

const day = z.iso.date()
const instant = z.iso.datetime({offset: true})
const language = z.string().openapi({description: 'BCP 47.', example: 'en'})
const country = z.string().openapi({description: 'ISO 3166-1 alpha-2.', example: 'US'})

const phone = z.strictObject({
  display: z.string().openapi({description: 'As it is to be shown.', example: '988'}),
  dial: z.string().openapi({description: 'E.164, or a short code: for `tel:` links.'}),
})

const hours = z.union([
  z.strictObject({always: z.literal(true)}),
  z.strictObject({
    always: z.literal(false),
    timeZone: z.string().openapi({description: 'IANA.', example: 'Europe/Madrid'}),
    spans: z.array(
      z.strictObject({
        days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
        opens: z.string().openapi({example: '09:00'}),
        closes: z.string().openapi({example: '17:00'}),
      }),
    ),
  }),
])

const helplineFields = {
  name: z.string(),
  country,
  languages: z.array(language),
  phone: phone.nullable(),
  sms: z.strictObject({number: z.string(), keyword: z.string().nullable()}).nullable(),
  chatUrl: z.url().nullable(),
  hours,
}

const helpline = z.strictObject(helplineFields).openapi('NoticeHelpline')

export const crisisNotice = z
  .strictObject({
    heading: z.string(),
    lead: z.string(),
    emergency: phone,
    helplines: z.array(helpline).min(1),
    html: z.string().openapi({description: 'The notice as it is to be shown, as a fragment.'}),
    text: z.string().openapi({description: 'The notice as it is to be shown, as plain text.'}),
  })
  .openapi('CrisisNotice', {
    description:
      'Whoever shows any text of an article shows its notice with it, first and whole. It is in every answer that holds text.',
  })

const contributor = z
  .strictObject({
    kind: z.enum(['person', 'organization']),
    name: z.string(),
    role: z.string().nullable(),
    credentials: z.string().nullable(),
    url: z.string().nullable(),
  })
  .openapi('Contributor')

const topic = z.enum(TOPICS).openapi('Topic')
const textual = {html: z.string(), text: z.string()}

const ALWAYS = {
  id: z.string().openapi({description: 'Of the document; stays the same.'}),
  slug: z.string().openapi({description: 'Unique in its language.', example: 'small-steps'}),
  language,
  url: z.url().openapi({description: 'The page on the publisher’s own site.'}),
  crisisNotice,
  attribution: z.string().openapi({description: 'To be shown with the article.'}),
  revision: z.string(),
}

const CHOSEN = {
  title: z.string(),
  summary: z.string(),
  html: z.string().openapi({
    description:
      'The whole article as a fragment, its notice first: no scripts, styles, classes or ids.',
  }),
  text: z.string().openapi({description: 'The whole article as plain text, its notice first.'}),
  topics: z.array(topic),
  authors: z.array(contributor),
  // a component made nullable would be written as "all of it and null", which nothing is
  reviewer: z.union([contributor, z.null()]),
  publishedAt: instant,
  updatedAt: instant.nullable(),
  lastReviewed: day.nullable(),
  nextReview: day.nullable(),
  sections: z.array(z.strictObject({heading: z.string(), anchor: z.string(), ...textual})),
  warnings: z.array(
    z.strictObject({
      title: z.string(),
      severity: z.enum(['info', 'caution', 'danger']),
      ...textual,
    }),
  ),
  sources: z.array(
    z.strictObject({
      number: z.int(),
      citation: z.string(),
      doi: z.string().nullable(),
      url: z.string().nullable(),
    }),
  ),
  corrections: z.array(z.strictObject({date: day, note: z.string()})),
}

export const article = z
  .strictObject({...ALWAYS, ...z.object(CHOSEN).partial().shape})
  .openapi('Article', {
    description:
      'Every field is there unless `fields` chose some of them; a value that the article does not have is null.',
  })

export const articlePage = z
  .strictObject({
    articles: z.array(article),
    nextCursor: z.string().nullable().openapi({description: 'Null on the last page.'}),
    refused: z
      .array(z.strictObject({id: z.string(), code: z.string()}))
      .openapi({description: 'What belongs on this page and cannot be handed out now.'}),
  })
  .openapi('ArticlePage')

export const helplines = z
  .strictObject({
    crisisNotice,
    helplines: z.array(
      z.strictObject({
        id: z.string(),
        ...helplineFields,
        topics: z.array(topic),
        verifiedAt: day,
        sourceUrl: z.string().nullable(),
      }),
    ),
  })
  .openapi('Helplines')

export const notice = z
  .strictObject({crisisNotice, country, language, revision: z.string()})
  .openapi('Notice')

export const changes = z
  .strictObject({
    changes: z.array(
      z.strictObject({
        cursor: z.string(),
        at: instant,
        kind: z.enum(CHANGE_KINDS).openapi('ChangeKind'),
        id: z.string(),
        slug: z.string().nullable(),
        language: z.string().nullable(),
        revision: z.string().nullable(),
      }),
    ),
    cursor: z.string().openapi({description: 'Ask with it for what comes after.'}),
    isAll: z.boolean().openapi({description: 'False when there is more already.'}),
  })
  .openapi('Changes')

const codes = Object.keys(PROBLEMS)
const [firstCode = '', ...otherCodes] = codes

const PROBLEM_MEMBERS = {
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum([firstCode, ...otherCodes]).openapi('ProblemCode'),
  instance: z.string().openapi({description: 'The path that was asked for.'}),
}

export const problem = z
  .strictObject({
    ...PROBLEM_MEMBERS,
    countries: z
      .array(country)
      .optional()
      .openapi({description: 'With COUNTRY_CLOSED and NOTICE_MISSING: those to choose from.'}),
  })
  .openapi('Problem', {description: 'RFC 9457.'})

export const gone = z
  .strictObject({
    ...PROBLEM_MEMBERS,
    id: z.string(),
    slug: z.string(),
    language,
    retraction: z.strictObject({date: day, reason: z.string()}),
    crisisNotice,
  })
  .openapi('Gone', {description: 'RFC 9457, for a retracted article.'})
