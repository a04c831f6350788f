/** The command `send` and what is below it. */
import type {Command} from 'commander'
import {JSON_REPORT, TODAY, examples} from './shared.ts'

export const addSendCommands = (program: Command): void => {
  const send = program
    .command('send')
    .description('Digests to subscribers by mail and SMS, and what became of them.')
    .addHelpText(
      'after',
      examples(
        'throwline send digest small-steps --dry-run   who would get it, and who would not',
        'throwline send digest small-steps --background --at 2026-11-24T09:00Z',
        'throwline send test small-steps --to ana@mail.example',
        'throwline send status',
      ),
    )

  const DIGEST_DATASET =
    'dataset file, .ndjson or .tar.gz; without it the project in SANITY_PROJECT_ID, else the lake of a running serve'

  send
    .command('digest')
    .description('Sends a digest to everybody it is for; after a crash it goes on where it stood.')
    .argument('<slug>', 'of the digest')
    .option('--dataset <file>', DIGEST_DATASET)
    .option('--channel <list>', "email, sms or both (default: the digest's)")
    .option('--audience <list>', 'only these, as US-en,GB-en (default: all that there are)')
    .option('--at <time>', 'when to begin, as 2026-11-24T09:00Z (default: now)')
    .option('--background', 'leave it to the running servers; send status shows how far it is')
    .option('--dry-run', 'say who would get it and who would not, and send nothing')
    .option('--recipients-of <id>', 'only to whoever has that campaign: for a correction')
    .option('--again', 'send a digest that was sent before, to whoever is subscribed now')
    .option('--retry-unknown', 'send again what may have arrived or not, with the same Message-ID')
    .option('--today <date>', TODAY)
    .option('--json', JSON_REPORT)
    .action(async (slug, options) => {
      const {sendDigestCommand} = await import('../commands/send.ts')
      process.exitCode = await sendDigestCommand(slug, options)
    })

  send
    .command('test')
    .description('Sends a digest to one address, as its subscribers would get it.')
    .argument('<slug>', 'of the digest')
    .requiredOption('--to <address>', 'mail address, or mobile number as +12025550143')
    .option('--country <code>', "the reader's country (default: the site's)")
    .option('--dataset <file>', DIGEST_DATASET)
    .option('--today <date>', TODAY)
    .action(async (slug, options) => {
      const {sendTestCommand} = await import('../commands/send-test.ts')
      process.exitCode = await sendTestCommand(slug, options)
    })

  send
    .command('status')
    .description('Where campaigns stand, or one of them with what went wrong.')
    .argument('[id]', 'number of a campaign')
    .option('--json', JSON_REPORT)
    .action(async (id, options) => {
      const {sendStatusCommand} = await import('../commands/send.ts')
      process.exitCode = await sendStatusCommand(id, options)
    })

  const CONTROLS = [
    ['pause', 'Ends what is under way, and begins nothing more.'],
    ['resume', 'Lets a paused campaign go on.'],
    ['cancel', 'Ends a campaign for good.'],
  ] as const

  for (const [what, description] of CONTROLS) {
    send
      .command(what)
      .description(description)
      .argument('<id>', 'number of a campaign')
      .action(async (id) => {
        const {sendControlCommand} = await import('../commands/send.ts')
        process.exitCode = await sendControlCommand(what, id)
      })
  }

  send
    .command('outdated')
    .description('Who was sent a notice that has changed since.')
    .option('--days <number>', 'how far to look back', '90')
    .option('--dataset <file>', DIGEST_DATASET)
    .option('--today <date>', TODAY)
    .option('--json', JSON_REPORT)
    .action(async (options) => {
      const {sendOutdatedCommand} = await import('../commands/send-outdated.ts')
      process.exitCode = await sendOutdatedCommand(options)
    })

  send
    .command('correction')
    .description('Drafts a digest for whoever was sent a notice that has changed since.')
    .argument('<id>', 'number of the campaign')
    .action(async (id) => {
      const {sendCorrectionCommand} = await import('../commands/send-outdated.ts')
      process.exitCode = await sendCorrectionCommand(id)
    })

  send
    .command('bounces')
    .description(
      'Takes a mail that came back (bounce, complaint, unsubscription) from standard input.',
    )
    .option('--to <address>', 'the recipient in its envelope, where the mail system tells it')
    .action(async (options) => {
      const {sendBouncesCommand} = await import('../commands/send-bounces.ts')
      process.exitCode = await sendBouncesCommand(options)
    })
}
