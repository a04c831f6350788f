/** Fields that many types have. */
import {defineArrayMember, defineField} from '@sanity/types'
import {countryCode, languageTag, oneLine} from './rules.ts'
import {topicOptions} from './topics.ts'

export const languageField = (description: string, group?: string) =>
  defineField({
    name: 'language',
    title: 'Language',
    type: 'string',
    description,
    ...(group !== undefined && {group}),
    initialValue: 'en',
    validation: (rule) =>
      rule.required().error('Say which language this is written in.').custom(languageTag),
  })

export const countryField = (description: string) =>
  defineField({
    name: 'country',
    title: 'Country',
    type: 'string',
    description,
    validation: (rule) =>
      rule.required().error('Say which country this is for.').custom(countryCode),
  })

export const topicsField = (description: string, group?: string) =>
  defineField({
    name: 'topics',
    title: 'Topics',
    type: 'array',
    description,
    ...(group !== undefined && {group}),
    of: [defineArrayMember({type: 'string'})],
    options: {list: topicOptions, layout: 'grid'},
    validation: (rule) => rule.required().min(1).unique().error('Choose at least one topic.'),
  })

/** A required line of text with a limit. */
export const lineField = (line: {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly max: number
  readonly group?: string
}) =>
  defineField({
    name: line.name,
    title: line.title,
    type: 'string',
    description: line.description,
    ...(line.group !== undefined && {group: line.group}),
    validation: (rule) => [
      rule.required().error(`${line.title} is missing. Write one.`),
      rule.max(line.max).error(`Shorten this to ${line.max} characters.`),
      rule.custom(oneLine),
    ],
  })
