import {EditIcon} from '@sanity/icons/Edit'
import {defineField, defineType} from '@sanity/types'
import {prose} from '../rules/text.ts'

export const correction = defineType({
  name: 'correction',
  title: 'Correction',
  type: 'object',
  icon: EditIcon,
  description: 'Printed with the article, so that readers who remember the old text know.',
  fields: [
    defineField({
      name: 'date',
      title: 'Day',
      type: 'date',
      description: 'When the article was corrected.',
      validation: (rule) => rule.required().error('Choose the day of the correction.'),
    }),
    defineField({
      name: 'note',
      title: 'What was wrong',
      type: 'text',
      rows: 3,
      description: 'What the article said, and what is right.',
      validation: (rule) =>
        rule.required().custom(prose(2000)).error('Tell readers what was wrong and what is right.'),
    }),
  ],
  preview: {
    select: {title: 'note', subtitle: 'date'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: EditIcon}),
  },
})
