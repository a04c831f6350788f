/**
 * The Studio. Without an environment it is set up for a local project; for a hosted one set
 * SANITY_STUDIO_PROJECT_ID and SANITY_STUDIO_DATASET.
 */
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from './schemas/index.ts'
import {structure} from './studio/structure.ts'

export default defineConfig({
  name: 'throwline',
  title: 'Throwline',
  projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'local',
  dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'health',
  plugins: [structureTool({structure})],
  schema: {types: schemaTypes},
})
