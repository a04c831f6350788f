/** Texts do not ring at night: nothing from 21:00 to 08:00 where the subscriber is. */

const FROM_MINUTE = 21 * 60
const TO_MINUTE = 8 * 60
const DAY_MINUTES = 24 * 60

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, made)
  return made
}

const minuteOfDay = (time: Date, timeZone: string): number => {
  const [hours, minutes] = formatOf(timeZone).format(time).split(':').map(Number)
  return (hours ?? 0) * 60 + (minutes ?? 0)
}

/**
 * When a text may be sent that may not be now; undefined when it may. Over a change of the clocks it
 * can come out before 08:00, and is then asked again at that time.
 */
export const quietUntil = (time: Date, timeZone: string): Date | undefined => {
  const minute = minuteOfDay(time, timeZone)
  if (minute < FROM_MINUTE && minute >= TO_MINUTE) return undefined
  const wait = (TO_MINUTE - minute + DAY_MINUTES) % DAY_MINUTES
  const full = Math.floor(time.getTime() / 60_000)
  return new Date((full + wait) * 60_000)
}
