import {MenuIcon} from '@sanity/icons/Menu'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {line} from '../rules/text.ts'
import {itemsOf, subtitle} from '../shapes.ts'

export const tableRow = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  icon: MenuIcon,
  description: 'One row of a table.',
  fields: [
    defineField({
      name: 'cells',
      title: 'Cells',
      type: 'array',
      description: 'From the first column to the last. A cell may stay empty.',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(line(2000))})],
      validation: (rule) => rule.required().min(1).error('Add at least one cell.'),
    }),
  ],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}) => ({title: subtitle(...itemsOf(cells)), media: MenuIcon}),
  },
})
