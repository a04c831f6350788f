import {defineField, defineType} from '@sanity/types'
import {dialable, oneLine} from '../rules.ts'

export const phoneNumber = defineType({
  name: 'phoneNumber',
  title: 'Phone number',
  type: 'object',
  description: 'How it is printed and what a phone dials.',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'display',
      title: 'As printed',
      type: 'string',
      description: '1-800-662-4357',
      validation: (rule) => [
        rule.required().error('Write the number as people know it.'),
        rule.custom(oneLine),
      ],
    }),
    defineField({
      name: 'dial',
      title: 'As dialled',
      type: 'string',
      description: '+18006624357, or a short code',
      validation: (rule) => [
        rule.required().error('Write what a phone must dial.'),
        rule.custom(dialable),
      ],
    }),
  ],
})

export const smsNumber = defineType({
  name: 'smsNumber',
  title: 'Text message',
  type: 'object',
  description: 'Where to send a text and what to write in it.',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'number',
      title: 'Number',
      type: 'string',
      validation: (rule) => [
        rule.required().error('Write the number to text.'),
        rule.custom(dialable),
      ],
    }),
    defineField({
      name: 'keyword',
      title: 'Word to send',
      type: 'string',
      description: 'HOME, for example. Empty when any message does.',
      validation: (rule) => rule.custom(oneLine),
    }),
  ],
})
