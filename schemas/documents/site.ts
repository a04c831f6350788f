import {CogIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {lineField} from '../fields.ts'
import {countryCode, gsm7, languageTag, oneLine} from '../rules.ts'

const address = (value: string | undefined): true | string =>
  value === undefined || /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value)
    ? true
    : 'Write a mail address such as digest@health.example.'

export const mailSender = defineType({
  name: 'mailSender',
  title: 'Sender',
  type: 'object',
  description: 'Who mails come from.',
  fields: [
    lineField({name: 'name', title: 'Name', description: 'Shown in the inbox.', max: 70}),
    defineField({
      name: 'address',
      title: 'Address',
      type: 'string',
      validation: (rule) => rule.required().error('Write the address.').custom(address),
    }),
  ],
})

export const site = defineType({
  name: 'site',
  title: 'Site',
  type: 'document',
  icon: CogIcon,
  description: 'What holds for the whole publication. There is one.',
  groups: [
    {name: 'site', title: 'Site', default: true},
    {name: 'mail', title: 'Mail and SMS'},
    {name: 'partners', title: 'Partners'},
  ],
  fields: [
    lineField({
      name: 'name',
      title: 'Name',
      description: 'The name of the publication.',
      max: 70,
      group: 'site',
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'https://health.example, without a path.',
      group: 'site',
      validation: (rule) =>
        rule
          .required()
          .error('Write the address of the site.')
          .custom((value) =>
            value === undefined || /^https:\/\/[^/\s]+$/.test(value)
              ? true
              : 'Write https:// and the host, with nothing after it.',
          ),
    }),
    defineField({
      name: 'logo',
      title: 'Logo',
      type: 'image',
      group: 'site',
      fields: [
        defineField({
          name: 'alt',
          title: 'Description',
          type: 'string',
          validation: (rule) => rule.required().error('Describe the logo.'),
        }),
      ],
    }),
    defineField({
      name: 'defaultCountry',
      title: 'Default country',
      type: 'string',
      description: 'Readers are taken to be here unless they say otherwise.',
      group: 'site',
      validation: (rule) => rule.required().error('Choose the country.').custom(countryCode),
    }),
    defineField({
      name: 'defaultLanguage',
      title: 'Default language',
      type: 'string',
      group: 'site',
      validation: (rule) => rule.required().error('Choose the language.').custom(languageTag),
    }),
    defineField({
      name: 'noticeFallbackLanguages',
      title: 'Notices in another language',
      type: 'array',
      description:
        'Which other language of the same country may stand in, in order, when a notice in the language of the article is missing. Empty: the article is not published.',
      group: 'site',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(languageTag)})],
      validation: (rule) => rule.unique().error('Name each language once.'),
    }),
    defineField({
      name: 'smsName',
      title: 'SMS name',
      type: 'string',
      description: 'Every text message begins with it. 11 characters at most.',
      group: 'mail',
      validation: (rule) => rule.required().error('Write a short name.').custom(gsm7(11)),
    }),
    defineField({
      name: 'postalAddress',
      title: 'Postal address',
      type: 'text',
      rows: 3,
      description: 'Bulk mail must carry one.',
      group: 'mail',
      validation: (rule) => rule.required().error('Write the postal address.'),
    }),
    defineField({
      name: 'mailFrom',
      title: 'Mails come from',
      type: 'mailSender',
      group: 'mail',
      validation: (rule) => rule.required().error('Say who mails come from.'),
    }),
    defineField({
      name: 'replyTo',
      title: 'Answers go to',
      type: 'string',
      group: 'mail',
      validation: (rule) => rule.custom(address),
    }),
    defineField({
      name: 'listId',
      title: 'List id',
      type: 'string',
      description: 'Names the mailing list to mail programs: digest.health.example.',
      group: 'mail',
      validation: (rule) => rule.required().error('Write the list id.').custom(oneLine),
    }),
    defineField({
      name: 'partnerAttribution',
      title: 'Attribution',
      type: 'text',
      rows: 2,
      description: 'Partners print this beside every article.',
      group: 'partners',
      validation: (rule) => rule.required().error('Write the attribution.'),
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'url'}},
})
