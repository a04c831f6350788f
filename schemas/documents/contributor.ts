import {UserIcon} from '@sanity/icons'
import {defineField, defineType} from '@sanity/types'
import {lineField} from '../fields.ts'
import {httpsUrl} from '../rules.ts'

export const contributor = defineType({
  name: 'contributor',
  title: 'Contributor',
  type: 'document',
  icon: UserIcon,
  description: 'Who writes or reviews: a person or a team.',
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {
        list: [
          {value: 'person', title: 'Person'},
          {value: 'organization', title: 'Organisation or team'},
        ],
        layout: 'radio',
      },
      initialValue: 'person',
      validation: (rule) => rule.required().error('Say whether this is a person or a team.'),
    }),
    lineField({name: 'name', title: 'Name', description: 'As printed in the byline.', max: 110}),
    defineField({name: 'role', title: 'Role', type: 'string'}),
    defineField({
      name: 'credentials',
      title: 'Credentials',
      type: 'string',
      description: 'Printed after the name, e.g. MD.',
    }),
    defineField({name: 'bio', title: 'About', type: 'portableText'}),
    defineField({
      name: 'url',
      title: 'Page',
      type: 'url',
      validation: (rule) => rule.custom(httpsUrl),
    }),
  ],
  preview: {select: {title: 'name', subtitle: 'role'}},
})
