import {ThListIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

export const tableRow = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  description: 'One row of a table.',
  fields: [
    defineField({
      name: 'cells',
      title: 'Cells',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.required().min(1).error('Add at least one cell.'),
    }),
  ],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}) => ({title: Array.isArray(cells) ? cells.join(' | ') : 'Empty row'}),
  },
})

const sameWidth = (rows: unknown): true | string => {
  if (!Array.isArray(rows)) return true
  const widths = rows.map((row: unknown) =>
    typeof row === 'object' && row !== null && 'cells' in row && Array.isArray(row.cells)
      ? row.cells.length
      : 0,
  )
  return new Set(widths).size <= 1
    ? true
    : 'Give every row the same number of cells; leave a cell empty where there is nothing to say.'
}

export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  description: 'A small table. In plain text and on phones it becomes labelled lines.',
  fields: [
    defineField({name: 'caption', title: 'Caption', type: 'string'}),
    defineField({
      name: 'header',
      title: 'The first row is a header',
      type: 'boolean',
      initialValue: true,
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      of: [defineArrayMember({type: 'tableRow'})],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one row.'),
        rule.custom(sameWidth),
      ],
    }),
  ],
  preview: {
    select: {title: 'caption', rows: 'rows'},
    prepare: ({title, rows}) => ({
      title: typeof title === 'string' ? title : 'Table',
      subtitle: `${Array.isArray(rows) ? rows.length : 0} rows`,
    }),
  },
})
