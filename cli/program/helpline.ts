/** The command `helpline` and what is below it. */
import type {Command} from 'commander'
import {examples, JSON_REPORT} from './shared.ts'

const gather = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

export const addHelplineCommands = (program: Command): void => {
  const helpline = program
    .command('helpline')
    .description('What shows a helpline, and another one in its place everywhere at once.')
    .addHelpText(
      'after',
      examples(
        'throwline helpline reach helpline-us-988',
        'throwline helpline replace helpline-us-old helpline-us-new --dry-run',
      ),
    )

  helpline
    .command('reach')
    .description('Everything that shows a helpline: documents, audiences, partners, deliveries.')
    .argument('<id>', 'of the helpline document')
    .option('--json', JSON_REPORT)
    .action(async (id, options) => {
      const {reachCommand} = await import('../commands/helpline.ts')
      process.exitCode = await reachCommand(id, options)
    })

  helpline
    .command('replace')
    .description('Retires a helpline, and lets another take its place in all documents at once.')
    .argument('<old>', 'id of the helpline that goes')
    .argument('<new>', 'id of the published helpline that takes over')
    .option('--dry-run', 'tell what it would reach, and change nothing')
    .option('--sms-text <id=text>', 'the new text message of a notice; may be repeated', gather)
    .option('--today <date>', 'YYYY-MM-DD of the retirement (default: today, UTC)')
    .option('--json', JSON_REPORT)
    .action(async (old, next, options) => {
      const {replaceCommand} = await import('../commands/helpline.ts')
      process.exitCode = await replaceCommand(old, next, options)
    })
}
