import {WarningOutlineIcon} from '@sanity/icons'
import {defineField, defineType} from '@sanity/types'
import {lineField} from '../fields.ts'
import {gsm7} from '../rules.ts'

export const warning = defineType({
  name: 'warning',
  title: 'Warning',
  type: 'document',
  icon: WarningOutlineIcon,
  description: 'A call-out that articles show before their sections or within them.',
  fields: [
    lineField({name: 'title', title: 'Title', description: 'What to watch out for.', max: 110}),
    defineField({
      name: 'severity',
      title: 'Severity',
      type: 'string',
      description: 'Readers see it as a word and a colour.',
      options: {
        list: [
          {value: 'info', title: 'Good to know'},
          {value: 'caution', title: 'Caution'},
          {value: 'danger', title: 'Danger'},
        ],
        layout: 'radio',
      },
      initialValue: 'caution',
      validation: (rule) => rule.required().error('Say how serious this is.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'portableText',
      validation: (rule) => rule.required().error('Write the warning.'),
    }),
    defineField({
      name: 'smsText',
      title: 'SMS text',
      type: 'string',
      description: 'The warning in a few words, for text messages.',
      validation: (rule) => rule.custom(gsm7(70)),
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'severity'}},
})
