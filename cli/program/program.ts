/** All commands. Exit status: 0 done, 1 refused or failed, 2 wrong usage (contracts.md). */
import {Command, CommanderError} from 'commander'
import {ContentError, ThrowlineError, UsageError} from '../../errors.ts'
import {problemText} from '../problem-list.ts'
import {VERSION} from '../version.ts'
import {addAuditCommand} from './audit.ts'
import {addContentCommands} from './content.ts'
import {addHelplineCommands} from './helpline.ts'
import {addPartnerCommands} from './partners.ts'
import {addSendCommands} from './send.ts'
import {addServerCommands} from './servers.ts'
import {examples} from './shared.ts'
import {addSubscriberCommands} from './subscribers.ts'

const program = new Command('throwline')
  .description(
    'One health article, every channel, and the crisis notice in each of them, or no output.',
  )
  .version(VERSION)
  .showHelpAfterError('(throwline <command> --help shows the options)')
  .configureHelp({helpWidth: Math.min(process.stdout.columns ?? 100, 100)})
  .exitOverride()

const STATUS = `
Exit status: 0 done, 1 something was refused or failed and is named, 2 wrong usage.
`

addContentCommands(program)
addServerCommands(program)
addSendCommands(program)
addHelplineCommands(program)
addSubscriberCommands(program)
addPartnerCommands(program)
addAuditCommand(program)
program.addHelpText(
  'after',
  `${examples(
    'throwline doctor --dataset production.tar.gz   what is wrong, and the mend',
    'throwline publish --dataset production.tar.gz  every article on every channel, into out/',
    'throwline verify out --dataset production.tar.gz',
  )}${STATUS}`,
)

// what runs that were killed have left behind
program.hook('preAction', async () => {
  const {sweepTemporaryFolders} = await import('../../content/temporary-folder.ts')
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
