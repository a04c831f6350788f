import {BlockContentIcon} from '@sanity/icons'
import {defineField, defineType} from '@sanity/types'
import {lineField} from '../fields.ts'

export const section = defineType({
  name: 'section',
  title: 'Section',
  type: 'document',
  icon: BlockContentIcon,
  description: 'A titled part of an article. Several articles may use one section.',
  fields: [
    lineField({name: 'heading', title: 'Heading', description: 'Short and plain.', max: 110}),
    defineField({
      name: 'anchor',
      title: 'Anchor',
      type: 'slug',
      description: 'What a link to this section ends in. Keep it once it is public.',
      options: {source: 'heading', maxLength: 60, isUnique: () => true},
      validation: (rule) => rule.required().error('Generate the anchor from the heading.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'portableText',
      validation: (rule) => rule.required().error('Write the section.'),
    }),
  ],
  preview: {select: {title: 'heading', subtitle: 'anchor.current'}},
})
