import {WarningOutlineIcon} from '@sanity/icons'
import {defineField, defineType} from '@sanity/types'

export const warningRef = defineType({
  name: 'warningRef',
  title: 'Call-out',
  type: 'object',
  icon: WarningOutlineIcon,
  description: 'A warning shown at this place in the text.',
  fields: [
    defineField({
      name: 'warning',
      title: 'Warning',
      type: 'reference',
      to: [{type: 'warning'}],
      validation: (rule) => rule.required().error('Choose the warning to show here.'),
    }),
  ],
  preview: {select: {title: 'warning.title', subtitle: 'warning.severity'}},
})
