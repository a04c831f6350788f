import {EnvelopeIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {languageField, lineField, topicsField} from '../fields.ts'
import {countryCode, oneLine} from '../rules.ts'
import {uniquePerLanguage} from '../slugs.ts'

export const digest = defineType({
  name: 'digest',
  title: 'Digest',
  type: 'document',
  icon: EnvelopeIcon,
  description: 'A newsletter: one mail, and one text message an article.',
  groups: [
    {name: 'letter', title: 'Letter', default: true},
    {name: 'sending', title: 'Sending'},
  ],
  fields: [
    lineField({
      name: 'title',
      title: 'Title',
      description: 'For the team.',
      max: 110,
      group: 'letter',
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      group: 'sending',
      options: {source: 'title', maxLength: 80, isUnique: uniquePerLanguage},
      validation: (rule) => rule.required().error('Generate the address from the title.'),
    }),
    languageField('The language of the digest.', 'letter'),
    lineField({
      name: 'subject',
      title: 'Subject',
      description: 'The line readers see in their inbox.',
      max: 78,
      group: 'letter',
    }),
    defineField({
      name: 'preheader',
      title: 'Preheader',
      type: 'string',
      description: 'Shown after the subject in the inbox.',
      group: 'letter',
      validation: (rule) => [
        rule.max(100).error('Shorten this to 100 characters.'),
        rule.custom(oneLine),
      ],
    }),
    defineField({name: 'intro', title: 'Introduction', type: 'portableText', group: 'letter'}),
    defineField({
      name: 'articles',
      title: 'Articles',
      type: 'array',
      group: 'letter',
      of: [defineArrayMember({type: 'reference', to: [{type: 'article'}]})],
      validation: (rule) =>
        rule.required().min(1).max(10).unique().error('Choose 1 to 10 articles, each once.'),
    }),
    defineField({
      name: 'channels',
      title: 'Channels',
      type: 'array',
      group: 'sending',
      of: [defineArrayMember({type: 'string'})],
      options: {
        list: [
          {value: 'email', title: 'Email'},
          {value: 'sms', title: 'SMS'},
        ],
      },
      validation: (rule) => rule.required().min(1).unique().error('Choose at least one channel.'),
    }),
    defineField({name: 'scheduledAt', title: 'Send at', type: 'datetime', group: 'sending'}),
    defineField({name: 'audience', title: 'Audience', type: 'digestAudience', group: 'sending'}),
  ],
  orderings: [
    {name: 'scheduled', title: 'Next first', by: [{field: 'scheduledAt', direction: 'desc'}]},
  ],
  preview: {select: {title: 'title', subtitle: 'subject'}},
})

export const digestAudience = defineType({
  name: 'digestAudience',
  title: 'Audience',
  type: 'object',
  description: 'Empty means every subscriber in this language.',
  fields: [
    defineField({
      name: 'countries',
      title: 'Countries',
      type: 'array',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(countryCode)})],
    }),
    {
      ...topicsField('Subscribers who asked for one of these.'),
      validation: (rule) => rule.unique(),
    },
  ],
})
