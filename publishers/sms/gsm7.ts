/**
 * GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1), without
 * national shift tables: a phone that lacks them shows other letters.
 */

/** In code order; 0x1B is the escape to the extension table and stands for no character. */
const ESCAPE = 0x1b
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

const EXTENSION: readonly (readonly [character: string, code: number])[] = [
  ['\f', 0x0a], // FORM FEED
  ['^', 0x14], // CIRCUMFLEX ACCENT
  ['{', 0x28], // LEFT CURLY BRACKET
  ['}', 0x29], // RIGHT CURLY BRACKET
  ['\\', 0x2f], // REVERSE SOLIDUS
  ['[', 0x3c], // LEFT SQUARE BRACKET
  ['~', 0x3d], // TILDE
  [']', 0x3e], // RIGHT SQUARE BRACKET
  ['|', 0x40], // VERTICAL LINE
  ['€', 0x65], // EURO SIGN
]

const SEPTETS: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...Array.from(BASIC).flatMap((character, code): readonly [string, readonly number[]][] =>
    code === ESCAPE ? [] : [[character, [code]]],
  ),
  ...EXTENSION.map(([character, code]): [string, readonly number[]] => [character, [ESCAPE, code]]),
])

/** One septet, two for a character of the extension table, `undefined` for one of neither. */
export const septetsOf = (character: string): readonly number[] | undefined =>
  SEPTETS.get(character)
