import {BookIcon} from '@sanity/icons/Book'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {doi, pmid} from '../rules/codes.ts'
import {findable} from '../rules/sources.ts'
import {line, prose} from '../rules/text.ts'
import {httpsUrl} from '../rules/urls.ts'
import {subtitle, textOf} from '../shapes.ts'

const KINDS = [
  {value: 'journalArticle', title: 'Journal article'},
  {value: 'book', title: 'Book'},
  {value: 'report', title: 'Report'},
  {value: 'webPage', title: 'Web page'},
  {value: 'dataset', title: 'Data set'},
]

export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  icon: BookIcon,
  description:
    'What a statement rests on. Printed in the reference list of every article that cites it.',
  groups: [
    {name: 'work', title: 'The work', default: true},
    {name: 'place', title: 'Where it appeared'},
    {name: 'finding', title: 'Where to find it'},
  ],
  fieldsets: [{name: 'volume', title: 'Volume and pages', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      description: 'Decides how the reference is printed.',
      group: 'work',
      options: {list: KINDS, layout: 'radio'},
      initialValue: 'journalArticle',
      validation: (rule) => rule.required().error('Choose what kind of work this is.'),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      type: 'text',
      rows: 2,
      description: 'As printed there, without a full stop at the end.',
      group: 'work',
      validation: (rule) =>
        rule.required().custom(prose(1000)).error('Write the title of the work.'),
    }),
    defineField({
      name: 'authors',
      title: 'Authors',
      type: 'array',
      description: 'All of them, in order. Of more than six, readers see three and "et al".',
      group: 'work',
      of: [defineArrayMember({type: 'sourceAuthor'})],
    }),
    defineField({
      name: 'year',
      title: 'Year',
      type: 'number',
      description: 'When it was published.',
      group: ['work', 'place'],
      validation: (rule) =>
        rule.integer().min(1000).max(2100).error('Write the year with four digits, such as 2022.'),
    }),
    defineField({
      name: 'retraction',
      title: 'Retracted',
      type: 'sourceRetraction',
      description:
        'Fill this in when the work itself was retracted. Leave it empty as long as the work stands.',
      group: 'work',
      options: {collapsible: true, collapsed: true},
    }),
    defineField({
      name: 'containerTitle',
      title: 'Journal, book or site',
      type: 'string',
      description: 'Where the work appeared, in full.',
      group: 'place',
      validation: (rule) => rule.custom(line(500)),
    }),
    defineField({
      name: 'containerAbbreviation',
      title: 'Journal, abbreviated',
      type: 'string',
      description:
        'As the National Library of Medicine abbreviates it, such as J Affect Disord. This is printed.',
      group: 'place',
      validation: (rule) => rule.custom(line(200)),
    }),
    defineField({
      name: 'volume',
      title: 'Volume',
      type: 'string',
      description: 'Such as 111, or 12 suppl 1.',
      group: 'place',
      fieldset: 'volume',
      validation: (rule) => rule.custom(line(60)),
    }),
    defineField({
      name: 'issue',
      title: 'Issue',
      type: 'string',
      description: 'Printed in brackets after the volume.',
      group: 'place',
      fieldset: 'volume',
      validation: (rule) => rule.custom(line(60)),
    }),
    defineField({
      name: 'pages',
      title: 'Pages',
      type: 'string',
      description: 'First and last, such as 2046-2049.',
      group: 'place',
      fieldset: 'volume',
      validation: (rule) => rule.custom(line(60)),
    }),
    defineField({
      name: 'articleNumber',
      title: 'Article number',
      type: 'string',
      description: 'In place of pages, such as e12345.',
      group: 'place',
      fieldset: 'volume',
      validation: (rule) => rule.custom(line(60)),
    }),
    defineField({
      name: 'publisher',
      title: 'Publisher',
      type: 'string',
      description: 'Printed for books and reports.',
      group: 'place',
      validation: (rule) => rule.custom(line(300)),
    }),
    defineField({
      name: 'doi',
      title: 'DOI',
      type: 'string',
      description: 'From its 10. on. Readers get a link to the work.',
      placeholder: '10.1002/da.22536',
      group: 'finding',
      validation: (rule) => rule.custom(doi),
    }),
    defineField({
      name: 'pmid',
      title: 'PubMed id',
      type: 'string',
      description: 'The number in its PubMed address.',
      group: 'finding',
      validation: (rule) => rule.custom(pmid),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'Printed, as a link, when there is no DOI.',
      group: 'finding',
      validation: (rule) =>
        rule
          .uri({scheme: ['https']})
          .custom(httpsUrl)
          .error('Write an address that starts with https://.'),
    }),
    defineField({
      name: 'accessedAt',
      title: 'Read on',
      type: 'date',
      description: 'The day somebody here last read it there. Printed with the web address.',
      group: 'finding',
    }),
  ],
  validation: (rule) => rule.custom(findable),
  orderings: [
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
    {name: 'year', title: 'Newest first', by: [{field: 'year', direction: 'desc'}]},
  ],
  preview: {
    select: {
      title: 'title',
      family: 'authors.0.family',
      organization: 'authors.0.organization',
      container: 'containerAbbreviation',
      year: 'year',
      retracted: 'retraction.note',
    },
    prepare: ({title, family, organization, container, year, retracted}) => ({
      title,
      subtitle: subtitle(
        textOf(retracted) === '' ? undefined : 'retracted',
        family,
        organization,
        container,
        year,
      ),
      media: BookIcon,
    }),
  },
})
