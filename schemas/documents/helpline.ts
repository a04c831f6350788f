import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {UnpublishIcon} from '@sanity/icons/Unpublish'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {countryField, topicsField} from '../fields.ts'
import {languageTag} from '../rules/codes.ts'
import {today} from '../rules/dates.ts'
import {VERIFY_EVERY} from '../rules/helpline-line.ts'
import {
  anotherLine,
  ownAgeError,
  ownAgeWarning,
  pairedBack,
  reachable,
  shownNowhere,
} from '../rules/helpline-own.ts'
import {sameCountry, usable} from '../rules/helpline-use.ts'
import {line} from '../rules/text.ts'
import {httpsUrl} from '../rules/urls.ts'
import {subtitle, textOf} from '../shapes.ts'

export const helpline = defineType({
  name: 'helpline',
  title: 'Helpline',
  type: 'document',
  icon: MobileDeviceIcon,
  description:
    'A service that people in crisis can reach. Its numbers stand here once; every page, mail, text message and feed takes them from here.',
  groups: [
    {name: 'line', title: 'The line', default: true},
    {name: 'checks', title: 'Checks'},
    {name: 'end', title: 'Retired'},
  ],
  fieldsets: [
    {name: 'ways', title: 'How to reach it', description: 'At least one of the three.'},
    {name: 'verified', title: 'Is it still right?', options: {columns: 2}},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'What the service calls itself. Readers see it before the numbers.',
      group: 'line',
      validation: (rule) =>
        rule.required().custom(line(120)).error('Write what the service calls itself.'),
    }),
    countryField({
      description:
        'Where the line can be reached, such as US. Only notices for this country may show it.',
      group: 'line',
    }),
    defineField({
      name: 'languages',
      title: 'Languages',
      type: 'array',
      description: 'What is spoken there, such as en, es.',
      group: 'line',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(languageTag)})],
      options: {layout: 'tags'},
      validation: (rule) => [
        rule.required().min(1).error('Write at least one language, such as en.'),
        rule.unique().error('Write each language once.'),
      ],
    }),
    topicsField({
      title: 'What it is for',
      description: 'What people can call about.',
      group: 'line',
    }),
    defineField({
      name: 'phone',
      title: 'Call',
      type: 'phone',
      description: 'Readers see "Call 988"; a tap on it calls.',
      group: 'line',
      fieldset: 'ways',
      validation: (rule) => rule.custom(reachable),
    }),
    defineField({
      name: 'sms',
      title: 'Text',
      type: 'textLine',
      description: 'Readers see "Text HOME to 741741"; a tap on it opens a message.',
      group: 'line',
      fieldset: 'ways',
    }),
    defineField({
      name: 'chatUrl',
      title: 'Chat',
      type: 'url',
      description: 'Readers see "Chat online", as a link to this address.',
      group: 'line',
      fieldset: 'ways',
      validation: (rule) =>
        rule
          .uri({scheme: ['https']})
          .custom(httpsUrl)
          .error('Write an address that starts with https://.'),
    }),
    defineField({
      name: 'hours',
      title: 'Hours',
      type: 'hours',
      description: 'When somebody answers. Readers see it beside the numbers.',
      group: 'line',
      initialValue: {always: true},
      validation: (rule) => rule.required().error('Say when somebody answers.'),
    }),
    defineField({
      name: 'pairedWith',
      title: 'Always together with',
      type: 'reference',
      description:
        'Two lines that belong together, such as one to call and one to text: readers see both, or neither.',
      group: 'line',
      to: [{type: 'helpline'}],
      options: {
        filter: ({document}) => ({
          filter: '!defined(retiredAt) && country == $country',
          params: {country: textOf(document['country'])},
        }),
      },
      validation: (rule) => [
        rule.custom(anotherLine).custom(usable).custom(sameCountry),
        rule.custom(pairedBack).warning(),
      ],
    }),
    defineField({
      name: 'sourceUrl',
      title: 'Where this is from',
      type: 'url',
      description: 'The page of the service that gives these numbers. Readers do not see it.',
      group: 'checks',
      validation: (rule) =>
        rule
          .uri({scheme: ['https']})
          .custom(httpsUrl)
          .error('Write an address that starts with https://.'),
    }),
    defineField({
      name: 'verifiedAt',
      title: 'Last verified',
      type: 'date',
      description: 'The day somebody called the line, or read the numbers on its own website.',
      group: ['line', 'checks'],
      fieldset: 'verified',
      initialValue: () => today(),
      validation: (rule) => [
        rule.required().custom(ownAgeError).error('Choose the day somebody verified the line.'),
        rule.custom(ownAgeWarning).warning(),
      ],
    }),
    defineField({
      name: 'verifyEvery',
      title: 'Verify every … days',
      type: 'number',
      description:
        'After this many days editors are warned; after twice as many the line is no longer shown.',
      group: ['line', 'checks'],
      fieldset: 'verified',
      initialValue: VERIFY_EVERY,
      validation: (rule) =>
        rule.integer().min(1).max(3650).error('Write a whole number of days from 1 to 3650.'),
    }),
    defineField({
      name: 'retiredAt',
      title: 'Retired on',
      type: 'date',
      description:
        'From this day on the line is shown nowhere. Leave it empty as long as somebody answers.',
      group: 'end',
      validation: (rule) => rule.custom(shownNowhere).warning(),
    }),
    defineField({
      name: 'replacedBy',
      title: 'Replaced by',
      type: 'reference',
      description:
        'The line that took over. Editors are sent to it wherever the old one still stands.',
      group: 'end',
      to: [{type: 'helpline'}],
      options: {filter: '!defined(retiredAt)'},
      validation: (rule) => rule.custom(anotherLine).custom(usable),
    }),
  ],
  orderings: [
    {
      name: 'country',
      title: 'Country',
      by: [
        {field: 'country', direction: 'asc'},
        {field: 'name', direction: 'asc'},
      ],
    },
    {
      name: 'verified',
      title: 'Longest not verified',
      by: [{field: 'verifiedAt', direction: 'asc'}],
    },
  ],
  preview: {
    select: {
      title: 'name',
      country: 'country',
      call: 'phone.display',
      text: 'sms.number',
      retiredAt: 'retiredAt',
    },
    prepare: ({title, country, call, text, retiredAt}) => {
      const retired = textOf(retiredAt)
      return {
        title,
        subtitle: subtitle(
          country,
          retired === '' ? undefined : `retired ${retired}`,
          call,
          textOf(text) === '' ? undefined : `text ${textOf(text)}`,
        ),
        media: retired === '' ? MobileDeviceIcon : UnpublishIcon,
      }
    },
  },
})
