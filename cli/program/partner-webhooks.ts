/** The command `partners webhook`. */
import type {Command} from 'commander'
import {JSON_REPORT, examples} from './shared.ts'

export const addWebhookCommand = (partners: Command): void => {
  partners
    .command('webhook')
    .description('Where a partner is told of changes at once: set, remove, list, replay, test.')
    .argument('<partner>', 'its id or name; "list" alone shows the webhooks of all')
    .argument('[action]', 'set, remove, list, replay or test', 'list')
    .argument('[url]', 'for set: where it is told, https://…')
    .option(
      '--contact <address>',
      'for set: who is told when it is disabled (default: the partner’s)',
    )
    .option(
      '--new-secret',
      'for set: makes another secret; the old one is good for nothing at once',
    )
    .option('--since <cursor>', 'for replay: tells again what came after it; c0 for everything')
    .option('--json', JSON_REPORT)
    .addHelpText(
      'after',
      examples(
        'throwline partners webhook "Clinic North" set https://clinic.example/hooks/throwline',
        'throwline partners webhook "Clinic North" test',
        'throwline partners webhook "Clinic North" replay --since c1a',
        'throwline partners webhook list',
      ),
    )
    .action(async (who, action, url, options) => {
      const {webhookCommand} = await import('../commands/partner-webhooks.ts')
      process.exitCode = await webhookCommand({who, action, url}, options)
    })
}
