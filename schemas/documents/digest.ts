import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {languageField} from '../fields.ts'
import {slugForm} from '../rules/codes.ts'
import {withoutApparatus} from '../rules/portable-text.ts'
import {uniquePerLanguage} from '../rules/slugs.ts'
import {line} from '../rules/text.ts'
import {itemsOf, subtitle, textOf} from '../shapes.ts'

const CHANNELS = [
  {value: 'email', title: 'Mail'},
  {value: 'sms', title: 'Text message'},
]

export const digest = defineType({
  name: 'digest',
  title: 'Digest',
  type: 'document',
  icon: EnvelopeIcon,
  description: 'A letter to subscribers that brings several articles, by mail or text message.',
  groups: [
    {name: 'letter', title: 'Letter', default: true},
    {name: 'sending', title: 'Sending'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'The headline inside the letter.',
      group: 'letter',
      validation: (rule) => rule.required().custom(line(110)).error('Give the digest a title.'),
    }),
    defineField({
      name: 'subject',
      title: 'Subject',
      type: 'string',
      description: 'What readers see in their inbox. Inboxes cut it at about 50 characters.',
      group: 'letter',
      validation: (rule) =>
        rule
          .required()
          .custom(line(78))
          .error('Write the subject that readers see in their inbox.'),
    }),
    defineField({
      name: 'preheader',
      title: 'Preview text',
      type: 'string',
      description:
        'The grey line beside the subject in the inbox. When empty, inboxes show what they like.',
      group: 'letter',
      validation: (rule) => rule.custom(line(100)),
    }),
    defineField({
      name: 'intro',
      title: 'Greeting',
      type: 'portableText',
      description: 'A few sentences before the articles.',
      group: 'letter',
      validation: (rule) => rule.custom(withoutApparatus),
    }),
    defineField({
      name: 'articles',
      title: 'Articles',
      type: 'array',
      description: 'One to ten, in this order, each with its summary and a link.',
      group: 'letter',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{type: 'article'}],
          options: {
            filter: ({document}) => ({
              filter: 'language == $language && !defined(retraction)',
              params: {language: textOf(document['language'])},
            }),
          },
        }),
      ],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one article.'),
        rule.max(10).error('Keep ten articles or fewer; longer mails are cut off.'),
        rule.unique().error('Bring each article once.'),
      ],
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      description: 'Names the letter in commands and files.',
      group: 'sending',
      options: {source: 'title', maxLength: 96, isUnique: uniquePerLanguage},
      validation: (rule) =>
        rule.required().custom(slugForm).error('Generate the address from the title.'),
    }),
    languageField({
      description: 'What the letter is written in. It goes to subscribers who read this language.',
      group: 'sending',
    }),
    defineField({
      name: 'channels',
      title: 'Sent by',
      type: 'array',
      description: 'Mail, text message, or both.',
      group: 'sending',
      of: [defineArrayMember({type: 'string'})],
      options: {list: CHANNELS, layout: 'grid'},
      initialValue: ['email'],
      validation: (rule) => [
        rule.required().min(1).error('Choose mail, text message, or both.'),
        rule.unique().error('Choose each way once.'),
      ],
    }),
    defineField({
      name: 'scheduledAt',
      title: 'Send on',
      type: 'datetime',
      description: 'When it should go out. When empty, it waits until somebody sends it.',
      group: 'sending',
    }),
    defineField({
      name: 'audience',
      title: 'Readers',
      type: 'audience',
      description: 'Leave empty to send it to every subscriber.',
      group: 'sending',
      options: {collapsible: true, collapsed: true},
    }),
  ],
  orderings: [
    {name: 'scheduled', title: 'Next to be sent', by: [{field: 'scheduledAt', direction: 'desc'}]},
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
  ],
  preview: {
    select: {
      title: 'title',
      language: 'language',
      channels: 'channels',
      scheduledAt: 'scheduledAt',
    },
    prepare: ({title, language, channels, scheduledAt}) => ({
      title,
      subtitle: subtitle(language, ...itemsOf(channels), textOf(scheduledAt).slice(0, 10)),
      media: EnvelopeIcon,
    }),
  },
})
