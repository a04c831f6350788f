/** Base languages written from right to left (Unicode CLDR, layout/characterOrder). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar', // Arabic
  'ckb', // Central Kurdish
  'dv', // Divehi
  'fa', // Persian
  'he', // Hebrew
  'ps', // Pashto
  'sd', // Sindhi
  'ug', // Uyghur
  'ur', // Urdu
  'yi', // Yiddish
])

/** The base language of a BCP 47 tag, lower case: `pt-BR` gives `pt`. */
export const baseLanguage = (tag: string): string => {
  const end = tag.indexOf('-')
  return (end === -1 ? tag : tag.slice(0, end)).toLowerCase()
}

/** What belongs in HTML's `dir`. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(baseLanguage(language)) ? 'rtl' : 'ltr'
