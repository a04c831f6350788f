import {defineField, defineType} from '@sanity/types'

export const retraction = defineType({
  name: 'retraction',
  title: 'Retraction',
  type: 'object',
  description: 'The article is withdrawn on every channel.',
  fields: [
    defineField({
      name: 'date',
      title: 'Date',
      type: 'date',
      validation: (rule) => rule.required().error('Say when the article was retracted.'),
    }),
    defineField({
      name: 'reason',
      title: 'Reason',
      type: 'text',
      rows: 3,
      description: 'Readers see this in place of the article.',
      validation: (rule) => rule.required().error('Tell readers why.'),
    }),
  ],
})
