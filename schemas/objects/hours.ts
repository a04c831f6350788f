import {ClockIcon} from '@sanity/icons/Clock'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {timeZone} from '../rules/codes.ts'
import {hasSpans, hasTimeZone} from '../rules/hours.ts'
import {fieldsOf, itemsOf, textOf} from '../shapes.ts'

const isAlways = (hours: unknown): boolean => fieldsOf(hours)['always'] === true

export const hours = defineType({
  name: 'hours',
  title: 'Hours',
  type: 'object',
  icon: ClockIcon,
  description: 'When somebody answers.',
  fields: [
    defineField({
      name: 'always',
      title: 'Day and night, every day',
      type: 'boolean',
      description: 'Readers see "24 hours a day, every day" in their language.',
      initialValue: true,
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      type: 'string',
      description: 'Where the hours hold, such as Europe/Madrid.',
      hidden: ({parent}) => isAlways(parent),
      validation: (rule) => [
        rule.custom(timeZone),
        rule.custom((value: string | undefined, {parent}) => hasTimeZone(value, parent)),
      ],
    }),
    defineField({
      name: 'spans',
      title: 'Opening times',
      type: 'array',
      description: 'One entry for all days with the same hours.',
      of: [defineArrayMember({type: 'hoursSpan'})],
      hidden: ({parent}) => isAlways(parent),
      validation: (rule) => rule.custom((value: unknown, {parent}) => hasSpans(value, parent)),
    }),
  ],
  preview: {
    select: {always: 'always', timeZone: 'timeZone', spans: 'spans'},
    prepare: ({always, timeZone: zone, spans}) => ({
      title:
        always === true ? 'Day and night, every day' : `${itemsOf(spans).length} opening times`,
      subtitle: textOf(zone),
      media: ClockIcon,
    }),
  },
})
