/** What a person is told of a campaign: where it stands, and what went wrong with which delivery. */
import Table from 'cli-table3'
import colors from 'picocolors'
import type {Unserved} from '../../delivery/campaigns/freeze.ts'
import type {CampaignStatus} from '../../delivery/campaigns/status.ts'
import {NO_BORDERS} from '../report.ts'
import {grouped} from '../counted.ts'

export const unservedText = (unserved: readonly Unserved[]): string =>
  unserved
    .map(
      ({country, language, subscribers, code, message}) =>
        `${colors.yellow(code)} ${colors.bold(`${country}-${language}`)}, ${subscribers === 1 ? '1 subscriber gets' : `${grouped(subscribers)} subscribers get`} nothing\n  ${message}\n`,
    )
    .join('')

const STATES = ['sent', 'queued', 'sending', 'failed', 'unknown', 'suppressed', 'expired'] as const

/** `12,000 sent, 3 failed`: what is none is not said. */
export const countsText = ({counts}: Pick<CampaignStatus, 'counts'>): string => {
  const said = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${grouped(counts[state])} ${state}`,
  )
  return said.length === 0 ? 'nobody to send to' : said.join(', ')
}

export const statusTable = (statuses: readonly CampaignStatus[]): string => {
  if (statuses.length === 0) {
    return 'Nothing was sent yet. throwline send digest SLUG sends a digest.\n'
  }
  const table = new Table({
    head: ['id', 'digest', 'channel', 'state', 'deliveries', 'since'],
    style: {head: [], border: []},
    chars: NO_BORDERS,
  })
  for (const status of statuses) {
    const {id, digest, channel, state, createdAt} = status.campaign
    const since = createdAt.toISOString().slice(0, 16).replace('T', ' ')
    table.push([String(id), digest.slug, channel, state, countsText(status), since])
  }
  return `${table.toString()}\n`
}

export interface Fault {
  readonly address: string | null
  readonly state: string
  readonly code: string | null
  readonly response: string | null
}

export const faultsText = (faults: readonly Fault[]): string =>
  faults
    .map(
      ({address, state, code, response}) =>
        `${colors.red(code ?? state.toUpperCase())} ${colors.bold(address ?? 'forgotten')} ${state}\n${response === null ? '' : `  ${response}\n`}`,
    )
    .join('')
