/** What a reading of HTML gives, whichever it is. */

export const NOT_REPEATED = 'it is not there again after the last section'

/** What is to be known of HTML that has the notice where it belongs. */
export interface Read {
  /** The first notice. `endIndex`: offset of the character after it. */
  readonly notice: {readonly endIndex?: number | null | undefined}
  /** What `<html>` says. */
  readonly root: {readonly lang: string | undefined; readonly dir: string | undefined}
  /** `undefined` when it is there again after the last section of the text. */
  readonly repeatReason: () => string | undefined
}
