import {DocumentTextIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {languageField, lineField, topicsField} from '../fields.ts'
import {gsm7} from '../rules.ts'
import {uniquePerLanguage} from '../slugs.ts'
import {anchorsOnce} from '../anchors.ts'

export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  description:
    'One article for the web, the newsletter, SMS and partners. The crisis notice is added by itself.',
  groups: [
    {name: 'text', title: 'Text', default: true},
    {name: 'teaser', title: 'Teasers'},
    {name: 'review', title: 'Review'},
    {name: 'settings', title: 'Settings'},
  ],
  fields: [
    lineField({
      name: 'title',
      title: 'Title',
      description: 'What the article answers, in plain words. Best under 70 characters.',
      max: 110,
      group: 'text',
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      description:
        'The last part of the web address. The same address in two languages makes them translations of one another.',
      group: 'settings',
      options: {source: 'title', maxLength: 80, isUnique: uniquePerLanguage},
      validation: (rule) => rule.required().error('Generate the address from the title.'),
    }),
    languageField('The language the article is written in.', 'settings'),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 3,
      description: 'Shown under the title, in lists, in search results and in mails.',
      group: 'teaser',
      validation: (rule) => [
        rule.required().error('Write a summary of one or two sentences.'),
        rule.max(300).error('Shorten the summary to 300 characters.'),
      ],
    }),
    defineField({
      name: 'smsSummary',
      title: 'SMS headline',
      type: 'string',
      description:
        'What a text message says of this article. The title is used when this is empty.',
      group: 'teaser',
      validation: (rule) => rule.custom(gsm7(90)),
    }),
    topicsField('Decide which helplines come first in the notice.', 'settings'),
    defineField({
      name: 'heroImage',
      title: 'Cover image',
      type: 'image',
      description: 'A calm picture at the top of the page.',
      group: 'text',
      options: {hotspot: true},
      fields: [
        defineField({
          name: 'alt',
          title: 'Description for people who cannot see it',
          type: 'string',
          validation: (rule) => rule.required().error('Describe the picture in a sentence.'),
        }),
      ],
    }),
    defineField({
      name: 'authors',
      title: 'Authors',
      type: 'array',
      group: 'review',
      of: [defineArrayMember({type: 'reference', to: [{type: 'contributor'}]})],
      validation: (rule) => rule.unique().error('Name each author once.'),
    }),
    defineField({
      name: 'reviewer',
      title: 'Medical reviewer',
      type: 'reference',
      group: 'review',
      to: [{type: 'contributor'}],
    }),
    defineField({
      name: 'publishedAt',
      title: 'First published',
      type: 'datetime',
      group: 'settings',
      validation: (rule) => rule.required().error('Say when this was first published.'),
    }),
    defineField({name: 'updatedAt', title: 'Last updated', type: 'datetime', group: 'settings'}),
    defineField({name: 'lastReviewed', title: 'Last reviewed', type: 'date', group: 'review'}),
    defineField({
      name: 'nextReview',
      title: 'Next review',
      type: 'date',
      group: 'review',
      validation: (rule) =>
        rule.custom((value, {document}) => {
          const last = document?.['lastReviewed']
          return typeof value !== 'string' || typeof last !== 'string' || value > last
            ? true
            : 'Choose a day after the last review.'
        }),
    }),
    defineField({
      name: 'keyPoints',
      title: 'Key points',
      type: 'array',
      description: 'Up to five sentences that a reader should take away.',
      group: 'text',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.max(5).error('Keep the five that matter most.'),
    }),
    defineField({
      name: 'opening',
      title: 'Opening',
      type: 'portableText',
      description: 'The text before the first section.',
      group: 'text',
    }),
    defineField({
      name: 'warnings',
      title: 'Warnings',
      type: 'array',
      description: 'Shown before the sections.',
      group: 'text',
      of: [defineArrayMember({type: 'reference', to: [{type: 'warning'}]})],
      validation: (rule) => rule.unique().error('Show each warning once.'),
    }),
    defineField({
      name: 'sections',
      title: 'Sections',
      type: 'array',
      group: 'text',
      of: [defineArrayMember({type: 'reference', to: [{type: 'section'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one section.'),
        rule.unique().error('Use each section once in an article.'),
        rule.custom(anchorsOnce),
      ],
    }),
    defineField({
      name: 'relatedArticles',
      title: 'Related articles',
      type: 'array',
      group: 'settings',
      of: [defineArrayMember({type: 'reference', to: [{type: 'article'}]})],
      validation: (rule) => rule.unique().error('Name each article once.'),
    }),
    defineField({
      name: 'corrections',
      title: 'Corrections',
      type: 'array',
      description: 'Printed with the article: what was wrong and what is right.',
      group: 'review',
      of: [defineArrayMember({type: 'correction'})],
    }),
    defineField({
      name: 'retraction',
      title: 'Retraction',
      type: 'retraction',
      description: 'Fill this in to withdraw the article everywhere. Its page then says so.',
      group: 'review',
    }),
  ],
  orderings: [
    {name: 'newest', title: 'Newest first', by: [{field: 'publishedAt', direction: 'desc'}]},
    {name: 'review', title: 'Review due first', by: [{field: 'nextReview', direction: 'asc'}]},
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
  ],
  preview: {
    select: {title: 'title', language: 'language', retraction: 'retraction', media: 'heroImage'},
    prepare: ({title, language, retraction, media}) => ({
      title: typeof title === 'string' ? title : 'Untitled article',
      subtitle: [language, retraction === undefined ? undefined : 'retracted']
        .filter((part) => part !== undefined)
        .join(' · '),
      media,
    }),
  },
})
