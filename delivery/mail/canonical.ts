/** Relaxed canonicalisation (RFC 6376 3.4.2 and 3.4.4): what a signature is about. ASCII only. */

/** `name:value`, with its CRLF. */
export const relaxedField = (lines: string): string => {
  const colon = lines.indexOf(':')
  const value = lines
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return `${lines.slice(0, colon).trim().toLowerCase()}:${value}\r\n`
}

/**
 * One piece of a body that is cut at slots. A slot is no white space and not empty, so each piece can
 * be written by itself; only the last one may end the body.
 */
export const relaxedPiece = (piece: string): string =>
  piece.replace(/[ \t]+(?=\r\n)/g, '').replace(/[ \t]+/g, ' ')

/** Without the empty lines at the end. */
export const relaxedEnd = (piece: string): string =>
  relaxedPiece(piece)
    .replace(/[ \t]+$/, '')
    .replace(/(?:\r\n)*$/, '\r\n')
