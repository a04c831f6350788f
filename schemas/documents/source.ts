import {BookIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {lineField} from '../fields.ts'
import {bareDoi, httpsUrl} from '../rules.ts'

const KINDS = [
  {value: 'journalArticle', title: 'Journal article'},
  {value: 'book', title: 'Book'},
  {value: 'report', title: 'Report'},
  {value: 'webPage', title: 'Web page'},
  {value: 'dataset', title: 'Data set'},
]

const text = (name: string, title: string, description?: string) =>
  defineField({name, title, type: 'string', ...(description !== undefined && {description})})

const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

const hasOrganization = (authors: unknown): boolean =>
  Array.isArray(authors) &&
  authors.some(
    (author: unknown) =>
      typeof author === 'object' &&
      author !== null &&
      'organization' in author &&
      filled(author.organization),
  )

/** A reader must be able to find the source (content model, "source"). */
export const findable = (
  document: Readonly<Record<string, unknown>> | undefined,
): true | string => {
  if (document === undefined) return true
  if (['doi', 'pmid', 'url'].some((field) => filled(document[field]))) return true
  if (document['kind'] === 'journalArticle') {
    return filled(document['containerTitle']) && document['year'] !== undefined
      ? true
      : 'A reader could not find this. Add a DOI, a PMID or an address; or the journal and the year.'
  }
  return hasOrganization(document['authors']) || filled(document['publisher'])
    ? true
    : 'A reader could not find this. Add a DOI, an address, a publisher, or an organisation as author.'
}

export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  icon: BookIcon,
  description: 'What a statement rests on. Printed as an AMA reference where it is cited.',
  groups: [
    {name: 'work', title: 'Work', default: true},
    {name: 'place', title: 'Where it appeared'},
    {name: 'finding', title: 'Where to find it'},
  ],
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      group: 'work',
      options: {list: KINDS, layout: 'radio'},
      initialValue: 'journalArticle',
      validation: (rule) => rule.required().error('Say what kind of work this is.'),
    }),
    lineField({
      name: 'title',
      title: 'Title',
      description: 'As printed, in sentence case, without a final full stop.',
      max: 500,
      group: 'work',
    }),
    defineField({
      name: 'authors',
      title: 'Authors',
      type: 'array',
      group: 'work',
      description: 'All of them; the reference list shortens more than six.',
      of: [
        defineArrayMember({type: 'sourcePerson'}),
        defineArrayMember({type: 'sourceOrganization'}),
      ],
    }),
    {...text('containerTitle', 'Journal or site', 'In full.'), group: 'place'},
    {
      ...text(
        'containerAbbreviation',
        'Journal, abbreviated',
        'NLM abbreviation, e.g. J Clin Psychiatry.',
      ),
      group: 'place',
    },
    defineField({name: 'year', title: 'Year', type: 'number', group: 'place'}),
    {...text('volume', 'Volume'), group: 'place'},
    {...text('issue', 'Issue'), group: 'place'},
    {...text('pages', 'Pages', 'First and last, e.g. 411-419.'), group: 'place'},
    {...text('articleNumber', 'Article number', 'In place of pages.'), group: 'place'},
    {...text('publisher', 'Publisher'), group: 'place'},
    defineField({
      name: 'doi',
      title: 'DOI',
      type: 'string',
      description: 'Bare: 10.1002/da.22968',
      group: 'finding',
      validation: (rule) => [
        rule.custom(bareDoi),
        rule.custom((_value, {document}) => findable(document)),
      ],
    }),
    {...text('pmid', 'PubMed id'), group: 'finding'},
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      group: 'finding',
      validation: (rule) => rule.custom(httpsUrl),
    }),
    defineField({name: 'accessedAt', title: 'Read on', type: 'date', group: 'finding'}),
    defineField({
      name: 'retraction',
      title: 'Retracted',
      type: 'sourceRetraction',
      group: 'work',
      description:
        'Fill this in when the work itself was retracted; it is printed with the reference.',
    }),
  ],
  orderings: [{name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]}],
  preview: {
    select: {title: 'title', container: 'containerAbbreviation', year: 'year'},
    prepare: ({title, container, year}) => ({
      title: typeof title === 'string' ? title : 'Untitled source',
      subtitle: [container, year].filter((part) => part !== undefined).join(', '),
    }),
  },
})
