import {defineArrayMember, defineType} from '@sanity/types'
import {linkTarget} from '../rules.ts'

/** The text of articles: h2 is the section's own heading. */
export const portableText = defineType({
  name: 'portableText',
  title: 'Text',
  type: 'array',
  description: 'Paragraphs, lists, citations, figures, call-outs and helplines.',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Paragraph', value: 'normal'},
        {title: 'Subheading', value: 'h3'},
        {title: 'Minor subheading', value: 'h4'},
        {title: 'Quotation', value: 'blockquote'},
      ],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
          {title: 'Subscript', value: 'sub'},
          {title: 'Superscript', value: 'sup'},
        ],
        annotations: [
          {
            name: 'link',
            title: 'Link',
            type: 'object',
            fields: [
              {
                name: 'href',
                title: 'Address',
                type: 'string',
                description: 'https://, mailto:, tel:, sms:, or a page of this site: /sleep/.',
                validation: (rule) =>
                  rule.required().error('Give the link an address.').custom(linkTarget),
              },
            ],
          },
        ],
      },
      of: [defineArrayMember({type: 'citation'})],
    }),
    defineArrayMember({type: 'figure'}),
    defineArrayMember({type: 'warningRef'}),
    defineArrayMember({type: 'helplineRef'}),
    defineArrayMember({type: 'table'}),
  ],
})
