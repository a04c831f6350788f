/** Sanity's command line: the project, and where TypeGen reads and writes. */
import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env['SANITY_STUDIO_PROJECT_ID'] ?? 'local',
    dataset: process.env['SANITY_STUDIO_DATASET'] ?? 'production',
  },
  // what was built and tested is what runs; nothing is fetched from elsewhere
  deployment: {autoUpdates: false},
  typegen: {
    path: './content/**/*.ts',
    // made anew by `npm run schema:extract`; not kept
    schema: './.sanity/schema.json',
    generates: './content/generated.ts',
    // a library that redeclared client.fetch would change the types of its users' own queries
    overloadClientMethods: false,
  },
})
