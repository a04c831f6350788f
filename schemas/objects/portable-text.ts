import {BlockContentIcon} from '@sanity/icons/BlockContent'
import {defineArrayMember, defineType} from '@sanity/types'
import {readable} from '../rules/portable-text.ts'
import {SubscriptIcon, SuperscriptIcon} from '../script-icons.ts'

/** h2 is missing on purpose: it is the heading of the section itself. */
export const portableText = defineType({
  name: 'portableText',
  title: 'Text',
  type: 'array',
  icon: BlockContentIcon,
  description:
    'Paragraphs, lists and quotations, with citations, figures, tables, call-outs and helplines.',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Paragraph', value: 'normal'},
        {title: 'Heading within the section', value: 'h3'},
        {title: 'Smaller heading', value: 'h4'},
        {title: 'Quotation', value: 'blockquote'},
      ],
      lists: [
        {title: 'Points', value: 'bullet'},
        {title: 'Numbered steps', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
          {title: 'Subscript', value: 'sub', icon: SubscriptIcon},
          {title: 'Superscript', value: 'sup', icon: SuperscriptIcon},
        ],
        annotations: [defineArrayMember({name: 'link', type: 'link'})],
      },
      of: [defineArrayMember({type: 'citation'})],
      validation: (rule) => rule.custom(readable),
    }),
    defineArrayMember({type: 'figure'}),
    defineArrayMember({type: 'warningRef'}),
    defineArrayMember({type: 'helplineRef'}),
    defineArrayMember({type: 'table'}),
  ],
})
