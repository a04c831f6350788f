/** What plain text needs to know besides the blocks. */
export interface TextOptions {
  /** BCP 47: of the labels ("Image", "Danger"). */
  readonly language: string
  /** Of the words around a helpline's numbers: the notice's language, where it differs. */
  readonly noticeLanguage?: string
  /** The numbers of cited sources, as `citationNumbers(article)` gives them. */
  readonly numbers: (sourceIds: readonly string[]) => readonly number[]
  /** An https origin: what a link to `/…` is completed with. */
  readonly origin: string
  /** Columns at which lines are wrapped; `Infinity` (no wrapping) when left out. */
  readonly width?: number
}
