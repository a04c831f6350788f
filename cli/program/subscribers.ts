/** The command `subscribers` and what is below it. */
import type {Command} from 'commander'
import {JSON_REPORT, examples} from './shared.ts'

export const addSubscriberCommands = (program: Command): void => {
  const subscribers = program
    .command('subscribers')
    .description('Who is sent to: import, export, forget, list.')
    .addHelpText(
      'after',
      examples(
        'throwline subscribers import subscribers.csv',
        'throwline subscribers list --channel email --state active',
        'throwline subscribers export --out subscribers.csv',
        'throwline subscribers forget ana@mail.example',
      ),
    )

  const CHANNEL_OF_SUBSCRIBERS = 'email or sms (default: both)'
  const STATE_OF_SUBSCRIBERS =
    'pending, active, paused, unsubscribed, bounced or complained (default: all)'

  subscribers
    .command('import')
    .description('Takes subscribers from CSV with a header row, or from NDJSON.')
    .argument('<file>', 'the file; - reads standard input')
    .option('--format <name>', 'csv or ndjson (default: by the ending of the name)')
    .option('--encoding <name>', 'as utf-8, utf-16le or windows-1252 (default: told by the bytes)')
    .option('--json', JSON_REPORT)
    .action(async (file, options) => {
      const {importCommand} = await import('../commands/subscribers.ts')
      process.exitCode = await importCommand(file, options)
    })

  subscribers
    .command('export')
    .description('Writes subscribers as import takes them back.')
    .option('--out <file>', 'the file to write (default: standard output)')
    .option('--format <name>', 'csv or ndjson (default: by the ending of the name, else csv)')
    .option('--channel <name>', CHANNEL_OF_SUBSCRIBERS)
    .option('--state <name>', STATE_OF_SUBSCRIBERS)
    .action(async (options) => {
      const {exportCommand} = await import('../commands/subscribers.ts')
      process.exitCode = await exportCommand(options)
    })

  subscribers
    .command('forget')
    .description('Erases a person, and keeps a keyed hash so that nobody writes to them again.')
    .argument('<address>', 'mail address, or phone number as +447400123456')
    .option('--country <code>', 'whose a number without + is')
    .option('--json', JSON_REPORT)
    .action(async (address, options) => {
      const {forgetCommand} = await import('../commands/subscribers.ts')
      process.exitCode = await forgetCommand(address, options)
    })

  subscribers
    .command('list')
    .description('Counts subscribers by audience and state, and shows the newest.')
    .option('--channel <name>', CHANNEL_OF_SUBSCRIBERS)
    .option('--state <name>', STATE_OF_SUBSCRIBERS)
    .option('--country <code>', 'of this country alone')
    .option('--language <tag>', 'of this language alone')
    .option('--limit <number>', 'how many to show', '20')
    .option('--json', JSON_REPORT)
    .action(async (options) => {
      const {listCommand} = await import('../commands/subscribers.ts')
      process.exitCode = await listCommand(options)
    })
}
