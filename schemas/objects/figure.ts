import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from '@sanity/types'
import {line, prose} from '../rules/text.ts'

export const figure = defineType({
  name: 'figure',
  title: 'Figure',
  type: 'object',
  icon: ImageIcon,
  description: 'A picture or chart in the text, with a caption below it.',
  fields: [
    defineField({
      name: 'image',
      title: 'Picture',
      type: 'image',
      description: 'Shown as wide as the text. Set the hotspot so that small screens crop it well.',
      options: {hotspot: true},
      validation: (rule) => rule.required().assetRequired().error('Upload or choose a picture.'),
    }),
    defineField({
      name: 'alt',
      title: 'In words',
      type: 'string',
      description:
        'Read aloud to people who cannot see the picture, and shown where pictures are switched off.',
      validation: (rule) =>
        rule.required().custom(line(500)).error('Say in a sentence what the picture shows.'),
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'text',
      rows: 2,
      description: 'Printed below the picture, also in mail and for partners.',
      validation: (rule) => rule.custom(prose(1000)),
    }),
  ],
  preview: {select: {title: 'caption', subtitle: 'alt', media: 'image'}},
})
