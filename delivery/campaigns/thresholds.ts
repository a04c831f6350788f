/** When a campaign stops itself, for a person to look. */
import type {CampaignSettings} from './settings.ts'
import type {Recent} from './status.ts'

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`

/** Why to pause, in words; undefined when all is well. */
export const alarm = (
  {sent, failed, bounced, complained}: Recent,
  settings: CampaignSettings,
): string | undefined => {
  const tried = sent + failed
  if (tried < settings.pauseFrom) return undefined
  const rows: readonly (readonly [what: string, count: number, of: number, limit: number])[] = [
    ['were refused for good', failed, tried, settings.pauseAtErrors],
    ['bounced', bounced, sent, settings.pauseAtBounces],
    ['complained', complained, sent, settings.pauseAtComplaints],
  ]
  for (const [what, count, of, limit] of rows) {
    if (of > 0 && count / of > limit) {
      return `${percent(count / of)} of ${of.toLocaleString('en')} ${what}, more than ${percent(limit)}. Look at throwline send status, and resume when it is mended.`
    }
  }
  return undefined
}
