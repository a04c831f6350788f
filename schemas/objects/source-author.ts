import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import {defineField, defineType} from '@sanity/types'
import {personOrOrganization} from '../rules/sources.ts'
import {line} from '../rules/text.ts'
import {textOf} from '../shapes.ts'

export const sourceAuthor = defineType({
  name: 'sourceAuthor',
  title: 'Author',
  type: 'object',
  icon: UserIcon,
  description: 'A person, or an organisation that stands as author.',
  fields: [
    defineField({
      name: 'family',
      title: 'Family name',
      type: 'string',
      description: 'Printed first, as in Palamar JJ.',
      validation: (rule) => rule.custom(line(120)),
    }),
    defineField({
      name: 'given',
      title: 'Given names',
      type: 'string',
      description: 'In full or as initials, such as J. J.; printed as initials.',
      validation: (rule) => rule.custom(line(120)),
    }),
    defineField({
      name: 'organization',
      title: 'Or organisation',
      type: 'string',
      description: 'Printed as written, such as World Health Organization.',
      validation: (rule) => rule.custom(line(300)),
    }),
  ],
  validation: (rule) => rule.custom(personOrOrganization),
  preview: {
    select: {family: 'family', given: 'given', organization: 'organization'},
    prepare: ({family, given, organization}) => ({
      title: textOf(organization) || [textOf(family), textOf(given)].filter(Boolean).join(', '),
      media: textOf(organization) === '' ? UserIcon : UsersIcon,
    }),
  },
})
