/** What a run did, in numbers. */
import {CHANNELS, type Channel} from '../publishers/publisher.ts'
import type {Artefact} from './out/manifest.ts'
import type {OutReport} from './out/out-folder.ts'

export interface ChannelTotals {
  readonly channel: Channel
  readonly files: number
  /** Short messages. */
  readonly messages: number
  readonly bytes: number
}

export interface Tally {
  /** Of channels that have files, in the order of CHANNELS. */
  readonly totals: readonly ChannelTotals[]
  /** Files that stand beside the artefacts: images, the partner schema. */
  readonly companions: readonly string[]
  readonly written: number
  readonly unchanged: number
  readonly withdrawn: number
  /** Outputs of refused articles that were left as they stood. */
  readonly kept: number
}

export const totalsOf = (artefacts: Iterable<Artefact>): readonly ChannelTotals[] => {
  const sums = new Map(CHANNELS.map((channel) => [channel, {files: 0, messages: 0, bytes: 0}]))
  for (const {channel, segments, bytes} of artefacts) {
    const sum = sums.get(channel)
    if (sum === undefined) continue
    sum.files += 1
    sum.messages += segments ?? 0
    sum.bytes += bytes
  }
  return [...sums].flatMap(([channel, sum]) => (sum.files === 0 ? [] : [{channel, ...sum}]))
}

/** With these artefacts in the place of those. */
export const totalsAfter = (
  totals: readonly ChannelTotals[],
  before: readonly Artefact[],
  now: readonly Artefact[],
): readonly ChannelTotals[] => {
  const [less, more] = [totalsOf(before), totalsOf(now)]
  return totals.map(({channel, ...total}) => {
    const old = less.find((each) => each.channel === channel)
    const own = more.find((each) => each.channel === channel)
    return {
      channel,
      files: total.files - (old?.files ?? 0) + (own?.files ?? 0),
      messages: total.messages - (old?.messages ?? 0) + (own?.messages ?? 0),
      bytes: total.bytes - (old?.bytes ?? 0) + (own?.bytes ?? 0),
    }
  })
}

export const tallyOf = (report: OutReport): Tally => ({
  totals: totalsOf(report.artefacts),
  companions: report.companions,
  written: report.written,
  unchanged: report.unchanged,
  withdrawn: report.withdrawn.length,
  kept: report.kept.length,
})
