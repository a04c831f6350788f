/** What a rule answers: nothing to do, or what the editor should do. */
export type Verdict = true | {readonly message: string}

/** An object, since a rule's own `.error('…')` would replace a string. */
export const advise = (message: string): Verdict => ({message})

/** The first piece of advice among several verdicts. */
export const firstOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => verdict !== true) ?? true
