/** The command `audit`. */
import type {Command} from 'commander'
import {examples, JSON_REPORT, TODAY} from './shared.ts'

export const addAuditCommand = (program: Command): void => {
  program
    .command('audit')
    .description('Reads pages of partners, and says what their readers see of the crisis notice.')
    .argument('<urls...>', 'pages, as URL or URL=slug of its article; - reads a list, one a line')
    .option(
      '--dataset <file>',
      'dataset file, .ndjson or .tar.gz; without it the project in SANITY_PROJECT_ID, else the lake of a running serve',
    )
    .option(
      '--country <code>',
      "readers' country (default: of the page's language, else the site's)",
    )
    .option('--language <tag>', "their language (default: the article's, else the page's)")
    .option('--render', 'show every page in Chromium: Chrome, or the one in CHROME_PATH')
    .option('--pause <seconds>', 'between two requests to one host', '1')
    .option('--allow-private', 'read pages of private networks and of this machine too')
    .option('--today <date>', TODAY)
    .option('--json', JSON_REPORT)
    .addHelpText(
      'after',
      examples(
        'throwline audit https://clinic.example/ketamine',
        'throwline audit https://clinic.example/articles/17=ketamine --render --country GB',
        'throwline audit - --json < pages.txt',
      ),
    )
    .action(async (urls, options) => {
      const {auditCommand} = await import('../commands/audit.ts')
      process.exitCode = await auditCommand(urls, options)
    })
}
