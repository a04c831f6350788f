/** Dates as mail writes them (RFC 5322 3.3), in UTC. */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

const two = (number: number): string => String(number).padStart(2, '0')

/** `2026-03-01T09:00:00Z` gives `Sun, 01 Mar 2026 09:00:00 +0000`. */
export const mailDate = (datetime: string): string => {
  const date = new Date(datetime)
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())}`
  const month = `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${day} ${month} ${time} +0000`
}
