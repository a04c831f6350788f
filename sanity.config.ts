/**
 * The Studio. Without an environment it is set up for a local project; for a hosted one set
 * SANITY_STUDIO_PROJECT_ID and SANITY_STUDIO_DATASET.
 */
import {visionTool} from '@sanity/vision'
import {defineConfig, isDev} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from './schemas/index.ts'
import {messages} from './studio/messages.ts'
import {noticeTemplate} from './studio/new-notice.ts'
import {documentActions, newDocumentOptions} from './studio/one-of-each.ts'
import {structure} from './studio/structure.ts'

declare global {
  namespace NodeJS {
    // named, so that they can be read with a dot: the Studio's bundler replaces only such reads
    interface ProcessEnv {
      readonly SANITY_STUDIO_PROJECT_ID?: string
      readonly SANITY_STUDIO_DATASET?: string
    }
  }
}

export default defineConfig({
  name: 'throwline',
  title: 'Throwline',
  projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'local',
  dataset: process.env.SANITY_STUDIO_DATASET ?? 'health',
  plugins: [structureTool({structure}), ...(isDev ? [visionTool()] : [])],
  schema: {types: schemaTypes, templates: (templates) => [...templates, noticeTemplate]},
  document: {actions: documentActions, newDocumentOptions},
  i18n: {bundles: [messages]},
})
