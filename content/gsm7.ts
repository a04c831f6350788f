/** The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, section 6.2.1). */
const DEFAULT =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ' +
  ' !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

const COST: ReadonlyMap<string, 1 | 2> = new Map([
  ...Array.from(DEFAULT, (character) => [character, 1] as const),
  ...Array.from(EXTENSION, (character) => [character, 2] as const),
])

/** Septets the text takes; undefined when a character is not in the alphabet. */
export const septets = (text: string): number | undefined => {
  let sum = 0
  for (const character of text) {
    const cost = COST.get(character)
    if (cost === undefined) return undefined
    sum += cost
  }
  return sum
}

/** The characters that keep a text out of the alphabet, each once. */
export const outsideGsm7 = (text: string): readonly string[] => [
  ...new Set(Array.from(text).filter((character) => !COST.has(character))),
]
