import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {defineField, defineType} from '@sanity/types'
import {dialable, sameNumber} from '../rules/phone.ts'
import {line} from '../rules/text.ts'

export const phone = defineType({
  name: 'phone',
  title: 'Number to call',
  type: 'object',
  icon: MobileDeviceIcon,
  description: 'A telephone number as readers see it, and as their telephone dials it.',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'display',
      title: 'As shown',
      type: 'string',
      description: 'As people know the number, such as 116 123 or 1-800-662-HELP (4357).',
      validation: (rule) => [
        rule.required().custom(line(40)).error('Write the number as readers should see it.'),
        rule.custom((display: string | undefined, {parent}) => sameNumber(display, parent)),
      ],
    }),
    defineField({
      name: 'dial',
      title: 'As dialled',
      type: 'string',
      description: 'What a tap on the number dials: +18006624357, or a short number such as 988.',
      validation: (rule) =>
        rule.required().custom(dialable).error('Write the number as a telephone dials it.'),
    }),
  ],
  preview: {
    select: {title: 'display', subtitle: 'dial'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: MobileDeviceIcon}),
  },
})
