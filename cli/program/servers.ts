/** The commands `serve` and `lake`. */
import type {Command} from 'commander'
import {TODAY, examples} from './shared.ts'

export const addServerCommands = (program: Command): void => {
  program
    .command('serve')
    .description(
      'Serves site and Studio, with a local Content Lake where no project is configured.',
    )
    .option('--dataset <file>', 'dataset file that fills the local lake when it is empty')
    .option('--port <number>', 'port of site and Studio; 0 takes any free one', '4000')
    .option('--lake-port <number>', 'port of the local lake', '3900')
    .option('--data <dir>', 'folder of the local lake (default: THROWLINE_DATA or .throwline)')
    .option('--studio <dir>', 'folder of the built Studio', '.sanity/studio')
    .option('--today <date>', TODAY)
    .addHelpText('after', examples('throwline serve --dataset production.tar.gz --port 8080'))
    .action(async (options) => {
      const {serveCommand} = await import('../commands/serve.ts')
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
    .addHelpText('after', examples('throwline lake --dataset production.tar.gz --data .throwline'))
    .action(async (options) => {
      const {lakeCommand} = await import('../commands/lake.ts')
      process.exitCode = await lakeCommand(options)
    })
}
