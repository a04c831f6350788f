/** A publisher's own Studio, with one type of their own and Throwline added in one line. */
import {defineConfig, defineField, defineType} from 'sanity'
import {structureTool} from 'sanity/structure'
import {throwline} from '../../../studio/index.ts'

const recipe = defineType({
  name: 'recipe',
  title: 'Recipe',
  type: 'document',
  fields: [defineField({name: 'title', type: 'string'})],
})

export default defineConfig({
  name: 'second',
  title: 'Kitchen and clinic',
  projectId: 'second',
  dataset: 'production',
  plugins: [structureTool(), throwline()],
  schema: {types: [recipe]},
})
