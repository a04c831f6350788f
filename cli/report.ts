/** What a person reads when the work is done. */
import Table from 'cli-table3'
import colors from 'picocolors'
import type {Channel} from '../publishers/publisher.ts'
import {PARTNER_SCHEMA} from './partner-schema.ts'
import type {Tally} from './totals.ts'
import {counted, grouped} from './counted.ts'

/** Where a look is worth it, and with what. */
const WHERE: Readonly<Record<Channel, readonly [path: string, how: string]>> = {
  web: ['web/index.html', 'open it in a browser'],
  email: ['email/', '.eml: a double click opens them in a mail program'],
  sms: ['sms/', 'the texts as phones show them'],
  partner: ['partner/articles.json', 'the list; partner/articles/ has each'],
}

/** A table by its columns alone. */
export const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

const size = (bytes: number): string =>
  bytes < 10_000_000
    ? `${grouped(Math.ceil(bytes / 1000))} kB`
    : `${grouped(Math.round(bytes / 1e6))} MB`

/** A row a channel: files, messages, bytes, where to look. */
export const artefactTable = ({totals, companions}: Tally, folder: string): string => {
  if (totals.length === 0) return 'Nothing was published.'
  const head = ['', 'files', 'messages', 'size', 'look at', '']
  const table = new Table({
    head: head.map((title) => colors.dim(title)),
    chars: NO_BORDERS,
    // its own colours would be there without a terminal too
    style: {head: [], border: [], 'padding-left': 0, 'padding-right': 0},
    colAligns: ['left', 'right', 'right', 'right', 'left', 'left'],
  })
  for (const {channel, files, messages, bytes} of totals) {
    const [path, how] = WHERE[channel]
    table.push([
      colors.bold(channel),
      grouped(files),
      messages === 0 ? '' : grouped(messages),
      size(bytes),
      colors.cyan(`${folder.replace(/\/$/, '')}/${path}`),
      colors.dim(how),
    ])
  }
  if (companions.length > 0) {
    const what = companions.includes(PARTNER_SCHEMA)
      ? 'images, and the JSON Schema of partner articles'
      : 'images'
    table.push([colors.dim('assets'), grouped(companions.length), '', '', '', colors.dim(what)])
  }
  return table.toString().replace(/[ ]+$/gm, '')
}

export interface Outcome {
  readonly refusals: number
  readonly seconds: number
  /** The command that reads the folder back. */
  readonly verify: string
}

/** What this run did, and what to do next. */
export const summary = (tally: Tally, {refusals, seconds, verify}: Outcome): string => {
  const {totals, written, unchanged, withdrawn, kept} = tally
  const files = totals.reduce((sum, channel) => sum + channel.files, 0)
  const parts = [
    written === 0 && unchanged > 0 ? 'Nothing had changed' : `${counted(written, 'file')} written`,
    ...(written > 0 && unchanged > 0 ? [`${grouped(unchanged)} unchanged`] : []),
    ...(withdrawn > 0 ? [`${grouped(withdrawn)} withdrawn`] : []),
    ...(kept > 0 ? [`${grouped(kept)} kept as they were`] : []),
  ]
  const passed = grouped(files - kept)
  const verdict =
    refusals === 0
      ? `${colors.green('✓')} All ${passed} were read back, and each carries its crisis notice.`
      : `${colors.red('✗')} ${counted(refusals, 'refusal')}, named on standard error with the mend; ${passed} files were read back and carry their notice.`
  return [
    verdict,
    `  ${parts.join(', ')} in ${seconds.toFixed(1)} s.`,
    ...(files === 0 ? [] : [colors.dim(`  Read them back from the disk at any time: ${verify}`)]),
  ].join('\n')
}
