import {MobileDeviceIcon} from '@sanity/icons'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {countryField, lineField, topicsField} from '../fields.ts'
import {httpsUrl, languageTag} from '../rules.ts'

const DAY = 86_400_000

const today = (): string => new Date().toISOString().slice(0, 10)

/** Days since the number was last tried, against how often it should be. */
export const verification = (
  verifiedAt: string | undefined,
  verifyEvery: number,
  now: string,
): true | string => {
  if (verifiedAt === undefined) return true
  const age = Math.round((Date.parse(now) - Date.parse(verifiedAt)) / DAY)
  return age <= verifyEvery
    ? true
    : `Last verified ${age} days ago; due every ${verifyEvery}. Call the line, then set this to today.`
}

const reachable = (document: Readonly<Record<string, unknown>> | undefined): true | string =>
  document === undefined || ['phone', 'sms', 'chatUrl'].some((way) => document[way] !== undefined)
    ? true
    : 'Give at least one way to reach this line: phone, text message or chat.'

const everyDays = (document: Readonly<Record<string, unknown>> | undefined): number => {
  const days = document?.['verifyEvery']
  return typeof days === 'number' ? days : 180
}

export const helpline = defineType({
  name: 'helpline',
  title: 'Helpline',
  type: 'document',
  icon: MobileDeviceIcon,
  description: 'People who answer. One change here reaches every page, mail, message and partner.',
  groups: [
    {name: 'reach', title: 'How to reach it', default: true},
    {name: 'care', title: 'Care'},
  ],
  fields: [
    lineField({
      name: 'name',
      title: 'Name',
      description: 'As the service writes it.',
      max: 110,
      group: 'reach',
    }),
    {...countryField('The country whose readers can use it.'), group: 'reach'},
    defineField({
      name: 'languages',
      title: 'Languages',
      type: 'array',
      description: 'Languages that are answered.',
      group: 'reach',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(languageTag)})],
      validation: (rule) => rule.required().min(1).unique().error('Name at least one language.'),
    }),
    topicsField('What people may call about.', 'reach'),
    defineField({
      name: 'phone',
      title: 'Phone',
      type: 'phoneNumber',
      group: 'reach',
      validation: (rule) => rule.custom((_value, {document}) => reachable(document)),
    }),
    defineField({name: 'sms', title: 'Text message', type: 'smsNumber', group: 'reach'}),
    defineField({
      name: 'chatUrl',
      title: 'Chat',
      type: 'url',
      group: 'reach',
      validation: (rule) => rule.custom(httpsUrl),
    }),
    defineField({
      name: 'hours',
      title: 'Hours',
      type: 'hours',
      group: 'reach',
      validation: (rule) => rule.required().error('Say when somebody answers.'),
    }),
    defineField({
      name: 'pairedWith',
      title: 'Shown together with',
      type: 'reference',
      description: 'A line that belongs to this one: both are shown, or neither.',
      group: 'reach',
      to: [{type: 'helpline'}],
    }),
    defineField({
      name: 'sourceUrl',
      title: 'Where this is stated',
      type: 'url',
      group: 'care',
      validation: (rule) => rule.custom(httpsUrl),
    }),
    defineField({
      name: 'verifiedAt',
      title: 'Last verified',
      type: 'date',
      description: 'The day somebody last called and heard the right service.',
      group: 'care',
      validation: (rule) => [
        rule.required().error('Call the line, then say when.'),
        rule
          .custom((value, {document}) => verification(value, everyDays(document), today()))
          .warning(),
        rule.custom((value, {document}) => verification(value, 2 * everyDays(document), today())),
      ],
    }),
    defineField({
      name: 'verifyEvery',
      title: 'Verify every (days)',
      type: 'number',
      group: 'care',
      initialValue: 180,
      validation: (rule) => rule.integer().positive().error('Write a number of days.'),
    }),
    defineField({
      name: 'retiredAt',
      title: 'Retired on',
      type: 'date',
      description: 'From this day on it is an error to show this line anywhere.',
      group: 'care',
    }),
    defineField({
      name: 'replacedBy',
      title: 'Replaced by',
      type: 'reference',
      group: 'care',
      to: [{type: 'helpline'}],
    }),
  ],
  orderings: [
    {name: 'country', title: 'Country', by: [{field: 'country', direction: 'asc'}]},
    {name: 'due', title: 'Verified longest ago', by: [{field: 'verifiedAt', direction: 'asc'}]},
  ],
  preview: {
    select: {title: 'name', country: 'country', phone: 'phone.display', retired: 'retiredAt'},
    prepare: ({title, country, phone, retired}) => ({
      title: typeof title === 'string' ? title : 'Unnamed helpline',
      subtitle: [country, phone, retired === undefined ? undefined : 'retired']
        .filter((part) => part !== undefined)
        .join(' · '),
    }),
  },
})
