import {CalendarIcon} from '@sanity/icons/Calendar'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {clock} from '../rules/codes.ts'
import {itemsOf, subtitle, textOf} from '../shapes.ts'

const DAYS = [
  {value: 'mon', title: 'Monday'},
  {value: 'tue', title: 'Tuesday'},
  {value: 'wed', title: 'Wednesday'},
  {value: 'thu', title: 'Thursday'},
  {value: 'fri', title: 'Friday'},
  {value: 'sat', title: 'Saturday'},
  {value: 'sun', title: 'Sunday'},
]

export const hoursSpan = defineType({
  name: 'hoursSpan',
  title: 'Opening time',
  type: 'object',
  icon: CalendarIcon,
  description: 'Days that have the same hours.',
  fields: [
    defineField({
      name: 'days',
      title: 'Days',
      type: 'array',
      description: 'Readers see them in their own language.',
      of: [defineArrayMember({type: 'string'})],
      options: {list: DAYS, layout: 'grid'},
      validation: (rule) => rule.required().min(1).unique().error('Choose at least one day.'),
    }),
    defineField({
      name: 'opens',
      title: 'From',
      type: 'string',
      description: 'The time of day on a 24-hour clock, such as 09:00.',
      validation: (rule) =>
        rule.required().custom(clock).error('Write when the line opens, such as 09:00.'),
    }),
    defineField({
      name: 'closes',
      title: 'To',
      type: 'string',
      description:
        'Such as 17:00; 24:00 is midnight. An earlier time than the first is the next morning.',
      validation: (rule) =>
        rule.required().custom(clock).error('Write when the line closes, such as 17:00.'),
    }),
  ],
  preview: {
    select: {days: 'days', opens: 'opens', closes: 'closes'},
    prepare: ({days, opens, closes}) => ({
      title: `${textOf(opens)}-${textOf(closes)}`,
      subtitle: subtitle(...itemsOf(days)),
      media: CalendarIcon,
    }),
  },
})
