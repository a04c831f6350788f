#!/usr/bin/env node
/** The command `throwline`. Exit status: 0 done, 1 refused or failed, 2 wrong usage (contracts.md). */
import {Command, CommanderError} from 'commander'
import {ThrowlineError, UsageError} from '../errors.ts'

const VERSION = '0.1.0'

const program = new Command('throwline')
  .description(
    'One health article, every channel, and the crisis notice in each of them, or no output.',
  )
  .version(VERSION)
  .showHelpAfterError('(throwline <command> --help shows the options)')
  .exitOverride()

const DATASET = 'dataset file, .ndjson or .tar.gz; without it the project in SANITY_PROJECT_ID'
const TODAY = 'YYYY-MM-DD that decides which helplines are stale'

program
  .command('publish')
  .description('turn a dataset into web pages, mails, SMS and partner JSON')
  .option('--dataset <file>', DATASET)
  .option('--out <dir>', 'folder to write', 'out')
  .option('--channel <list>', 'comma-separated: web,email,sms,partner', 'web,email,sms,partner')
  .option('--country <code>', "readers' country, ISO 3166-1 alpha-2 (default: the site's)")
  .option('--today <date>', TODAY)
  .option(
    '--full',
    'write every file anew, also what has not changed (edited and lost files are put right without it)',
    false,
  )
  .option('--verbose', 'show every SMS and what takes how much of it', false)
  .option('--json', 'print a machine-readable report', false)
  .action(async (options) => {
    const {publishCommand} = await import('./commands/publish.ts')
    process.exitCode = await publishCommand(options)
  })

program
  .command('verify')
  .description('read artefacts back and look for the notice a reader would need')
  .argument('<paths...>', 'files, or a folder that publish wrote')
  .option('--dataset <file>', DATASET)
  .option('--country <code>', "country of loose files (default: the site's)")
  .option('--language <tag>', "language of loose files (default: the site's)")
  .option('--today <date>', TODAY)
  .option('--json', 'print a machine-readable report', false)
  .action(async (paths, options) => {
    const {verifyCommand} = await import('./commands/verify.ts')
    process.exitCode = await verifyCommand(paths, options)
  })

program
  .command('doctor')
  .description('check configuration and dataset, with the mend for each fault')
  .option('--dataset <file>', DATASET)
  .option('--today <date>', TODAY)
  .option('--json', 'print a machine-readable report', false)
  .action(async (options) => {
    const {doctorCommand} = await import('./commands/doctor.ts')
    process.exitCode = await doctorCommand(options)
  })

program
  .command('serve')
  .description('serve the site and the Studio, with a local Content Lake where no project is set')
  .option('--dataset <file>', 'dataset file that fills the local lake when it is empty')
  .option('--port <number>', 'port of site and Studio; 0 takes any free one', '4000')
  .option('--lake-port <number>', 'port of the local lake', '3900')
  .option('--data <dir>', 'folder of the local lake (default: THROWLINE_DATA or .throwline)')
  .option('--studio <dir>', 'folder of the built Studio', '.sanity/studio')
  .option('--today <date>', TODAY)
  .action(async (options) => {
    const {serveCommand} = await import('./commands/serve.ts')
    process.exitCode = await serveCommand(options)
  })

program
  .command('lake')
  .description('serve a local Content Lake to the Studio and to Sanity clients')
  .option('--dataset <file>', 'dataset file that fills the lake when it is empty')
  .option('--port <number>', 'port; 0 takes any free one', '3900')
  .option('--data <dir>', 'folder that keeps everything (default: THROWLINE_DATA or .throwline)')
  .option('--name <dataset>', 'what the dataset is called', 'production')
  .option('--host <address>', 'listen there instead of on this machine alone; needs --token')
  .option('--token <secret>', 'what clients must send as their token')
  .action(async (options) => {
    const {lakeCommand} = await import('./commands/lake.ts')
    process.exitCode = await lakeCommand(options)
  })

// what runs that were killed have left behind
program.hook('preAction', async () => {
  const {sweepTemporaryFolders} = await import('../content/temporary-folder.ts')
  await sweepTemporaryFolders()
})

const exitStatus = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    return 2
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
