import {CommentIcon} from '@sanity/icons/Comment'
import {defineField, defineType} from '@sanity/types'
import {dialable} from '../rules/phone.ts'
import {line} from '../rules/text.ts'

export const textLine = defineType({
  name: 'textLine',
  title: 'Number to text',
  type: 'object',
  icon: CommentIcon,
  description:
    'Where readers can write a text message, for those who cannot or do not want to speak.',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'number',
      title: 'Number',
      type: 'string',
      description: 'Where the message goes, such as 741741 or +61477131114.',
      validation: (rule) =>
        rule.required().custom(dialable).error('Write the number that readers text to.'),
    }),
    defineField({
      name: 'keyword',
      title: 'Word to send',
      type: 'string',
      description:
        'The word that opens the conversation, such as HOME. Leave empty when any message will do.',
      validation: (rule) => rule.custom(line(20)),
    }),
  ],
  preview: {
    select: {title: 'number', subtitle: 'keyword'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: CommentIcon}),
  },
})
