import {defineField, defineType} from '@sanity/types'

export const sourceRetraction = defineType({
  name: 'sourceRetraction',
  title: 'Retraction of the source',
  type: 'object',
  description: 'Printed with the reference.',
  fields: [
    defineField({name: 'date', title: 'Date', type: 'date'}),
    defineField({
      name: 'note',
      title: 'Note',
      type: 'string',
      description:
        'What the journal says, e.g. Retracted: see the notice in the issue of May 2021.',
      validation: (rule) =>
        rule.custom((value, {parent}) =>
          parent === undefined || (typeof value === 'string' && value.trim() !== '')
            ? true
            : 'Say what the retraction notice says.',
        ),
    }),
  ],
})
