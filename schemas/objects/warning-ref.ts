import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineField, defineType} from '@sanity/types'

export const warningRef = defineType({
  name: 'warningRef',
  title: 'Call-out',
  type: 'object',
  icon: WarningOutlineIcon,
  description: 'A warning in a coloured box, at this place in the text.',
  fields: [
    defineField({
      name: 'warning',
      title: 'Warning',
      type: 'reference',
      description: 'Its title and text are shown here in full.',
      to: [{type: 'warning'}],
      validation: (rule) => rule.required().error('Choose the warning to show here.'),
    }),
  ],
  preview: {
    select: {title: 'warning.title', subtitle: 'warning.severity'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: WarningOutlineIcon}),
  },
})
