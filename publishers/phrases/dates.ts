/** Days as readers write them. */
import {perLanguage} from './per-language.ts'

// making one takes 50 times what using it takes
const formatIn = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    }),
)

/** A site's articles share their days; many times these are of no use to anybody. */
const MOST = 10_000

const writtenIn = perLanguage(() => new Map<string, string>())

/**
 * `date` is YYYY-MM-DD or a datetime, of which the UTC day is shown: `March 1, 2026`. Gregorian
 * calendar and Western digits in every language, as in the notice, so that all dates compare.
 */
export const formatDate = (date: string, language: string): string => {
  const written = writtenIn(language)
  const known = written.get(date)
  if (known !== undefined) return known
  const shown = formatIn(language).format(Date.parse(date))
  if (written.size >= MOST) written.clear()
  written.set(date, shown)
  return shown
}
