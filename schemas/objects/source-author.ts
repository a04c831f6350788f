import {UserIcon, UsersIcon} from '@sanity/icons'
import {defineField, defineType} from '@sanity/types'

export const sourcePerson = defineType({
  name: 'sourcePerson',
  title: 'Person',
  type: 'object',
  icon: UserIcon,
  description: 'An author of a source.',
  fields: [
    defineField({
      name: 'family',
      title: 'Family name',
      type: 'string',
      validation: (rule) => rule.required().error('Write the family name.'),
    }),
    defineField({name: 'given', title: 'Given names or initials', type: 'string'}),
  ],
  preview: {select: {title: 'family', subtitle: 'given'}},
})

export const sourceOrganization = defineType({
  name: 'sourceOrganization',
  title: 'Organisation',
  type: 'object',
  icon: UsersIcon,
  description: 'An organisation that stands as author.',
  fields: [
    defineField({
      name: 'organization',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required().error('Write the name of the organisation.'),
    }),
  ],
  preview: {select: {title: 'organization'}},
})
