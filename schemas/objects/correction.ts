import {defineField, defineType} from '@sanity/types'

export const correction = defineType({
  name: 'correction',
  title: 'Correction',
  type: 'object',
  description: 'What was wrong, and what is right now.',
  fields: [
    defineField({
      name: 'date',
      title: 'Date',
      type: 'date',
      validation: (rule) => rule.required().error('Say when this was corrected.'),
    }),
    defineField({
      name: 'note',
      title: 'Note',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('Say what was wrong and what is right.'),
    }),
  ],
  preview: {select: {title: 'note', subtitle: 'date'}},
})
