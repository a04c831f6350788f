/** The GSM 7-bit default alphabet and its extension (3GPP TS 23.038 sections 6.2.1 and 6.2.1.1). */
const ROWS = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
] as const

/** Index = septet. */
export const BASIC = ROWS.join('')
export const ESCAPE = 0x1b

export const EXTENSION: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'], // FORM FEED
  [0x14, '^'], // CIRCUMFLEX ACCENT
  [0x28, '{'], // LEFT CURLY BRACKET
  [0x29, '}'], // RIGHT CURLY BRACKET
  [0x2f, '\\'], // REVERSE SOLIDUS
  [0x3c, '['], // LEFT SQUARE BRACKET
  [0x3d, '~'], // TILDE
  [0x3e, ']'], // RIGHT SQUARE BRACKET
  [0x40, '|'], // VERTICAL LINE
  [0x65, '€'], // EURO SIGN
])

const CODES: ReadonlyMap<string, readonly number[]> = new Map([
  ...Array.from(BASIC, (character, code): [string, readonly number[]] => [
    character,
    [code],
  ]).filter(([, [code]]) => code !== ESCAPE),
  ...[...EXTENSION].map(([code, character]): [string, readonly number[]] => [
    character,
    [ESCAPE, code],
  ]),
])

/** The septets of one character, or `undefined` when the alphabet has none. */
export const septetsOf = (character: string): readonly number[] | undefined => CODES.get(character)
