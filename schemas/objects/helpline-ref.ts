import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {defineField, defineType} from '@sanity/types'
import {usable, verifiedLately} from '../rules/helpline-use.ts'

export const helplineRef = defineType({
  name: 'helplineRef',
  title: 'Helpline',
  type: 'object',
  icon: MobileDeviceIcon,
  description:
    'One helpline with its numbers, where the text speaks of it. The crisis notice is there besides.',
  fields: [
    defineField({
      name: 'helpline',
      title: 'Helpline',
      type: 'reference',
      description:
        'Name, numbers and hours are shown as they stand in the helpline, always up to date.',
      to: [{type: 'helpline'}],
      options: {filter: '!defined(retiredAt)'},
      validation: (rule) => [
        rule.required().custom(usable).error('Choose the helpline to show here.'),
        rule.custom(verifiedLately).warning(),
      ],
    }),
  ],
  preview: {
    select: {title: 'helpline.name', subtitle: 'helpline.country'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: MobileDeviceIcon}),
  },
})
