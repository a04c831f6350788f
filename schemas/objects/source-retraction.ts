import {UnpublishIcon} from '@sanity/icons/Unpublish'
import {defineField, defineType} from '@sanity/types'
import {prose} from '../rules/text.ts'

export const sourceRetraction = defineType({
  name: 'sourceRetraction',
  title: 'Retraction of a source',
  type: 'object',
  icon: UnpublishIcon,
  description: 'Printed with the reference, so that no reader takes the work for sound.',
  fields: [
    defineField({
      name: 'date',
      title: 'Day',
      type: 'date',
      description: 'When the publisher retracted it, if known.',
    }),
    defineField({
      name: 'note',
      title: 'Notice',
      type: 'text',
      rows: 2,
      description: 'What the publisher says, and where, such as: retracted, see volume 12, page 3.',
      validation: (rule) =>
        rule.required().custom(prose(500)).error('Tell readers what the publisher says.'),
    }),
  ],
  preview: {
    select: {title: 'note', subtitle: 'date'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: UnpublishIcon}),
  },
})
