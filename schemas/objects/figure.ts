import {ImageIcon} from '@sanity/icons'
import {defineField, defineType} from '@sanity/types'

export const figure = defineType({
  name: 'figure',
  title: 'Figure',
  type: 'object',
  icon: ImageIcon,
  description: 'A picture with its caption.',
  fields: [
    defineField({
      name: 'image',
      title: 'Image',
      type: 'image',
      options: {hotspot: true},
      validation: (rule) => rule.required().assetRequired().error('Upload or choose an image.'),
    }),
    defineField({
      name: 'alt',
      title: 'Description for people who cannot see it',
      type: 'string',
      description: 'Say what the picture shows, in a sentence.',
      validation: (rule) => rule.required().error('Describe the picture in a sentence.'),
    }),
    defineField({name: 'caption', title: 'Caption', type: 'string', description: 'Printed below.'}),
  ],
  preview: {select: {title: 'caption', subtitle: 'alt', media: 'image'}},
})
