import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {defineField, defineType} from '@sanity/types'
import {mailAddress} from '../rules/codes.ts'
import {line} from '../rules/text.ts'

export const mailbox = defineType({
  name: 'mailbox',
  title: 'Sender',
  type: 'object',
  icon: EnvelopeIcon,
  description: 'Who a mail comes from.',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'What readers see in their inbox.',
      validation: (rule) =>
        rule.required().custom(line(78)).error('Write the name that readers see in their inbox.'),
    }),
    defineField({
      name: 'address',
      title: 'Address',
      type: 'string',
      description: 'The mail address behind the name.',
      validation: (rule) =>
        rule.required().custom(mailAddress).error('Write the address that mails come from.'),
    }),
  ],
  preview: {
    select: {title: 'name', subtitle: 'address'},
    prepare: ({title, subtitle}) => ({title, subtitle, media: EnvelopeIcon}),
  },
})
