/** Septets of the GSM 7-bit default alphabet (3GPP TS 23.038 section 6.2.1), for the editor's fields. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

/** `undefined` when a character is not in the alphabet; the first such character by `foreignTo`. */
export const septets = (text: string): number | undefined => {
  const costs = Array.from(text, (character) => {
    if (BASIC.includes(character)) return 1
    return EXTENSION.includes(character) ? 2 : undefined
  })
  return costs.reduce<number | undefined>(
    (sum, cost) => (sum === undefined || cost === undefined ? undefined : sum + cost),
    0,
  )
}

export const foreignTo = (text: string): string | undefined =>
  Array.from(text).find((character) => !BASIC.includes(character) && !EXTENSION.includes(character))
