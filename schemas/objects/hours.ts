import {ClockIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

const DAYS = [
  {value: 'mon', title: 'Monday'},
  {value: 'tue', title: 'Tuesday'},
  {value: 'wed', title: 'Wednesday'},
  {value: 'thu', title: 'Thursday'},
  {value: 'fri', title: 'Friday'},
  {value: 'sat', title: 'Saturday'},
  {value: 'sun', title: 'Sunday'},
]

const clock = (value: string | undefined): true | string =>
  value === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(value)
    ? true
    : 'Write the time as 09:00.'

export const hoursSpan = defineType({
  name: 'hoursSpan',
  title: 'Times',
  type: 'object',
  icon: ClockIcon,
  description: 'Days with the same hours.',
  fields: [
    defineField({
      name: 'days',
      title: 'Days',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {list: DAYS, layout: 'grid'},
      validation: (rule) => rule.required().min(1).unique().error('Choose at least one day.'),
    }),
    defineField({
      name: 'opens',
      title: 'Opens',
      type: 'string',
      validation: (rule) => rule.required().error('Write the opening time.').custom(clock),
    }),
    defineField({
      name: 'closes',
      title: 'Closes',
      type: 'string',
      validation: (rule) => rule.required().error('Write the closing time.').custom(clock),
    }),
  ],
  preview: {select: {title: 'opens', subtitle: 'closes'}},
})

const complete = (value: Readonly<Record<string, unknown>> | undefined): true | string => {
  if (value === undefined || value['always'] === true) return true
  const spans = value['spans']
  return typeof value['timeZone'] === 'string' && Array.isArray(spans) && spans.length > 0
    ? true
    : 'Tick "day and night", or give the time zone and the times.'
}

export const hours = defineType({
  name: 'hours',
  title: 'Hours',
  type: 'object',
  icon: ClockIcon,
  description: 'When somebody answers.',
  fields: [
    defineField({name: 'always', title: 'Day and night', type: 'boolean', initialValue: true}),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      type: 'string',
      description: 'Europe/Madrid',
      hidden: ({parent}) => parent?.always === true,
    }),
    defineField({
      name: 'spans',
      title: 'Times',
      type: 'array',
      of: [defineArrayMember({type: 'hoursSpan'})],
      hidden: ({parent}) => parent?.always === true,
    }),
  ],
  validation: (rule) => rule.custom(complete),
})
