/** The command `partners` and what is below it. */
import type {Command} from 'commander'
import {addWebhookCommand} from './partner-webhooks.ts'
import {JSON_REPORT, TODAY, examples} from './shared.ts'

export const addPartnerCommands = (program: Command): void => {
  const partners = program
    .command('partners')
    .description('Who may read over the API: add, rotate, revoke, list, status, pages, webhook.')
    .addHelpText(
      'after',
      examples(
        'throwline partners add "Clinic North" --countries GB,IE --contact web@clinic.example',
        'throwline partners rotate "Clinic North" --days 14',
        'throwline partners status',
        'throwline partners pages "Clinic North" add https://clinic.example/ketamine',
        'throwline partners status "Clinic North" --audit',
        'throwline partners revoke "Clinic North"',
      ),
    )

  partners
    .command('add')
    .description('Makes a partner and its key, which is shown this once.')
    .argument('<name>', 'what it is called')
    .option('--contact <address>', 'mail address for news of what stopped working')
    .option('--topics <list>', 'topics it may read, separated by commas (default: all)')
    .option('--languages <list>', 'languages it may read, separated by commas (default: all)')
    .option(
      '--countries <list>',
      'where its readers are, separated by commas; the first is taken when a request names none (default: all)',
    )
    .option('--origins <list>', 'origins whose pages may ask by script, as https://clinic.example')
    .option('--rate <number>', 'requests in a minute', '600')
    .option('--json', JSON_REPORT)
    .action(async (name, options) => {
      const {addCommand} = await import('../commands/partners.ts')
      process.exitCode = await addCommand(name, options)
    })

  partners
    .command('rotate')
    .description('Makes a new key; the old one goes on for a while.')
    .argument('<partner>', 'its id or name')
    .option('--days <number>', 'days for which the old key goes on, 0 to 90', '7')
    .option('--json', JSON_REPORT)
    .action(async (who, options) => {
      const {rotateCommand} = await import('../commands/partners.ts')
      process.exitCode = await rotateCommand(who, options)
    })

  partners
    .command('revoke')
    .description('Ends all keys of a partner, within seconds.')
    .argument('<partner>', 'its id or name')
    .option('--json', JSON_REPORT)
    .action(async (who, options) => {
      const {revokeCommand} = await import('../commands/partners.ts')
      process.exitCode = await revokeCommand(who, options)
    })

  partners
    .command('list')
    .description('Lists partners and what they may read.')
    .option('--json', JSON_REPORT)
    .action(async (options) => {
      const {listCommand} = await import('../commands/partners.ts')
      process.exitCode = await listCommand(options)
    })

  partners
    .command('status')
    .description('Who has the newest change; of one partner also its keys and its requests by day.')
    .argument('[partner]', 'its id or name (default: all)')
    .option('--days <number>', 'days to look back, 1 to 365', '7')
    .option('--audit', 'read the pages that are noted (partners pages), and say what readers see')
    .option('--render', 'with --audit: show each page in Chromium')
    .option(
      '--allow-private',
      'with --audit: read pages of private networks and of this machine too',
    )
    .option(
      '--dataset <file>',
      'with --audit: what is published, when it is not in the project or the lake',
    )
    .option('--today <date>', TODAY)
    .option('--json', JSON_REPORT)
    .action(async (who, options) => {
      const {statusCommand} = await import('../commands/partner-status.ts')
      process.exitCode = await statusCommand(who, options)
    })

  partners
    .command('pages')
    .description('Notes where a partner shows articles, for audits: list, add, remove.')
    .argument('<partner>', 'its id or name')
    .argument('[action]', 'list, add or remove', 'list')
    .argument('[urls...]', 'pages, as URL or URL=slug of its article')
    .option('--json', JSON_REPORT)
    .action(async (who, action, urls, options) => {
      const {pagesCommand} = await import('../commands/partner-pages.ts')
      process.exitCode = await pagesCommand({who, action, urls}, options)
    })

  addWebhookCommand(partners)
}
