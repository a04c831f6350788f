import {BookIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

export const citation = defineType({
  name: 'citation',
  title: 'Citation',
  type: 'object',
  icon: BookIcon,
  description:
    'A number in the text that leads to the reference list. Numbers are given by the publishers.',
  fields: [
    defineField({
      name: 'sources',
      title: 'Sources',
      type: 'array',
      description: 'One or several at once; they print as 1,3-5.',
      of: [defineArrayMember({type: 'reference', to: [{type: 'source'}]})],
      validation: (rule) => rule.required().min(1).unique().error('Choose at least one source.'),
    }),
  ],
  preview: {
    select: {first: 'sources.0.title'},
    prepare: ({first}) => ({title: typeof first === 'string' ? first : 'Choose a source'}),
  },
})
