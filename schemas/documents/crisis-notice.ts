import {HeartIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {countryField, languageField, lineField} from '../fields.ts'
import {sameCountry} from '../notice-rules.ts'
import {oneLine, smsText} from '../rules.ts'
import {topicOptions} from '../topics.ts'

const helplineList = (description: string) => ({
  name: 'helplines',
  title: 'Helplines',
  type: 'array' as const,
  description,
  of: [defineArrayMember({type: 'reference', to: [{type: 'helpline'}]})],
})

/** `crisisNotice-US-en`: the publishers find a notice by its id's parts. */
const idMatches = (document: Readonly<Record<string, unknown>> | undefined): true | string => {
  if (document === undefined) return true
  const id = String(document['_id']).replace(/^drafts\.|^versions\.[^.]+\./, '')
  const wanted = `crisisNotice-${String(document['country'])}-${String(document['language'])}`
  return id === wanted
    ? true
    : `This document is ${id}; a notice for this country and language must be ${wanted}. Create it under that id.`
}

export const topicHelplines = defineType({
  name: 'topicHelplines',
  title: 'Helplines for a topic',
  type: 'object',
  description: 'Put first for articles on the topic.',
  fields: [
    defineField({
      name: 'topic',
      title: 'Topic',
      type: 'string',
      options: {list: topicOptions},
      validation: (rule) => rule.required().error('Choose the topic.'),
    }),
    defineField({
      ...helplineList('In the order to show.'),
      validation: (rule) => [
        rule.required().min(1).unique().error('Choose at least one helpline.'),
        rule.custom(sameCountry),
      ],
    }),
  ],
  preview: {select: {title: 'topic'}},
})

export const crisisNotice = defineType({
  name: 'crisisNotice',
  title: 'Crisis notice',
  type: 'document',
  icon: HeartIcon,
  description:
    'What every reader in one country and language sees first. Nothing is published without it.',
  groups: [
    {name: 'words', title: 'Words', default: true},
    {name: 'lines', title: 'Helplines'},
  ],
  fields: [
    {
      ...countryField('The country of the readers.'),
      group: 'lines',
      validation: (rule) => [
        rule.required().error('Say which country this is for.'),
        rule.custom((_value, {document}) => idMatches(document)),
      ],
    },
    languageField('The language of the readers.', 'words'),
    lineField({
      name: 'heading',
      title: 'Heading',
      description: 'A few calm words.',
      max: 80,
      group: 'words',
    }),
    lineField({
      name: 'lead',
      title: 'Lead sentence',
      description: 'One sentence to somebody who may be in danger now.',
      max: 200,
      group: 'words',
    }),
    defineField({
      name: 'smsText',
      title: 'SMS text',
      type: 'string',
      description:
        'The whole notice in a text message. It must hold a number of one of the helplines.',
      group: 'words',
      validation: (rule) => [
        rule.required().error('Write the notice for text messages.'),
        rule.custom(oneLine),
        rule.custom(smsText(55, 40)),
        rule.custom((value) =>
          value === undefined || /\d{2,}/.test(value.replace(/[\s().-]/g, ''))
            ? true
            : 'Write the number of one of the helplines into it.',
        ),
      ],
    }),
    defineField({
      name: 'emergency',
      title: 'Emergency number',
      type: 'phoneNumber',
      group: 'lines',
      validation: (rule) => rule.required().error('Write the emergency number of the country.'),
    }),
    defineField({
      ...helplineList('In the order to show; all of the same country.'),
      group: 'lines',
      validation: (rule) => [
        rule.required().min(1).unique().error('Choose at least one helpline.'),
        rule.custom(sameCountry),
      ],
    }),
    defineField({
      name: 'topicHelplines',
      title: 'Helplines by topic',
      type: 'array',
      description: 'Shown first when the article is on the topic.',
      group: 'lines',
      of: [defineArrayMember({type: 'topicHelplines'})],
    }),
  ],
  preview: {
    select: {title: 'heading', country: 'country', language: 'language'},
    prepare: ({title, country, language}) => ({
      title: typeof title === 'string' ? title : 'Crisis notice',
      subtitle: [country, language].filter((part) => part !== undefined).join(' · '),
    }),
  },
})
