import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {sameWidth} from '../rules/tables.ts'
import {prose} from '../rules/text.ts'
import {itemsOf} from '../shapes.ts'

export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  description: 'A small table. In text messages and plain mail each row becomes a line.',
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'text',
      rows: 2,
      description: 'Says above the table what it shows.',
      validation: (rule) => rule.custom(prose(1000)),
    }),
    defineField({
      name: 'header',
      title: 'The first row names the columns',
      type: 'boolean',
      description: 'Readers see the first row in bold; screen readers say it before each cell.',
      initialValue: true,
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      description: 'From top to bottom. Two or three columns can be read on a phone.',
      of: [defineArrayMember({type: 'tableRow'})],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one row, or remove the table.'),
        rule.custom(sameWidth).warning(),
      ],
    }),
  ],
  preview: {
    select: {caption: 'caption', rows: 'rows'},
    prepare: ({caption, rows}) => ({
      title: typeof caption === 'string' ? caption : 'Table',
      subtitle: `${itemsOf(rows).length} rows`,
      media: ThListIcon,
    }),
  },
})
