import {HomeIcon} from '@sanity/icons/Home'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {imageField} from '../fields.ts'
import {countryCode, languageTag, listId, mailAddress} from '../rules/codes.ts'
import {theOnlySite} from '../rules/site.ts'
import {gsm7} from '../rules/sms.ts'
import {line, prose} from '../rules/text.ts'
import {httpsOrigin} from '../rules/urls.ts'

export const site = defineType({
  name: 'site',
  title: 'Site',
  type: 'document',
  icon: HomeIcon,
  description: 'What is said about the publisher on every page, mail and message. There is one.',
  groups: [
    {name: 'site', title: 'Site', default: true},
    {name: 'mail', title: 'Mail and text messages'},
    {name: 'readers', title: 'Readers'},
    {name: 'partners', title: 'Partners'},
  ],
  fieldsets: [{name: 'defaults', title: 'When nothing else is known', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'At the top of every page and mail.',
      group: 'site',
      validation: (rule) => rule.required().custom(line(110)).error('Write the name of the site.'),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'Where the site is, such as https://health.example.',
      group: 'site',
      validation: (rule) =>
        rule
          .required()
          .uri({scheme: ['https']})
          .custom(httpsOrigin)
          .error('Write the address of the site; it starts with https://.'),
    }),
    imageField({
      name: 'logo',
      title: 'Logo',
      description: 'Beside the name, and for search engines.',
      group: 'site',
    }),
    defineField({
      name: 'smsName',
      title: 'Name in text messages',
      type: 'string',
      description: 'Starts every text message, so that readers know who writes. At most 11 places.',
      group: 'mail',
      validation: (rule) =>
        rule.required().custom(gsm7(11)).error('Write the name that text messages start with.'),
    }),
    defineField({
      name: 'mailFrom',
      title: 'Mails come from',
      type: 'mailbox',
      description: 'The sender that readers see in their inbox.',
      group: 'mail',
      validation: (rule) => rule.required().error('Write who mails come from.'),
    }),
    defineField({
      name: 'replyTo',
      title: 'Replies go to',
      type: 'string',
      description: 'Where somebody reads what readers answer. When empty, it is the sender.',
      group: 'mail',
      validation: (rule) => rule.custom(mailAddress),
    }),
    defineField({
      name: 'listId',
      title: 'List id',
      type: 'string',
      description:
        'Lets mail programs sort the letters. Looks like a host name: digest.health.example.',
      group: 'mail',
      validation: (rule) =>
        rule.required().custom(listId).error('Write the list id, such as digest.health.example.'),
    }),
    defineField({
      name: 'postalAddress',
      title: 'Postal address',
      type: 'text',
      rows: 3,
      description: 'At the foot of every mail: the law wants one in letters to many.',
      group: 'mail',
      validation: (rule) =>
        rule.required().custom(prose(500)).error('Write the postal address of the publisher.'),
    }),
    defineField({
      name: 'defaultCountry',
      title: 'Country',
      type: 'string',
      description: 'Readers whose country is unknown get its crisis notice.',
      group: 'readers',
      fieldset: 'defaults',
      validation: (rule) =>
        rule.required().custom(countryCode).error('Write the country, such as US or GB.'),
    }),
    defineField({
      name: 'defaultLanguage',
      title: 'Language',
      type: 'string',
      description: 'Its pages have addresses without a language in them.',
      group: 'readers',
      fieldset: 'defaults',
      validation: (rule) =>
        rule.required().custom(languageTag).error('Write the language, such as en or es.'),
    }),
    defineField({
      name: 'noticeFallbackLanguages',
      title: 'Languages that may stand in',
      type: 'array',
      description:
        'When a country has no crisis notice in the language of an article, its notice in one of these languages is shown instead, in this order. When empty, the article is not published there.',
      group: 'readers',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(languageTag)})],
      validation: (rule) => rule.unique().error('Write each language once.'),
    }),
    defineField({
      name: 'partnerAttribution',
      title: 'Words for partners',
      type: 'text',
      rows: 3,
      description:
        'Partners print this with each article: who wrote it, and that the notice stays with it.',
      group: 'partners',
      validation: (rule) =>
        rule.required().custom(prose(500)).error('Write what partners print with each article.'),
    }),
  ],
  validation: (rule) => rule.custom(theOnlySite),
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {title: 'name', subtitle: 'url', logo: 'logo'},
    prepare: ({title, subtitle, logo}) => ({title, subtitle, media: logo ?? HomeIcon}),
  },
})
