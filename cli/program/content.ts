/** The commands `publish`, `verify` and `doctor`. */
import type {Command} from 'commander'
import {DATASET, JSON_REPORT, TODAY, examples} from './shared.ts'

export const addContentCommands = (program: Command): void => {
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
    .option('--jobs <number>', 'threads at work (default: as many as there are cores)')
    .option(
      '--shard <part>',
      'only a part of the articles, as 3/8; throwline merge joins the parts',
    )
    .option('--verbose', 'show every SMS and what takes how much of it')
    .option('--json', JSON_REPORT)
    .addHelpText(
      'after',
      examples(
        'throwline publish --dataset production.tar.gz --out out',
        'throwline publish --channel sms --country GB   the project in SANITY_PROJECT_ID',
      ),
    )
    .action(async (options) => {
      const {publishCommand} = await import('../commands/publish.ts')
      process.exitCode = await publishCommand(options)
    })

  program
    .command('merge')
    .description('Joins the folders of publish --shard, and adds what needs all articles.')
    .argument('<shards...>', 'folders, one a shard, all of them')
    .option('--dataset <file>', DATASET)
    .option('--out <dir>', 'folder to write', 'out')
    .option('--channel <list>', 'some of web,email,sms,partner (default: all)')
    .option('--today <date>', TODAY)
    .option('--json', JSON_REPORT)
    .addHelpText(
      'after',
      examples(
        'throwline publish --dataset production.ndjson --shard 1/2 --out part-1',
        'throwline publish --dataset production.ndjson --shard 2/2 --out part-2',
        'throwline merge part-1 part-2 --dataset production.ndjson --out out',
      ),
    )
    .action(async (shards, options) => {
      const {mergeCommand} = await import('../commands/merge.ts')
      process.exitCode = await mergeCommand(shards, options)
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
    .addHelpText(
      'after',
      examples(
        'throwline verify out --dataset production.tar.gz',
        'throwline verify mail.eml --country IE --language en',
      ),
    )
    .action(async (paths, options) => {
      const {verifyCommand} = await import('../commands/verify.ts')
      process.exitCode = await verifyCommand(paths, options)
    })

  program
    .command('doctor')
    .description('Checks configuration and dataset, with the mend for each fault.')
    .option('--dataset <file>', DATASET)
    .option('--today <date>', TODAY)
    .option('--json', JSON_REPORT)
    .addHelpText('after', examples('throwline doctor --dataset production.tar.gz'))
    .action(async (options) => {
      const {doctorCommand} = await import('../commands/doctor.ts')
      process.exitCode = await doctorCommand(options)
    })
}
