import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineField, defineType} from '@sanity/types'
import {hasWords, withoutCallOuts} from '../rules/portable-text.ts'
import {gsm7} from '../rules/sms.ts'
import {line} from '../rules/text.ts'

const SEVERITIES = [
  {value: 'info', title: 'Good to know'},
  {value: 'caution', title: 'Take care'},
  {value: 'danger', title: 'Danger'},
]

const severityIcon = (severity: unknown) => {
  if (severity === 'danger') return ErrorOutlineIcon
  return severity === 'info' ? InfoOutlineIcon : WarningOutlineIcon
}

export const warning = defineType({
  name: 'warning',
  title: 'Warning',
  type: 'document',
  icon: WarningOutlineIcon,
  description:
    'Something readers must not miss, in a coloured box before the sections or within the text. Several articles may show it.',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'The first words in the box: what to watch out for.',
      validation: (rule) => rule.required().custom(line(110)).error('Give the warning a title.'),
    }),
    defineField({
      name: 'severity',
      title: 'How serious',
      type: 'string',
      description: 'Readers see it as a word and a colour.',
      options: {list: SEVERITIES, layout: 'radio'},
      initialValue: 'caution',
      validation: (rule) => rule.required().error('Choose how serious this is.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'portableText',
      description: 'What to do, or not to do. Two or three sentences are best.',
      validation: (rule) => [
        rule.required().custom(hasWords).error('Write what readers should do.'),
        rule.custom(withoutCallOuts),
      ],
    }),
    defineField({
      name: 'smsText',
      title: 'In a text message',
      type: 'string',
      description: 'The warning in at most 70 places, sent where there is room for it.',
      validation: (rule) => rule.custom(gsm7(70)),
    }),
  ],
  orderings: [
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
    {name: 'severity', title: 'How serious', by: [{field: 'severity', direction: 'asc'}]},
  ],
  preview: {
    select: {title: 'title', severity: 'severity'},
    prepare: ({title, severity}) => ({
      title,
      subtitle: SEVERITIES.find(({value}) => value === severity)?.title ?? 'How serious?',
      media: severityIcon(severity),
    }),
  },
})
