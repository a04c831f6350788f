/**
 * A form without scripts cannot ask a browser where it is. Texts keep the night of the country's most
 * populous zone, and of a country in several zones the one in the middle of its people; the preference
 * page does not ask either. What is lost: in the outermost zones quiet hours are off by an hour or more.
 */
const ZONES: ReadonlyMap<string, string> = new Map([
  ['US', 'America/Chicago'],
  ['CA', 'America/Toronto'],
  ['GB', 'Europe/London'],
  ['IE', 'Europe/Dublin'],
  ['AU', 'Australia/Sydney'],
  ['NZ', 'Pacific/Auckland'],
  ['IN', 'Asia/Kolkata'],
  ['ES', 'Europe/Madrid'],
  ['FR', 'Europe/Paris'],
  ['DE', 'Europe/Berlin'],
  ['AT', 'Europe/Vienna'],
  ['CH', 'Europe/Zurich'],
  ['MX', 'America/Mexico_City'],
])

/** IANA; UTC for a country without a row. */
export const timeZoneOf = (country: string): string => ZONES.get(country) ?? 'UTC'
