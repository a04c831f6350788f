/** The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, section 6.2.1). */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ' +
  ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

const COST: ReadonlyMap<string, number> = new Map([
  ...Array.from(BASIC, (character) => [character, 1] as const),
  ...Array.from(EXTENSION, (character) => [character, 2] as const),
])

/** The characters that SMS cannot send in its 7-bit alphabet, each once. */
export const outsideGsm7 = (text: string): readonly string[] => [
  ...new Set(Array.from(text).filter((character) => !COST.has(character))),
]

/** Septets the text takes; undefined when a character is not in the alphabet. */
export const septets = (text: string): number | undefined =>
  outsideGsm7(text).length > 0
    ? undefined
    : Array.from(text).reduce((sum, character) => sum + (COST.get(character) ?? 0), 0)
