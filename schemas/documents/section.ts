import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {defineField, defineType} from '@sanity/types'
import {anchorIsFree} from '../rules/anchors.ts'
import {anchorForm} from '../rules/codes.ts'
import {hasWords} from '../rules/portable-text.ts'
import {line} from '../rules/text.ts'

export const section = defineType({
  name: 'section',
  title: 'Section',
  type: 'document',
  icon: BlockContentIcon,
  description:
    'A part of an article under its own heading. Several articles may show the same section: a change here changes all of them.',
  fields: [
    defineField({
      name: 'heading',
      title: 'Heading',
      type: 'string',
      description:
        'Above the text and in the table of contents. Often a question that readers ask.',
      validation: (rule) => rule.required().custom(line(200)).error('Give the section a heading.'),
    }),
    defineField({
      name: 'anchor',
      title: 'Anchor',
      type: 'slug',
      description:
        'What a link to this section ends in, such as #side-effects. Keep it once the page is public.',
      // not a page: two articles may each have a section "side-effects"; the rule below asks within each
      options: {source: 'heading', maxLength: 96, isUnique: () => true},
      validation: (rule) =>
        rule
          .required()
          .custom(anchorForm)
          .custom(anchorIsFree)
          .error('Generate the anchor from the heading.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'portableText',
      description: 'What readers see under the heading.',
      validation: (rule) => rule.required().custom(hasWords).error('Write the section.'),
    }),
  ],
  orderings: [
    {name: 'heading', title: 'Heading', by: [{field: 'heading', direction: 'asc'}]},
    {name: 'changed', title: 'Last changed', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'heading', anchor: 'anchor.current'},
    prepare: ({title, anchor}) => ({
      title,
      subtitle: typeof anchor === 'string' ? `#${anchor}` : 'no anchor yet',
      media: BlockContentIcon,
    }),
  },
})
