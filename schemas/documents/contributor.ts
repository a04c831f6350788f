import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import {defineField, defineType} from '@sanity/types'
import {withoutApparatus} from '../rules/portable-text.ts'
import {line} from '../rules/text.ts'
import {httpsUrl} from '../rules/urls.ts'
import {subtitle} from '../shapes.ts'

const KINDS = [
  {value: 'person', title: 'Person'},
  {value: 'organization', title: 'Organisation'},
]

export const contributor = defineType({
  name: 'contributor',
  title: 'Contributor',
  type: 'document',
  icon: UsersIcon,
  description: 'Who writes and reviews. Readers see the name under the title, and can judge by it.',
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      description: 'A person, or a team or society that stands as author.',
      options: {list: KINDS, layout: 'radio', direction: 'horizontal'},
      initialValue: 'person',
      validation: (rule) => rule.required().error('Choose person or organisation.'),
    }),
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'As printed under the title.',
      validation: (rule) => rule.required().custom(line(120)).error('Write the name.'),
    }),
    defineField({
      name: 'role',
      title: 'Role',
      type: 'string',
      description: 'What they do here, such as medical reviewer.',
      validation: (rule) => rule.custom(line(120)),
    }),
    defineField({
      name: 'credentials',
      title: 'Credentials',
      type: 'string',
      description: 'Printed after the name, such as MD or RN.',
      validation: (rule) => rule.custom(line(120)),
    }),
    defineField({
      name: 'bio',
      title: 'About',
      type: 'portableText',
      description: 'A few sentences, so that readers know whom they are trusting.',
      validation: (rule) => rule.custom(withoutApparatus),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      description: 'Their own page; the name links to it.',
      validation: (rule) =>
        rule
          .uri({scheme: ['https']})
          .custom(httpsUrl)
          .error('Write an address that starts with https://.'),
    }),
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {title: 'name', role: 'role', credentials: 'credentials', kind: 'kind'},
    prepare: ({title, role, credentials, kind}) => ({
      title,
      subtitle: subtitle(credentials, role),
      media: kind === 'person' ? UserIcon : UsersIcon,
    }),
  },
})
