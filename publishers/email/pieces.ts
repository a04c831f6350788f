/**
 * A mail is a list of pieces, each in both forms, so that what is cut is cut at the same place in
 * the text and in the HTML.
 */
export interface Rendered {
  /** Whole table rows; ends with a line break. */
  readonly html: string
  /** Without final line break. */
  readonly text: string
}

export interface Piece extends Rendered {
  /** May be left out when the mail is too long; what has the highest number goes first. Never, when absent. */
  readonly dispensable?: number
  /** Makes what stands where the piece was left out; without it nothing does. Always the same object. */
  readonly instead?: () => Rendered
  /** Of neighbours in one run that are left out together, only the first one's stand-in is shown. */
  readonly run?: string
}

/** Most mails are sent whole, and no stand-in is made. */
export const once = (make: () => Rendered): (() => Rendered) => {
  let made: Rendered | undefined
  return () => (made ??= make())
}

/** The pieces to send when the dispensable ones in `gone` are left out. */
export const keep = (pieces: readonly Piece[], gone: ReadonlySet<Piece>): readonly Rendered[] =>
  pieces.flatMap((piece, index) => {
    if (!gone.has(piece)) return [piece]
    const before = pieces[index - 1]
    const follows = before !== undefined && gone.has(before) && before.run === piece.run
    return piece.instead === undefined || follows ? [] : [piece.instead()]
  })

/** Dispensable pieces, the first to go first; of equals, the one that stands last. */
export const byDispensability = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces
    .map((piece, index) => ({piece, index, rank: piece.dispensable ?? 0}))
    .filter(({piece}) => piece.dispensable !== undefined)
    .toSorted((a, b) => b.rank - a.rank || b.index - a.index)
    .map(({piece}) => piece)

export const joinHtml = (pieces: readonly Pick<Rendered, 'html'>[]): string =>
  pieces.map(({html}) => html).join('')

/** A blank line between pieces, one line break at the end. */
export const joinText = (pieces: readonly Rendered[]): string =>
  `${pieces
    .map(({text}) => text)
    .filter((text) => text !== '')
    .join('\n\n')}\n`
