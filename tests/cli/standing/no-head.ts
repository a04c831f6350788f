/** The head of a table of nothing. */
import type {StandingHead} from '../../../cli/standing/standing-table.ts'

export const NO_HEAD: StandingHead = {
  version: 1,
  program: '',
  today: '2026-11-23',
  country: '',
  channels: [],
  frame: '',
  latest: [],
  lists: [],
  manifest: {size: 0, modified: 0},
  record: {size: 0, modified: 0},
  totals: [],
  companions: [],
  names: [],
}
