import {HelpCircleIcon} from '@sanity/icons'
import {defineField, defineType} from '@sanity/types'

export const helplineRef = defineType({
  name: 'helplineRef',
  title: 'Helpline in the text',
  type: 'object',
  icon: HelpCircleIcon,
  description: 'A helpline named where the text speaks of it. The crisis notice stays where it is.',
  fields: [
    defineField({
      name: 'helpline',
      title: 'Helpline',
      type: 'reference',
      to: [{type: 'helpline'}],
      validation: (rule) => rule.required().error('Choose the helpline to show here.'),
    }),
  ],
  preview: {select: {title: 'helpline.name', subtitle: 'helpline.country'}},
})
