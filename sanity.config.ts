/**
 * The Studio. Without an environment it edits the local Content Lake (`npm start`, or `throwline
 * lake`); with SANITY_STUDIO_PROJECT_ID, and SANITY_STUDIO_DATASET, a hosted project.
 * SANITY_STUDIO_LAKE names another address of the lake.
 */
import {visionTool} from '@sanity/vision'
import {defineConfig, isDev} from 'sanity'
import {throwline} from './studio/index.ts'
import {localProject} from './studio/local-lake.ts'

declare global {
  namespace NodeJS {
    // named, so that they can be read with a dot: the Studio's bundler replaces only such reads
    interface ProcessEnv {
      readonly SANITY_STUDIO_PROJECT_ID?: string
      readonly SANITY_STUDIO_DATASET?: string
      readonly SANITY_STUDIO_LAKE?: string
    }
  }
}

export default defineConfig({
  name: 'throwline',
  title: 'Throwline',
  // one expression on what the bundler replaces, so that it drops the other half with its imports
  ...(process.env.SANITY_STUDIO_PROJECT_ID
    ? {
        projectId: process.env.SANITY_STUDIO_PROJECT_ID,
        dataset: process.env.SANITY_STUDIO_DATASET || 'production',
      }
    : localProject(process.env.SANITY_STUDIO_LAKE)),
  plugins: [throwline(), ...(isDev ? [visionTool()] : [])],
})
