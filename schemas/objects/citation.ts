import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {subtitle, textOf} from '../shapes.ts'

export const citation = defineType({
  name: 'citation',
  title: 'Citation',
  type: 'object',
  icon: BookmarkIcon,
  description:
    'A small raised number that leads to the reference list. The numbers come by themselves, in reading order.',
  fields: [
    defineField({
      name: 'sources',
      title: 'Sources',
      type: 'array',
      description: 'What the sentence rests on. Several sources print together, as in 1,3-5.',
      of: [defineArrayMember({type: 'reference', to: [{type: 'source'}]})],
      validation: (rule) => [
        rule.required().min(1).error('Choose at least one source, or remove the citation.'),
        rule.unique().error('Name each source once.'),
      ],
    }),
  ],
  preview: {
    select: {first: 'sources.0.title', second: 'sources.1.title', third: 'sources.2.title'},
    prepare: ({first, second, third}) => ({
      title: textOf(first) === '' ? 'Choose a source' : textOf(first),
      subtitle: subtitle(second, third),
      media: BookmarkIcon,
    }),
  },
})
