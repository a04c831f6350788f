#!/usr/bin/env node
/** The command `throwline`. Exit status: 0 done, 1 refused or failed, 2 wrong usage (contracts.md). */
import {Command, CommanderError} from 'commander'
import {ContentError, ThrowlineError, UsageError} from '../errors.ts'
import {problemText} from './problem-list.ts'

const VERSION = '0.1.0'

const program = new Command('throwline')
  .description(
    'One health article, every channel, and the crisis notice in each of them, or no output.',
  )
  .version(VERSION)
  .showHelpAfterError('(throwline <command> --help shows the options)')
  .configureHelp({helpWidth: Math.min(process.stdout.columns ?? 100, 100)})
  .exitOverride()

const DATASET = 'dataset file, .ndjson or .tar.gz; without it the project in SANITY_PROJECT_ID'
const TODAY = 'YYYY-MM-DD that decides which helplines are stale (default: today, UTC)'
const JSON_REPORT = 'print a report for machines instead'

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  throwline: [
    'throwline doctor --dataset production.tar.gz   what is wrong, and the mend',
    'throwline publish --dataset production.tar.gz  every article on every channel, into out/',
    'throwline verify out --dataset production.tar.gz',
  ],
  publish: [
    'throwline publish --dataset production.tar.gz --out out',
    'throwline publish --channel sms --country GB   the project in SANITY_PROJECT_ID',
  ],
  verify: [
    'throwline verify out --dataset production.tar.gz',
    'throwline verify mail.eml --country IE --language en',
  ],
  doctor: ['throwline doctor --dataset production.tar.gz'],
  serve: ['throwline serve --dataset production.tar.gz --port 8080'],
  subscribers: [
    'throwline subscribers import subscribers.csv',
    'throwline subscribers list --channel email --state active',
    'throwline subscribers export --out subscribers.csv',
    'throwline subscribers forget ana@mail.example',
  ],
  send: [
    'throwline send digest small-steps --dry-run   who would get it, and who would not',
    'throwline send digest small-steps --at 2026-11-24T09:00Z',
    'throwline send test small-steps --to ana@mail.example',
    'throwline send status',
  ],
  lake: ['throwline lake --dataset production.tar.gz --data .throwline'],
}

const examples = (name: string): string =>
  `\nFor example:\n${(EXAMPLES[name] ?? []).map((line) => `  ${line}\n`).join('')}`

const STATUS = `
Exit status: 0 done, 1 something was refused or failed and is named, 2 wrong usage.
`

program
  .command('publish')
  .description('Turns a dataset into web pages, mails, SMS and partner JSON.')
  .option('--dataset <file>', DATASET)
  .option('--out <dir>', 'folder to write', 'out')
  .option('--channel <list>', 'some of web,email,sms,partner (default: all)')
  .option('--country <code>', "readers' country, ISO 3166-1 alpha-2 (default: the site's)")
  .option('--today <date>', TODAY)
  .option(
    '--full',
    'write every file anew; without it only what has changed, was edited by hand or is gone',
  )
  .option('--verbose', 'show every SMS and what takes how much of it')
  .option('--json', JSON_REPORT)
  .addHelpText('after', examples('publish'))
  .action(async (options) => {
    const {publishCommand} = await import('./commands/publish.ts')
    process.exitCode = await publishCommand(options)
  })

program
  .command('verify')
  .description('Reads artefacts back from the disk and looks for the notice that a reader needs.')
  .argument('<paths...>', 'a folder that publish wrote, or .html .eml .sms.txt .json .xml files')
  .option('--dataset <file>', DATASET)
  .option('--country <code>', "country of loose files (default: the site's)")
  .option('--language <tag>', "language of loose files (default: the site's)")
  .option('--today <date>', TODAY)
  .option('--json', JSON_REPORT)
  .addHelpText('after', examples('verify'))
  .action(async (paths, options) => {
    const {verifyCommand} = await import('./commands/verify.ts')
    process.exitCode = await verifyCommand(paths, options)
  })

program
  .command('doctor')
  .description('Checks configuration and dataset, with the mend for each fault.')
  .option('--dataset <file>', DATASET)
  .option('--today <date>', TODAY)
  .option('--json', JSON_REPORT)
  .addHelpText('after', examples('doctor'))
  .action(async (options) => {
    const {doctorCommand} = await import('./commands/doctor.ts')
    process.exitCode = await doctorCommand(options)
  })

program
  .command('serve')
  .description('Serves site and Studio, with a local Content Lake where no project is configured.')
  .option('--dataset <file>', 'dataset file that fills the local lake when it is empty')
  .option('--port <number>', 'port of site and Studio; 0 takes any free one', '4000')
  .option('--lake-port <number>', 'port of the local lake', '3900')
  .option('--data <dir>', 'folder of the local lake (default: THROWLINE_DATA or .throwline)')
  .option('--studio <dir>', 'folder of the built Studio', '.sanity/studio')
  .option('--today <date>', TODAY)
  .addHelpText('after', examples('serve'))
  .action(async (options) => {
    const {serveCommand} = await import('./commands/serve.ts')
    process.exitCode = await serveCommand(options)
  })

program
  .command('lake')
  .description('Serves a local Content Lake to the Studio and to Sanity clients.')
  .option('--dataset <file>', 'dataset file that fills the lake when it is empty')
  .option('--port <number>', 'port; 0 takes any free one', '3900')
  .option('--data <dir>', 'folder that keeps everything (default: THROWLINE_DATA or .throwline)')
  .option('--name <dataset>', 'what the dataset is called', 'production')
  .option('--host <address>', 'listen there instead of on this machine alone; needs --token')
  .option('--token <secret>', 'what clients must send as their token')
  .addHelpText('after', examples('lake'))
  .action(async (options) => {
    const {lakeCommand} = await import('./commands/lake.ts')
    process.exitCode = await lakeCommand(options)
  })

const send = program
  .command('send')
  .description('Digests to subscribers by mail and SMS, and what became of them.')
  .addHelpText('after', examples('send'))

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
  .option('--dry-run', 'say who would get it and who would not, and send nothing')
  .option('--again', 'send a digest that was sent before, to whoever is subscribed now')
  .option('--retry-unknown', 'send again what may have arrived or not, with the same Message-ID')
  .option('--today <date>', TODAY)
  .option('--json', JSON_REPORT)
  .action(async (slug, options) => {
    const {sendDigestCommand} = await import('./commands/send.ts')
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
    const {sendTestCommand} = await import('./commands/send-test.ts')
    process.exitCode = await sendTestCommand(slug, options)
  })

send
  .command('status')
  .description('Where campaigns stand, or one of them with what went wrong.')
  .argument('[id]', 'number of a campaign')
  .option('--json', JSON_REPORT)
  .action(async (id, options) => {
    const {sendStatusCommand} = await import('./commands/send.ts')
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
      const {sendControlCommand} = await import('./commands/send.ts')
      process.exitCode = await sendControlCommand(what, id)
    })
}

send
  .command('bounces')
  .description(
    'Takes a mail that came back (bounce, complaint, unsubscription) from standard input.',
  )
  .option('--to <address>', 'the recipient in its envelope, where the mail system tells it')
  .action(async (options) => {
    const {sendBouncesCommand} = await import('./commands/send-bounces.ts')
    process.exitCode = await sendBouncesCommand(options)
  })

const subscribers = program
  .command('subscribers')
  .description('Who is sent to: import, export, forget, list.')
  .addHelpText('after', examples('subscribers'))

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
    const {importCommand} = await import('./commands/subscribers.ts')
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
    const {exportCommand} = await import('./commands/subscribers.ts')
    process.exitCode = await exportCommand(options)
  })

subscribers
  .command('forget')
  .description('Erases a person, and keeps a keyed hash so that nobody writes to them again.')
  .argument('<address>', 'mail address, or phone number as +447400123456')
  .option('--country <code>', 'whose a number without + is')
  .option('--json', JSON_REPORT)
  .action(async (address, options) => {
    const {forgetCommand} = await import('./commands/subscribers.ts')
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
    const {listCommand} = await import('./commands/subscribers.ts')
    process.exitCode = await listCommand(options)
  })

program.addHelpText('after', `${examples('throwline')}${STATUS}`)

// what runs that were killed have left behind
program.hook('preAction', async () => {
  const {sweepTemporaryFolders} = await import('../content/temporary-folder.ts')
  await sweepTemporaryFolders()
})

// `throwline … | head` closes the pipe early, which is no failure of ours
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const exitStatus = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  if (error instanceof ContentError) {
    process.stderr.write(problemText(error.problems))
    return 1
  }
  if (error instanceof ThrowlineError) {
    process.stderr.write(`${error.code}: ${error.message}\n`)
    return 1
  }
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 1
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitStatus(error)
}
