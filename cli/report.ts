/** What a person reads when the work is done. */
import Table from 'cli-table3'
import colors from 'picocolors'
import type {Problem} from '../errors.ts'
import {CHANNELS} from '../publishers/publisher.ts'
import type {OutReport} from './out/out-folder.ts'

const WHERE: Readonly<Record<string, string>> = {
  web: 'web/index.html',
  email: 'email/',
  sms: 'sms/',
  partner: 'partner/articles.json',
}

const PLAIN_BORDERS = {
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

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`

export const problemLine = ({documentId, path, code, message}: Problem): string => {
  const where = path === '' ? documentId : `${documentId} ${path}`
  return `${colors.red(code)} ${colors.bold(where)}\n  ${message}\n`
}

/** A row a channel: artefacts, messages, bytes, where to look. */
export const artefactTable = (report: OutReport, folder: string): string => {
  const table = new Table({
    head: ['channel', 'artefacts', 'messages', 'size', 'look at'],
    chars: PLAIN_BORDERS,
    style: {head: ['bold'], border: [], 'padding-left': 0, 'padding-right': 1},
    colAligns: ['left', 'right', 'right', 'right', 'left'],
  })
  for (const channel of CHANNELS) {
    const rows = report.artefacts.filter((artefact) => artefact.channel === channel)
    if (rows.length === 0) continue
    const messages = rows.reduce((sum, row) => sum + (row.segments ?? 0), 0)
    const bytes = rows.reduce((sum, row) => sum + row.bytes, 0)
    table.push([
      channel,
      rows.length,
      messages === 0 ? '' : messages,
      kilobytes(bytes),
      `${folder}/${WHERE[channel] ?? ''}`,
    ])
  }
  return table.toString()
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

export const summaryLine = (report: OutReport, refusals: number, seconds: number): string => {
  const parts = [
    report.written === 0 ? 'Nothing had changed' : `${count(report.written, 'file')} written`,
    ...(report.written > 0 && report.unchanged > 0 ? [`${report.unchanged} unchanged`] : []),
    ...(report.withdrawn.length > 0 ? [`${report.withdrawn.length} withdrawn`] : []),
    ...(report.kept.length > 0 ? [`${report.kept.length} kept as they were`] : []),
    ...(refusals > 0 ? [colors.red(count(refusals, 'refusal'))] : []),
  ]
  return `${parts.join(', ')} in ${seconds.toFixed(1)} s.`
}
