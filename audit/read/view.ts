/** A page as it was read, by whichever reader: text in the order of the document, and what of it nobody sees. */

export interface Piece {
  /** Blocks are kept apart by a line break; white space is not collapsed. */
  readonly text: string
  /** Why a reader does not see it. */
  readonly hidden?: string
  /** A link begins here; its words follow as pieces of their own. */
  readonly link?: {readonly href: string; readonly words: string}
}

export interface Frame {
  /** Absolute. */
  readonly src: string
  readonly hidden?: string
}

export interface PageView {
  /** Of `<html lang>`. */
  readonly language: string | undefined
  /** Of `<link rel="canonical">`, absolute. */
  readonly canonical: string | undefined
  /** `<h1>`s and the title. */
  readonly titles: readonly string[]
  readonly pieces: readonly Piece[]
  /** Frames whose own text is not among the pieces. */
  readonly frames: readonly Frame[]
  /** Scripts that could change what a reader sees. */
  readonly hasScripts: boolean
}

/** So that nothing before it reads together with what follows. */
export const APART = '\n'.repeat(8)
