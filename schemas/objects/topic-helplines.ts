import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from '@sanity/types'
import {helplineMember} from '../fields.ts'
import {subtitle} from '../shapes.ts'
import {TOPIC_LIST} from '../topics.ts'

export const topicHelplines = defineType({
  name: 'topicHelplines',
  title: 'Helplines for a topic',
  type: 'object',
  icon: TagIcon,
  description: 'Lines that come first in the notice when an article is about this topic.',
  fields: [
    defineField({
      name: 'topic',
      title: 'Topic',
      type: 'string',
      description: 'Articles on this topic show these lines before the others.',
      options: {list: TOPIC_LIST},
      validation: (rule) => rule.required().error('Choose the topic.'),
    }),
    defineField({
      name: 'helplines',
      title: 'Helplines',
      type: 'array',
      description: 'In the order in which readers see them.',
      of: [helplineMember({sameCountry: true})],
      validation: (rule) => [
        rule.required().min(1).error('Add at least one helpline, or remove the topic.'),
        rule.unique().error('Name each helpline once.'),
      ],
    }),
  ],
  preview: {
    select: {title: 'topic', first: 'helplines.0.name', second: 'helplines.1.name'},
    prepare: ({title, first, second}) => ({
      title,
      subtitle: subtitle(first, second),
      media: TagIcon,
    }),
  },
})
