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

/**
 * A lane for each label, 0 nearest to the bar, `labels` in order of place. A label that reaches below the mark of
 * another one hangs deeper than that, so that no mark is drawn through words.
 */
export const lanes = (labels: readonly Label[]): readonly number[] => {
  const taken: number[] = []
  for (let index = labels.length - 1; index >= 0; index -= 1) {
    const label = labels[index]
    if (label === undefined) continue
    const right = label.at + label.width
    const reached = taken.filter((_, other) => (labels[other]?.at ?? Infinity) < right)
    taken[index] = Math.max(-1, ...reached) + 1
  }
  return taken
}
