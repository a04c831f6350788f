/** The parameters of the API: read from a request, and described in its document, by the same schemas. */
import {z} from '@hono/zod-openapi'
import {TOPICS} from '../../../content/topics.ts'
import {ARTICLE_FIELDS} from '../../../publishers/partner/selection.ts'

/** Longer than any of ours. */
const TEXT_MAX = 300
const CURSOR_MAX = 1000
const FIELDS: ReadonlySet<string> = new Set(ARTICLE_FIELDS)
const TOPIC_SET: ReadonlySet<string> = new Set(TOPICS)

const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'write a language as BCP 47 does, such as en')
  .openapi({description: 'BCP 47.', example: 'en'})

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'write a country as two capital letters, such as US')
  .openapi({
    description:
      'Where the readers are (ISO 3166-1 alpha-2): it decides which notice they get. When absent, the first country of the key, else the site’s own.',
    example: 'US',
  })

const listOf = (names: ReadonlySet<string>, what: string) =>
  z
    .string()
    .max(TEXT_MAX)
    .transform((text) => new Set(text.split(',').map((each) => each.trim())))
    .refine((given) => [...given].every((name) => names.has(name)), {
      message: `${what} among ${[...names].join(', ')}, separated by commas`,
    })

const fields = listOf(FIELDS, 'choose fields').openapi({
  type: 'string',
  description: `Only these fields, separated by commas: ${ARTICLE_FIELDS.join(', ')}. What identifies the article, its attribution and its crisis notice are always there.`,
  example: 'title,summary',
})

/** Digits alone: `Number` would read more. */
const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/, `write a whole number, 1 to ${most}`)
    .transform(Number)
    .refine((value) => value <= most, {message: `write a whole number, 1 to ${most}`})

const optionalNumber = (most: number, preset: number) =>
  wholeNumber(most)
    .optional()
    .openapi({type: 'integer', minimum: 1, maximum: most, default: preset})

const cursor = z.string().max(CURSOR_MAX)

export const articlesQuery = z.strictObject({
  cursor: cursor.optional().openapi({
    description: '`nextCursor` of the page before. It stays right when articles are added.',
  }),
  limit: optionalNumber(100, 20),
  modifiedSince: z.iso
    .datetime({offset: true, error: 'write a time as RFC 3339 does, such as 2026-11-01T00:00:00Z'})
    .optional()
    .openapi({
      description:
        'Only articles whose text was published or updated since (RFC 3339). A new notice is not such an update: follow /changes.',
    }),
  topic: listOf(TOPIC_SET, 'choose topics').optional().openapi({
    type: 'string',
    description: 'Articles with one of these topics, separated by commas.',
    example: 'anxiety,sleep',
  }),
  language: language.optional(),
  country: country.optional(),
  fields: fields.optional(),
})

export const articleQuery = z.strictObject({
  language: language
    .optional()
    .openapi({description: 'Of several articles with one slug. The site’s own when absent.'}),
  country: country.optional(),
  fields: fields.optional(),
})

export const articlePath = z.object({
  slug: z.string().openapi({param: {name: 'slug', in: 'path'}, example: 'small-steps'}),
})

export const helplinesQuery = z.strictObject({
  country: country.optional().openapi({
    description: 'Only those of this country, with its notice. All of them when absent.',
  }),
})

export const noticePath = z.object({
  country: country.openapi({param: {name: 'country', in: 'path'}}),
  language: language.openapi({param: {name: 'language', in: 'path'}}),
})

export const noticeQuery = z.strictObject({
  topics: listOf(TOPIC_SET, 'choose topics').optional().openapi({
    type: 'string',
    description: 'Topics of a page of yours, which order the helplines.',
    example: 'anxiety',
  }),
})

export const changesQuery = z.strictObject({
  since: cursor.optional().openapi({
    description:
      'A cursor of this log; from the beginning when absent. `latest` gives none of it and the newest cursor: note it, read /articles, then follow from there.',
  }),
  limit: optionalNumber(1000, 100),
})
