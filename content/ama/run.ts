/** A formatted reference is a row of runs: what publishers turn into HTML or text. */
export interface ReferenceRun {
  readonly text: string
  readonly italic?: true
  /** https. */
  readonly href?: string
}

/** A part of a reference that ends with a full stop. */
export type Sentence = readonly ReferenceRun[]

const ENDS_ITSELF = /[.?!][”’"')\]]*$/u

/** Closes a sentence, unless it closes itself: `Is it safe?` takes no full stop. */
const closed = (sentence: Sentence): Sentence => {
  const last = sentence.at(-1)
  if (last === undefined || last.href !== undefined || ENDS_ITSELF.test(last.text)) return sentence
  return [...sentence, {text: '.'}]
}

const isSameKind = (a: ReferenceRun, b: ReferenceRun): boolean =>
  a.italic === b.italic && a.href === undefined && b.href === undefined

/** Sentences in a row, a space between two, neighbours of one kind merged, frozen. */
export const joined = (sentences: readonly Sentence[]): readonly ReferenceRun[] => {
  const runs: ReferenceRun[] = []
  const add = (run: ReferenceRun): void => {
    const last = runs.at(-1)
    if (last !== undefined && isSameKind(last, run)) {
      runs[runs.length - 1] = {...last, text: last.text + run.text}
    } else runs.push(run)
  }
  for (const sentence of sentences.filter((each) => each.length > 0)) {
    if (runs.length > 0) add({text: ' '})
    for (const run of closed(sentence)) add(run)
  }
  return Object.freeze(runs.map((run) => Object.freeze(run)))
}

/** Nothing when there is no text. */
export const plain = (text: string | undefined): Sentence =>
  text === undefined || text === '' ? [] : [{text}]

export const italic = (text: string | undefined): Sentence =>
  text === undefined || text === '' ? [] : [{text, italic: true}]
