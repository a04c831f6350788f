import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {imageField, languageField, topicsField} from '../fields.ts'
import {anchorsDiffer} from '../rules/anchors.ts'
import {slugForm} from '../rules/codes.ts'
import {publishedId} from '../rules/dataset.ts'
import {afterLastReview} from '../rules/dates.ts'
import {noLanguageFolder, notItself, uniquePerLanguage} from '../rules/slugs.ts'
import {gsm7} from '../rules/sms.ts'
import {line, prose} from '../rules/text.ts'
import {fieldsOf, subtitle, textOf} from '../shapes.ts'

export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  description:
    'Written once, for the web, mail, text messages and partners. The crisis notice comes with it by itself.',
  groups: [
    {name: 'text', title: 'Text', default: true},
    {name: 'teaser', title: 'Teasers'},
    {name: 'people', title: 'People and review'},
    {name: 'place', title: 'Place and dates'},
    {name: 'corrections', title: 'Corrections'},
  ],
  fieldsets: [{name: 'review', title: 'Medical review', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'The headline everywhere: what the reader wants to know, in plain words.',
      group: 'text',
      validation: (rule) => [
        rule.required().custom(line(110)).error('Give the article a title.'),
        rule
          .max(70)
          .warning(
            'Search engines and inboxes cut a title at about 70 characters. Try to shorten it.',
          ),
      ],
    }),
    imageField({
      name: 'heroImage',
      title: 'Picture at the top',
      description: 'The first thing readers see of the page, and what is shown when it is shared.',
      group: 'text',
    }),
    defineField({
      name: 'keyPoints',
      title: 'Key points',
      type: 'array',
      description: 'Up to five sentences to take away, in a list at the top of the page.',
      group: 'text',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(line(300))})],
      validation: (rule) => rule.max(5).error('Keep the five points that matter most.'),
    }),
    defineField({
      name: 'opening',
      title: 'Opening',
      type: 'portableText',
      description: 'What comes before the first heading.',
      group: 'text',
    }),
    defineField({
      name: 'warnings',
      title: 'Warnings',
      type: 'array',
      description: 'Shown in coloured boxes after the opening, before the sections.',
      group: 'text',
      of: [defineArrayMember({type: 'reference', to: [{type: 'warning'}]})],
      validation: (rule) => rule.unique().error('Show each warning once.'),
    }),
    defineField({
      name: 'sections',
      title: 'Sections',
      type: 'array',
      description: 'The body of the article, in reading order, and its table of contents.',
      group: 'text',
      of: [defineArrayMember({type: 'reference', to: [{type: 'section'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one section.'),
        rule.unique().error('This section is already in the article. Remove one of the two.'),
        rule.custom(anchorsDiffer),
      ],
    }),
    defineField({
      name: 'relatedArticles',
      title: 'Read next',
      type: 'array',
      description: 'Offered at the end of the page.',
      group: 'text',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{type: 'article'}],
          options: {
            filter: ({document}) => ({
              filter: '_id != $id && language == $language',
              params: {id: publishedId(document._id), language: textOf(document['language'])},
            }),
          },
        }),
      ],
      validation: (rule) => [
        rule.unique().error('Offer each article once.'),
        rule.custom((value: unknown, {document}) => notItself(value, document?._id)),
      ],
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      type: 'text',
      rows: 3,
      description:
        'One or two sentences under the title, in lists, in search results and in mails.',
      group: 'teaser',
      validation: (rule) =>
        rule.required().custom(prose(300)).error('Write a summary of one or two sentences.'),
    }),
    defineField({
      name: 'smsSummary',
      title: 'In a text message',
      type: 'string',
      description:
        'The headline in text messages, at most 90 places. When empty, the title is sent.',
      group: 'teaser',
      validation: (rule) => rule.custom(gsm7(90)),
    }),
    defineField({
      name: 'authors',
      title: 'Authors',
      type: 'array',
      description: 'Named under the title, in this order.',
      group: 'people',
      of: [defineArrayMember({type: 'reference', to: [{type: 'contributor'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Name at least one author; it may be an organisation.'),
        rule.unique().error('Name each author once.'),
      ],
    }),
    defineField({
      name: 'reviewer',
      title: 'Reviewed by',
      type: 'reference',
      description: 'Who checked the medicine. Readers and search engines see it.',
      group: 'people',
      to: [{type: 'contributor'}],
    }),
    defineField({
      name: 'lastReviewed',
      title: 'Last review',
      type: 'date',
      description: 'Readers see how fresh the article is.',
      group: 'people',
      fieldset: 'review',
    }),
    defineField({
      name: 'nextReview',
      title: 'Next review',
      type: 'date',
      description: 'When the medicine will be checked again.',
      group: 'people',
      fieldset: 'review',
      validation: (rule) =>
        rule.custom((value: string | undefined, {parent}) => afterLastReview(value, parent)),
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      description:
        'The last part of the page’s web address. Translations of one article share it. Keep it once the page is public.',
      group: 'place',
      options: {source: 'title', maxLength: 96, isUnique: uniquePerLanguage},
      validation: (rule) =>
        rule
          .required()
          .custom(slugForm)
          .custom(noLanguageFolder)
          .error('Generate the address from the title.'),
    }),
    languageField({
      description:
        'What the article is written in, such as en, es or ar. Its notice is in the same language.',
      group: 'place',
    }),
    topicsField({
      description: 'Where readers find the article, and which helplines come first in its notice.',
      group: 'place',
    }),
    defineField({
      name: 'publishedAt',
      title: 'First published',
      type: 'datetime',
      description: 'Printed on the page, and the order of lists and feeds.',
      group: 'place',
      initialValue: () => new Date().toISOString(),
      validation: (rule) => rule.required().error('Choose when the article first appears.'),
    }),
    defineField({
      name: 'updatedAt',
      title: 'Last changed',
      type: 'datetime',
      description:
        'Set this when the content changes, not for a comma. Feeds show the article again.',
      group: 'place',
    }),
    defineField({
      name: 'corrections',
      title: 'Corrections',
      type: 'array',
      description: 'Printed with the article: what was wrong, and what is right.',
      group: 'corrections',
      of: [defineArrayMember({type: 'correction'})],
    }),
    defineField({
      name: 'retraction',
      title: 'Retraction',
      type: 'retraction',
      description:
        'Fill this in to take the article back everywhere. Leave it empty as long as the article stands.',
      group: 'corrections',
      options: {collapsible: true, collapsed: true},
    }),
  ],
  orderings: [
    {name: 'newest', title: 'Newest first', by: [{field: 'publishedAt', direction: 'desc'}]},
    {name: 'reviewDue', title: 'Review due first', by: [{field: 'nextReview', direction: 'asc'}]},
    {
      name: 'title',
      title: 'Title',
      by: [
        {field: 'language', direction: 'asc'},
        {field: 'title', direction: 'asc'},
      ],
    },
  ],
  preview: {
    select: {
      title: 'title',
      language: 'language',
      nextReview: 'nextReview',
      retracted: 'retraction.date',
      media: 'heroImage',
    },
    prepare: ({title, language, nextReview, retracted, media}) => ({
      title,
      subtitle: subtitle(
        language,
        textOf(retracted) === '' ? undefined : `retracted ${textOf(retracted)}`,
        textOf(nextReview) === '' ? undefined : `review ${textOf(nextReview)}`,
      ),
      media: textOf(fieldsOf(media)['_type']) === '' ? DocumentTextIcon : media,
    }),
  },
})
