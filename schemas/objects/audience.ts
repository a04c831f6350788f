import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from '@sanity/types'
import {countryCode} from '../rules/codes.ts'
import {itemsOf, subtitle} from '../shapes.ts'
import {TOPIC_LIST} from '../topics.ts'

export const audience = defineType({
  name: 'audience',
  title: 'Readers',
  type: 'object',
  icon: UsersIcon,
  description: 'Who gets the digest. Leave everything empty to send it to all subscribers.',
  fields: [
    defineField({
      name: 'countries',
      title: 'Countries',
      type: 'array',
      description: 'Only subscribers in these countries; each gets the crisis notice of their own.',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(countryCode)})],
      options: {layout: 'tags'},
      validation: (rule) => rule.unique().error('Name each country once.'),
    }),
    defineField({
      name: 'topics',
      title: 'Topics',
      type: 'array',
      description: 'Only subscribers who asked for at least one of these.',
      of: [defineArrayMember({type: 'string'})],
      options: {list: TOPIC_LIST, layout: 'grid'},
      validation: (rule) => rule.unique().error('Choose each topic once.'),
    }),
  ],
  preview: {
    select: {countries: 'countries', topics: 'topics'},
    prepare: ({countries, topics}) => ({
      title: subtitle(...itemsOf(countries)) || 'Every country',
      subtitle: subtitle(...itemsOf(topics)) || 'Every topic',
      media: UsersIcon,
    }),
  },
})
