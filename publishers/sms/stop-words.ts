/** How to end the subscription, a language a row. */
import {baseLanguage} from '../../content/direction.ts'

const STOP_WORDS: ReadonlyMap<string, string> = new Map([
  ['en', 'Txt STOP to end'],
  ['es', 'Baja: STOP'],
  ['fr', 'STOP pour se désabonner'],
  ['de', 'STOP zum Abmelden'],
  ['ar', 'للإلغاء: STOP'],
  ['hi', 'बंद करने के लिए STOP'],
])

/** Understood wherever SMS are sent (the word that carriers act on); for UCS-2 and its 70 units. */
const SHORTEST = 'STOP'

/** Most helpful first. A language without a row has the word alone. */
export const stopWords = (language: string): readonly [string, string] => [
  STOP_WORDS.get(baseLanguage(language)) ?? SHORTEST,
  SHORTEST,
]
