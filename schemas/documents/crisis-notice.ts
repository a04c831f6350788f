import {BellIcon} from '@sanity/icons/Bell'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {helplineMember} from '../fields.ts'
import {countryCode, languageTag} from '../rules/codes.ts'
import {hasItsAudience, namesANumber, ownAudience, topicsOnce} from '../rules/notices.ts'
import {anyScript} from '../rules/sms.ts'
import {line} from '../rules/text.ts'
import {subtitle} from '../shapes.ts'

export const crisisNotice = defineType({
  name: 'crisisNotice',
  title: 'Crisis notice',
  type: 'document',
  icon: BellIcon,
  description:
    'What a reader in danger sees first: on every page, in every mail, text message and feed for one country and language. Without it nothing is published there.',
  groups: [
    {name: 'words', title: 'Words', default: true},
    {name: 'lines', title: 'Helplines'},
    {name: 'audience', title: 'Readers'},
  ],
  fieldsets: [{name: 'audience', title: 'Who sees it', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'country',
      title: 'Country',
      type: 'string',
      description: 'Readers in this country see the notice, such as US.',
      group: 'audience',
      fieldset: 'audience',
      readOnly: ({document}) => hasItsAudience(document),
      validation: (rule) =>
        rule.required().custom(countryCode).error('Write the country, such as US or GB.'),
    }),
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      description: 'The language the notice is written in, such as en.',
      group: 'audience',
      fieldset: 'audience',
      readOnly: ({document}) => hasItsAudience(document),
      validation: (rule) =>
        rule.required().custom(languageTag).error('Write the language, such as en or es.'),
    }),
    defineField({
      name: 'heading',
      title: 'Heading',
      type: 'string',
      description: 'The first words of the notice, such as "Need help now?"',
      group: 'words',
      validation: (rule) => rule.required().custom(line(110)).error('Give the notice a heading.'),
    }),
    defineField({
      name: 'lead',
      title: 'First sentence',
      type: 'string',
      description: 'One warm, plain sentence: whom the notice is for and what they can do.',
      group: 'words',
      validation: (rule) =>
        rule.required().custom(line(200)).error('Write the sentence that readers see first.'),
    }),
    defineField({
      name: 'smsText',
      title: 'In a text message',
      type: 'string',
      description:
        'Ends every text message: at most 55 places, or 40 in scripts other than Latin. It must hold a number.',
      group: 'words',
      validation: (rule) =>
        rule
          .required()
          .custom(anyScript(55, 40))
          .custom(namesANumber)
          .error('Write what every text message ends with, such as "In crisis? Call or text 988."'),
    }),
    defineField({
      name: 'emergency',
      title: 'Emergency number',
      type: 'phone',
      description: 'Readers see it before the helplines, such as 911.',
      group: 'lines',
      validation: (rule) =>
        rule.required().error('Write the emergency number of the country, such as 911 or 112.'),
    }),
    defineField({
      name: 'helplines',
      title: 'Helplines',
      type: 'array',
      description: 'The lines of this country, in the order in which readers see them.',
      group: 'lines',
      of: [helplineMember({sameCountry: true})],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one helpline of this country.'),
        rule.unique().error('Name each helpline once.'),
      ],
    }),
    defineField({
      name: 'topicHelplines',
      title: 'First for some topics',
      type: 'array',
      description:
        'Lines that come first when an article is about a topic, such as one for substance use.',
      group: 'lines',
      of: [defineArrayMember({type: 'topicHelplines'})],
      validation: (rule) => rule.custom(topicsOnce),
    }),
  ],
  validation: (rule) => rule.custom(ownAudience),
  orderings: [
    {
      name: 'audience',
      title: 'Country and language',
      by: [
        {field: 'country', direction: 'asc'},
        {field: 'language', direction: 'asc'},
      ],
    },
  ],
  preview: {
    select: {country: 'country', language: 'language', heading: 'heading', smsText: 'smsText'},
    prepare: ({country, language, heading, smsText}) => ({
      title: subtitle(country, language, heading),
      subtitle: subtitle(smsText),
      media: BellIcon,
    }),
  },
})
