/** Fields that several types have. */
import {defineArrayMember, defineField, type InitialValueResolverContext} from '@sanity/types'
import {countryCode, languageTag} from './rules/codes.ts'
import {API_VERSION} from './rules/dataset.ts'
import {sameCountry, usable, verifiedLately} from './rules/helpline-use.ts'
import {line} from './rules/text.ts'
import {textOf} from './shapes.ts'
import {TOPIC_LIST} from './topics.ts'

/** What a new document starts with, taken from the site. */
export const siteDefault =
  (field: 'defaultCountry' | 'defaultLanguage') =>
  async (_parameters: unknown, {getClient}: InitialValueResolverContext): Promise<string> => {
    const client = getClient({apiVersion: API_VERSION}).withConfig({perspective: 'drafts'})
    const site: unknown = await client.fetch<unknown>(`*[_id == "site"][0].${field}`)
    return textOf(site)
  }

interface Labels {
  readonly title?: string
  readonly description: string
  readonly group?: string
}

const inGroup = (group: string | undefined) => (group === undefined ? {} : {group})

export const languageField = ({title = 'Language', description, group}: Labels) =>
  defineField({
    name: 'language',
    title,
    type: 'string',
    description,
    ...inGroup(group),
    initialValue: siteDefault('defaultLanguage'),
    validation: (rule) =>
      rule.required().custom(languageTag).error('Write the language, such as en or es.'),
  })

export const countryField = ({title = 'Country', description, group}: Labels) =>
  defineField({
    name: 'country',
    title,
    type: 'string',
    description,
    ...inGroup(group),
    initialValue: siteDefault('defaultCountry'),
    validation: (rule) =>
      rule.required().custom(countryCode).error('Write the country, such as US or GB.'),
  })

export const topicsField = ({title = 'Topics', description, group}: Labels) =>
  defineField({
    name: 'topics',
    title,
    type: 'array',
    description,
    ...inGroup(group),
    of: [defineArrayMember({type: 'string'})],
    options: {list: TOPIC_LIST, layout: 'grid'},
    validation: (rule) => [
      rule.required().min(1).error('Choose at least one topic.'),
      rule.unique().error('Choose each topic once.'),
    ],
  })

/** An image with words for those who cannot see it. */
export const imageField = ({
  name,
  title,
  description,
  group,
}: Labels & {readonly name: string; readonly title: string}) =>
  defineField({
    name,
    title,
    type: 'image',
    description,
    ...inGroup(group),
    options: {hotspot: true},
    fields: [
      defineField({
        name: 'alt',
        title: 'In words',
        type: 'string',
        description:
          'Read aloud to people who cannot see the picture, and shown where pictures are switched off.',
        validation: (rule) => [
          rule.custom(line(500)),
          rule.custom((alt: string | undefined, {parent}) =>
            parent === undefined || textOf(alt) !== ''
              ? true
              : 'Say in a sentence what the picture shows.',
          ),
        ],
      }),
    ],
  })

/** A reference to a line that readers may be sent to. */
export const helplineMember = (rules: {readonly sameCountry: boolean}) =>
  defineArrayMember({
    type: 'reference',
    to: [{type: 'helpline'}],
    options: {
      filter: ({document}) =>
        rules.sameCountry && typeof document['country'] === 'string'
          ? {
              filter: '!defined(retiredAt) && country == $country',
              params: {country: document['country']},
            }
          : {filter: '!defined(retiredAt)'},
    },
    validation: (rule) => [
      rules.sameCountry ? rule.custom(usable).custom(sameCountry) : rule.custom(usable),
      rule.custom(verifiedLately).warning(),
    ],
  })
