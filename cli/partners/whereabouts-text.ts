/** How far a partner is, in a few words. */
import colors from 'picocolors'
import type {Followed, Whereabouts} from '../../delivery/partners/whereabouts.ts'
import {minute} from './table.ts'
import {counted} from '../counted.ts'

const behindText = (behind: number): string =>
  behind === 0
    ? colors.green('has everything')
    : colors.yellow(`${counted(behind, 'change')} behind`)

/** By when it asked for changes last. */
export const followsText = (api: Followed | undefined): string => {
  if (api === undefined) return 'does not follow'
  return api.at === undefined
    ? behindText(api.behind)
    : `${behindText(api.behind)}, ${minute(api.at)}`
}

export const webhookText = (webhook: Whereabouts['webhook']): string => {
  if (webhook === undefined) return 'none'
  const {state, failingSince, failure = '', behind} = webhook
  if (state === 'disabled') return colors.red(`disabled: ${failure}`)
  if (failingSince === undefined) return behindText(behind)
  return colors.yellow(`failing since ${minute(failingSince)}: ${failure}`)
}
