import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from '@sanity/types'
import {linkTarget} from '../rules/urls.ts'

export const link = defineType({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  description:
    'Words that lead somewhere. In text messages and plain mail the address is written out.',
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      type: 'url',
      description:
        'Where the reader gets to: a web address, a page of this site such as /sleep/, or mailto:, tel: or sms: and what follows.',
      validation: (rule) =>
        rule
          .required()
          .uri({allowRelative: true, scheme: ['https', 'http', 'mailto', 'tel', 'sms']})
          .custom(linkTarget)
          .error('Give the link an address that starts with https://, mailto:, tel:, sms: or /.'),
    }),
  ],
  preview: {select: {title: 'href'}},
})
