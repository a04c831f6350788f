/** From numbers to places on a line that begins at zero. */

const NICE = [1, 2, 2.5, 5, 10] as const

/** Round steps from 0 to `most` or a little more; three to six of them. */
export const ticks = (most: number): readonly number[] => {
  if (!(most > 0)) return [0, 1]
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * (NICE.find((each) => each * power >= rough) ?? 10)
  const count = Math.ceil(most / step - 1e-9)
  return Array.from({length: count + 1}, (_, index) => index * step)
}

export interface Label {
  readonly at: number
  readonly width: number
}

/** For each label, in order of place, the first lane (from 0) in which it touches no other. */
export const lanes = (labels: readonly Label[]): readonly number[] => {
  const ends: number[] = []
  return labels.map(({at, width}) => {
    const free = ends.findIndex((end) => end <= at)
    const lane = free === -1 ? ends.length : free
    ends[lane] = at + width
    return lane
  })
}
