import {UnpublishIcon} from '@sanity/icons/Unpublish'
import {defineField, defineType} from '@sanity/types'
import {prose} from '../rules/text.ts'

export const retraction = defineType({
  name: 'retraction',
  title: 'Retraction',
  type: 'object',
  icon: UnpublishIcon,
  description:
    'Takes the article back on every channel. Its page stays, says that it was retracted and why, and keeps the crisis notice.',
  fields: [
    defineField({
      name: 'date',
      title: 'Day',
      type: 'date',
      description: 'From when on readers should not rely on the article.',
      validation: (rule) => rule.required().error('Choose the day of the retraction.'),
    }),
    defineField({
      name: 'reason',
      title: 'Reason',
      type: 'text',
      rows: 3,
      description: 'Readers see this in place of the article.',
      validation: (rule) =>
        rule.required().custom(prose(2000)).error('Tell readers why the article was taken back.'),
    }),
  ],
  preview: {
    select: {title: 'reason', subtitle: 'date'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: UnpublishIcon}),
  },
})
